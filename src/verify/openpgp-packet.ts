import { malformed } from './openpgp-armor.ts';

/** Packet tags (RFC 4880, 4.3). */
export const TAG = {
  signature: 2,
  publicKey: 6,
  marker: 10,
  trust: 12,
  userId: 13,
  publicSubkey: 14,
  userAttribute: 17,
} as const;

const MAX_PACKET_COUNT = 256;
const MAX_SUBPACKET_COUNT = 64;
/** 16,384 bits: more is no key that anybody uses. */
const MAX_INTEGER_BYTES = 2_048;

export interface Packet {
  readonly tag: number;
  readonly body: Buffer;
}

/** Reads octets in order and never beyond the end. Every method throws PGP.MALFORMED there. */
export interface Octets {
  take(count: number): Buffer;
  /** Big-endian number of so many octets, at most 4. */
  number(count: number): number;
  readonly left: number;
  /** How many were read. */
  readonly at: number;
}

export function readOctets(bytes: Buffer): Octets {
  let at = 0;
  const take = (count: number): Buffer => {
    if (count > bytes.length - at) throw malformed(`${count} octets expected, ${bytes.length - at} left`);
    at += count;
    return bytes.subarray(at - count, at);
  };
  return {
    take,
    number: count => (count === 0 ? 0 : take(count).readUIntBE(0, count)),
    get left() {
      return bytes.length - at;
    },
    get at() {
      return at;
    },
  };
}

/**
 * The packets of a message, in the old and in the new format (RFC 4880, 4.2). Lengths that are indeterminate or partial do not occur
 * in keys and signatures, and are refused. Throws PGP.MALFORMED.
 */
export function readPackets(bytes: Buffer): readonly Packet[] {
  const octets = readOctets(bytes);
  const packets: Packet[] = [];
  while (octets.left > 0) {
    if (packets.length === MAX_PACKET_COUNT) throw malformed('too many packets');
    const head = octets.number(1);
    if ((head & 0x80) === 0) throw malformed('no packet header');
    const isNew = (head & 0x40) !== 0;
    const tag = isNew ? head & 0x3f : (head >> 2) & 0x0f;
    const length = isNew ? newLength(octets) : oldLength(octets, head & 3);
    packets.push({ tag, body: octets.take(length) });
  }
  return packets;
}

function oldLength(octets: Octets, type: number): number {
  if (type === 3) throw malformed('packet of indeterminate length');
  return octets.number(2 ** type);
}

/** Also the length of a subpacket (5.2.3.1), where 224 to 254 begin a length of two octets. */
function newLength(octets: Octets, lastOfTwo = 223): number {
  const first = octets.number(1);
  if (first < 192) return first;
  if (first <= lastOfTwo) return (first - 192) * 256 + octets.number(1) + 192;
  if (first !== 255) throw malformed('packet of partial length');
  return octets.number(4);
}

export interface Subpacket {
  readonly type: number;
  /** Whoever does not know its meaning must not accept the signature. */
  readonly isCritical: boolean;
  readonly body: Buffer;
}

/** One area of subpackets of a signature (RFC 4880, 5.2.3.1). Throws PGP.MALFORMED. */
export function readSubpackets(area: Buffer): readonly Subpacket[] {
  const octets = readOctets(area);
  const subpackets: Subpacket[] = [];
  while (octets.left > 0) {
    if (subpackets.length === MAX_SUBPACKET_COUNT) throw malformed('too many subpackets');
    const length = newLength(octets, 254);
    if (length === 0) throw malformed('empty subpacket');
    const type = octets.number(1);
    subpackets.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, body: octets.take(length - 1) });
  }
  return subpackets;
}

/** A multiprecision integer (RFC 4880, 3.2) with exactly the bit count that it announces. Throws PGP.MALFORMED. */
export function readInteger(octets: Octets): Buffer {
  const bits = octets.number(2);
  const count = Math.ceil(bits / 8);
  if (bits === 0 || count > MAX_INTEGER_BYTES) throw malformed(`integer of ${bits} bits`);
  const bytes = octets.take(count);
  const leading = bytes.readUInt8(0);
  if (32 - Math.clz32(leading) !== bits - (count - 1) * 8) throw malformed('integer with a wrong bit count');
  return bytes;
}
