import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Writes OpenPGP packets (RFC 4880), to have keys and signatures of every kind, also of kinds that no program makes. */

export type Hash = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const HASH_NUMBERS: Readonly<Record<Hash, number>> = { sha1: 2, sha256: 8, sha384: 9, sha512: 10 };

export interface Pair {
  readonly privateKey: KeyObject;
  /** Body of its key packet. */
  readonly body: Buffer;
  readonly fingerprint: string;
}

/** Seconds since 1970. */
export function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1_000;
}

export function makePair(created: string, modulusLength = 2_048): Pair {
  return pairOf(generateKeyPairSync('rsa', { modulusLength }).privateKey, created);
}

export function pairOf(privateKey: KeyObject, created: string): Pair {
  const { n = '', e = '' } = privateKey.export({ format: 'jwk' });
  const numbers = [mpi(Buffer.from(n, 'base64url')), mpi(Buffer.from(e, 'base64url'))];
  const body = Buffer.concat([Buffer.of(4), number(at(created), 4), Buffer.of(1), ...numbers]);
  return { privateKey, body, fingerprint: createHash('sha1').update(hashedKey(body)).digest('hex').toUpperCase() };
}

export function subpacket(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(body.length + 1, type), body]);
}

export function number(value: number, octets: number): Buffer {
  const bytes = Buffer.alloc(octets);
  bytes.writeUIntBE(value, 0, octets);
  return bytes;
}

export interface SignatureOptions {
  readonly type?: number;
  readonly hash?: Hash;
  /** Default: 2026-09-01. */
  readonly made?: string;
  /** Over and above time and issuer. */
  readonly hashed?: readonly Buffer[];
  /** In place of the key id. */
  readonly unhashed?: readonly Buffer[];
  readonly withFingerprint?: boolean;
  readonly withTime?: boolean;
}

/** Body of a signature packet. */
export function signatureBody(pair: Pair, data: readonly Uint8Array[], options: SignatureOptions = {}): Buffer {
  const { type = 0, hash = 'sha512', made = '2026-09-01', hashed = [], withFingerprint = true, withTime = true } = options;
  const unhashed = options.unhashed ?? [subpacket(16, Buffer.from(pair.fingerprint.slice(-16), 'hex'))];
  const own = [
    ...(withFingerprint ? [subpacket(33, Buffer.from(`04${pair.fingerprint}`, 'hex'))] : []),
    ...(withTime ? [subpacket(2, number(at(made), 4))] : []),
  ];
  const area = Buffer.concat([...own, ...hashed]);
  const loose = Buffer.concat(unhashed);
  const head = Buffer.concat([Buffer.of(4, type, 1, HASH_NUMBERS[hash]), number(area.length, 2), area]);
  const signed = Buffer.concat([...data, head, Buffer.of(4, 0xff), number(head.length, 4)]);
  const start = createHash(hash).update(signed).digest().subarray(0, 2);
  return Buffer.concat([head, number(loose.length, 2), loose, start, mpi(sign(hash, signed, pair.privateKey))]);
}

/** A detached signature, in the old packet format as gpg writes it. */
export function detached(pair: Pair, data: Uint8Array, options: SignatureOptions = {}): Buffer {
  return packet(2, signatureBody(pair, [data], options));
}

export interface SubkeyOptions {
  readonly days?: number;
  /** Default: sign (2). */
  readonly flags?: number;
  readonly back?: 'good' | 'none' | 'sha1' | 'foreign';
  readonly boundBy?: Pair;
  readonly bound?: string;
  readonly revoked?: { readonly on: string; readonly reason: number };
}

export interface RingOptions {
  readonly userId?: string;
  readonly flags?: number;
  readonly days?: number;
  readonly revoked?: { readonly on: string; readonly reason: number };
  readonly selfHash?: Hash;
}

