import { parseIpAddress, parseIpBlock } from './ip-address.ts';

/** Blocks that no public server has (IANA special-purpose registries). `benchmark` is also what VPN clients hand out in place of an address. */
const BLOCKS = [
  ['unspecified', '0.0.0.0/8'],
  ['loopback', '127.0.0.0/8'],
  ['private', '10.0.0.0/8'],
  ['private', '172.16.0.0/12'],
  ['private', '192.168.0.0/16'],
  ['shared', '100.64.0.0/10'],
  ['link-local', '169.254.0.0/16'],
  ['benchmark', '198.18.0.0/15'],
  ['reserved', '240.0.0.0/4'],
  ['unspecified', '::/128'],
  ['loopback', '::1/128'],
  ['link-local', 'fe80::/10'],
  ['private', 'fc00::/7'],
] as const;

export type AddressClass = 'public' | (typeof BLOCKS)[number][0];

/** The class of an IP literal without brackets. What is no literal counts as public: nothing can be said against it. */
export function addressClass(text: string): AddressClass {
  const address = parseIpAddress(text.replace(/%.*$/u, ''));
  if (address === undefined) return 'public';
  return BLOCKS.find(([, block]) => parseIpBlock(block)?.(address) === true)?.[0] ?? 'public';
}

/** Whether no name can mean this address: it belongs to no host, or only to a link. */
export function isBogon(address: string): boolean {
  return ['unspecified', 'link-local', 'reserved'].includes(addressClass(address));
}

/** Whether the address is in a private network, or in that of a carrier (RFC 6598). */
export function isPrivateAddress(address: string): boolean {
  return ['private', 'shared'].includes(addressClass(address));
}
