/** An address as a number. IPv4 in IPv6 form (::ffff:a.b.c.d) counts as IPv4, as in Go's net.IP.Equal. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

const IPV4_FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u;
const MAPPED_PREFIX = 0xffffn << 32n;

function parseIpv4(text: string): bigint | undefined {
  const parts = IPV4_FORM.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  let bits = 0n;
  for (const part of parts) {
    // Leading zeros are refused as Go does since 1.17: elsewhere they mean octal.
    if (Number(part) > 255 || (part.length > 1 && part.startsWith('0'))) return undefined;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

function parseIpv6(text: string): bigint | undefined {
  if (!/^[0-9a-f:.]+$/iu.test(text) || !URL.canParse(`http://[${text}]/`)) return undefined;
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** Reads an IP literal without brackets, port or zone. Undefined for everything else. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return { family: 4, bits: v4 };
  const v6 = parseIpv6(text);
  if (v6 === undefined) return undefined;
  return v6 >> 32n === MAPPED_PREFIX >> 32n ? { family: 4, bits: v6 & 0xffffffffn } : { family: 6, bits: v6 };
}

/** Reads `address/prefix` and says whether an address lies in it. Undefined when the text is no such block. */
export function parseIpBlock(text: string): ((address: IpAddress) => boolean) | undefined {
  const match = /^([^/]+)\/(\d{1,3})$/u.exec(text);
  const base = parseIpAddress(match?.[1] ?? '');
  if (base === undefined) return undefined;
  const width = base.family === 4 ? 32 : 128;
  const prefix = Number(match?.[2]);
  if (prefix > width) return undefined;
  const shift = BigInt(width - prefix);
  return address => address.family === base.family && address.bits >> shift === base.bits >> shift;
}

/** The name without the brackets that a URL puts around an IPv6 literal. */
export function unbracket(hostname: string): string {
  return hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
}

/** `localhost` and its sub-names (RFC 6761, 6.3), 127.0.0.0/8 and ::1. Takes URL.hostname. */
export function isLoopbackHost(hostname: string): boolean {
  const host = unbracket(hostname.toLowerCase());
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const address = parseIpAddress(host);
  return address !== undefined && (address.family === 4 ? address.bits >> 24n === 127n : address.bits === 1n);
}