/** A subkey packet and the signatures behind it. */
export function subkeyPackets(primary: Pair, subkey: Pair, created: string, options: SubkeyOptions = {}): Buffer {
  const { days = 0, flags = 2, back = 'good', boundBy = primary, bound = created, revoked } = options;
  const data = [hashedKey(primary.body), hashedKey(subkey.body)];
  const signer = back === 'foreign' ? primary : subkey;
  const backBody = signatureBody(signer, data, { type: 0x19, made: bound, hash: back === 'sha1' ? 'sha1' : 'sha256' });
  const embedded = back === 'none' ? [] : [longSubpacket(32, backBody)];
  const expiry = days === 0 ? [] : [subpacket(9, number(days * 86_400, 4))];
  const hashed = [subpacket(27, Buffer.of(flags)), ...expiry];
  const issuer = subpacket(16, Buffer.from(boundBy.fingerprint.slice(-16), 'hex'));
  const binding = signatureBody(boundBy, data, { type: 0x18, made: bound, hashed, unhashed: [issuer, ...embedded] });
  return Buffer.concat([packet(14, subkey.body), packet(2, binding), ...revocation(primary, data, 0x28, revoked)]);
}

/** The packets of a certificate: primary key, one user id, subkeys. */
export function certificate(primary: Pair, created: string, subkeys: readonly Buffer[], options: RingOptions = {}): Buffer {
  const { userId = 'Test Signing <test@example.com>', flags = 3, days = 0, revoked, selfHash = 'sha256' } = options;
  const name = Buffer.from(userId);
  const expiry = days === 0 ? [] : [subpacket(9, number(days * 86_400, 4))];
  const hashed = [subpacket(27, Buffer.of(flags)), ...expiry];
  const data = [hashedKey(primary.body), Buffer.concat([Buffer.of(0xb4), number(name.length, 4), name])];
  const self = signatureBody(primary, data, { type: 0x13, made: created, hashed, hash: selfHash });
  return Buffer.concat([
    packet(6, primary.body),
    ...revocation(primary, [hashedKey(primary.body)], 0x20, revoked),
    packet(13, name),
    packet(2, self),
    ...subkeys,
  ]);
}

function revocation(
  primary: Pair,
  data: readonly Buffer[],
  type: number,
  revoked: { readonly on: string; readonly reason: number } | undefined,
): readonly Buffer[] {
  if (revoked === undefined) return [];
  const hashed = [subpacket(29, Buffer.of(revoked.reason))];
  return [packet(2, signatureBody(primary, data, { type, made: revoked.on, hashed }))];
}

/** In the old format with a length of two octets. */
export function packet(tag: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(0x80 | (tag << 2) | 1), number(body.length, 2), body]);
}

/** In the new format, with the shortest length. */
export function newPacket(tag: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(0xc0 | tag), newLength(body.length), body]);
}

function newLength(length: number): Buffer {
  if (length < 192) return Buffer.of(length);
  if (length < 8_384) return number(length - 192 + 0xc000, 2);
  return Buffer.concat([Buffer.of(255), number(length, 4)]);
}

function longSubpacket(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([newLength(body.length + 1), Buffer.of(type), body]);
}

export function armor(label: 'SIGNATURE' | 'PUBLIC KEY BLOCK', bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  const sum = number(crc24(bytes), 3).toString('base64');
  return [`-----BEGIN PGP ${label}-----`, '', ...lines, `=${sum}`, `-----END PGP ${label}-----`, ''].join('\n');
}

function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const top = (crc >> 23) & 1;
      crc = (crc << 1) & 0xffffff;
      if (top !== ((byte >> bit) & 1)) crc ^= 0x864cfb;
    }
  }
  return crc;
}

function hashedKey(body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x99), number(body.length, 2), body]);
}

function mpi(value: Buffer): Buffer {
  let bytes = value;
  while (bytes[0] === 0) bytes = bytes.subarray(1);
  const bits = bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24;
  return Buffer.concat([number(bits, 2), bytes]);
}

/** A primary key with one subkey that signs, both made on 2024-01-01; the block is armored. Keys are made once for each process. */
export interface TestSigner {
  readonly primary: Pair;
  readonly subkey: Pair;
  readonly block: Buffer;
}

export function makeTestSigner(options: SubkeyOptions = {}): TestSigner {
  const primary = makePair('2024-01-01');
  const subkey = makePair('2024-01-01');
  const packets = certificate(primary, '2024-01-01', [subkeyPackets(primary, subkey, '2024-01-01', { days: 1_096, ...options })]);
  return { primary, subkey, block: Buffer.from(armor('PUBLIC KEY BLOCK', packets)) };
}

/** `<file>.asc` over these bytes. */
export function asc(pair: Pair, data: Uint8Array, options: SignatureOptions = {}): Buffer {
  return Buffer.from(armor('SIGNATURE', detached(pair, data, options)));
}
