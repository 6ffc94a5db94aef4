import { parseIpAddress } from '../policy/ip-address.ts';

/** Domains whose hosts have public addresses and public certificates: those that Go itself, its mirrors and its modules use. */
const PUBLIC_DOMAINS = [
  'go.dev',
  'golang.org',
  'google.com',
  'google.cn',
  'googleapis.com',
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'aliyun.com',
  'nju.edu.cn',
  'hust.edu.cn',
  'goproxy.cn',
  'goproxy.io',
] as const;

/** Whether the host is known to be a public one, so that a private address or a private CA there means that somebody stands between. */
export function isPublicHost(host: string): boolean {
  return PUBLIC_DOMAINS.some(domain => host === domain || host.endsWith(`.${domain}`));
}

/** The last two labels; three below a second-level registry such as `edu.cn`. A rough measure of who owns a name. */
export function ownerOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isSecondLevel = /^(?:co|com|edu|ac|org|net|gov)$/u.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

const V4_CLASSES: readonly (readonly [base: number, prefix: number, kind: AddressClass])[] = [
  [0x00000000, 8, 'bogon'],
  [0x7f000000, 8, 'loopback'],
  [0xa9fe0000, 16, 'bogon'],
  [0xf0000000, 4, 'bogon'],
  [0x0a000000, 8, 'private'],
  [0xac100000, 12, 'private'],
  [0xc0a80000, 16, 'private'],
  [0x64400000, 10, 'private'],
  // Fake addresses of VPN clients: information, not a fault.
  [0xc6120000, 15, 'fake'],
];

export type AddressClass = 'public' | 'private' | 'loopback' | 'bogon' | 'fake';

/** Special-purpose ranges of RFC 6890 and RFC 4291. What is no address counts as public: nothing can be said against it. */
export function addressClass(text: string): AddressClass {
  const address = parseIpAddress(text.replace(/%.*$/u, ''));
  if (address === undefined) return 'public';
  if (address.family === 4) {
    const row = V4_CLASSES.find(([base, prefix]) => address.bits >> BigInt(32 - prefix) === BigInt(base) >> BigInt(32 - prefix));
    return row?.[2] ?? 'public';
  }
  if (address.bits === 0n) return 'bogon';
  if (address.bits === 1n) return 'loopback';
  if (address.bits >> 121n === 0xfcn >> 1n) return 'private';
  return 'public';
}
