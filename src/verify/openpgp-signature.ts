import { constants, createHash, type KeyObject, publicDecrypt } from 'node:crypto';
import type { SignatureHash } from '../domain/proof.ts';
import { malformed } from './openpgp-armor.ts';
import { RSA_ALGORITHMS } from './openpgp-key.ts';
import { readInteger, readOctets, readSubpackets, type Subpacket } from './openpgp-packet.ts';

/** Signature types (RFC 4880, 5.2.1). */
export const TYPE = {
  binary: 0x00,
  firstCertification: 0x10,
  lastCertification: 0x13,
  subkeyBinding: 0x18,
  primaryBinding: 0x19,
  directKey: 0x1f,
  keyRevocation: 0x20,
  subkeyRevocation: 0x28,
} as const;

/** Types of subpackets (RFC 4880, 5.2.3.1; RFC 9580 for the issuer fingerprint). */
export const SUBPACKET = {
  created: 2,
  signatureExpires: 3,
  keyExpires: 9,
  issuer: 16,
  keyFlags: 27,
  revocationReason: 29,
  embedded: 32,
  issuerFingerprint: 33,
} as const;

/** What is understood, or says only how a key likes to be used: preferences, features, primary user id, exportable, key server. */
const UNDERSTOOD: readonly number[] = [...Object.values(SUBPACKET), 4, 7, 11, 21, 22, 23, 25, 30, 34];

/** Hash algorithms (RFC 4880, 9.4). SHA-1 and older are not accepted, and SHA-224 nobody uses. */
const HASHES: Readonly<Record<number, SignatureHash>> = { 8: 'sha256', 9: 'sha384', 10: 'sha512' };

/** DER of DigestInfo before the digest (RFC 8017, 9.2 note 1). */
const DIGEST_INFO: Readonly<Record<SignatureHash, Buffer>> = {
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};

export interface Signature {
  readonly type: number;
  /** Undefined: made with an algorithm that is not accepted, which `refused` names. */
  readonly hash: SignatureHash | undefined;
  readonly refused: string | undefined;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** Fingerprint or key id of who claims to have signed, upper-case hexadecimal; undefined when it says nothing. */
  readonly issuer: string | undefined;
  readonly hashed: readonly Subpacket[];
  readonly unhashed: readonly Subpacket[];
  /** What is hashed after the data (RFC 4880, 5.2.4). */
  readonly trailer: Buffer;
  /** The first two octets of the digest. */
  readonly digestStart: Buffer;
  /** The signature itself, big-endian. */
  readonly value: Buffer;
}

/**
 * Body of a signature packet, version 4. A critical subpacket that is not understood makes the signature one that is not accepted; so
 * does an area that is not hashed and holds more than a repeated issuer, or a back signature. Throws PGP.MALFORMED.
 */
export function parseSignature(body: Buffer): Signature {
  const octets = readOctets(body);
  const version = octets.number(1);
  if (version !== 4) throw malformed(`signature of version ${version}`);
  const type = octets.number(1);
  const algorithm = octets.number(1);
  const hashAlgorithm = octets.number(1);
  const hashed = readSubpackets(octets.take(octets.number(2)));
  const hashedPart = body.subarray(0, octets.at);
  const unhashed = readSubpackets(octets.take(octets.number(2)));
  const digestStart = octets.take(2);
  const isRsa = RSA_ALGORITHMS.includes(algorithm);
  const value = isRsa ? readInteger(octets) : octets.take(octets.left);
  if (octets.left > 0) throw malformed('octets behind a signature');
  const trailer = Buffer.alloc(hashedPart.length + 6, hashedPart);
  trailer.writeUInt16BE(0x04ff, hashedPart.length);
  trailer.writeUInt32BE(hashedPart.length, hashedPart.length + 2);
  const refused = refusal({ type, isRsa, hash: HASHES[hashAlgorithm], hashAlgorithm, hashed, unhashed });
  return {
    type,
    hash: refused === undefined ? HASHES[hashAlgorithm] : undefined,
    refused,
    createdAt: numberOf(hashed, SUBPACKET.created) ?? 0,
    issuer: issuerOf([...hashed, ...unhashed]),
    hashed,
    unhashed,
    trailer,
    digestStart,
    value,
  };
}

function refusal(parts: {
  readonly type: number;
  readonly isRsa: boolean;
  readonly hash: SignatureHash | undefined;
  readonly hashAlgorithm: number;
  readonly hashed: readonly Subpacket[];
  readonly unhashed: readonly Subpacket[];
}): string | undefined {
  const { type, isRsa, hash, hashAlgorithm, hashed, unhashed } = parts;
  if (!isRsa) return 'its algorithm is not RSA';
  if (hash === undefined) return `its hash algorithm ${hashAlgorithm} is not accepted`;
  if (numberOf(hashed, SUBPACKET.created) === undefined) return 'it has no creation time';
  const unknown = hashed.find(({ type, isCritical }) => isCritical && !UNDERSTOOD.includes(type));
  if (unknown !== undefined) return `its critical subpacket ${unknown.type} is not understood`;
  if ((numberOf(hashed, SUBPACKET.signatureExpires) ?? 0) > 0) return 'it expires';
  const mayBeLoose = type === TYPE.subkeyBinding ? [...ISSUER, SUBPACKET.embedded] : ISSUER;
  const loose = unhashed.find(subpacket => subpacket.isCritical || !mayBeLoose.includes(subpacket.type));
  if (loose !== undefined) return `its subpacket ${loose.type} is not signed`;
  return issuersAgree([...hashed, ...unhashed]) ? undefined : 'it names several issuers';
}

/** What may stand where nothing is signed, since the signature itself proves or disproves it; so does a back signature. */
const ISSUER: readonly number[] = [SUBPACKET.issuer, SUBPACKET.issuerFingerprint];

function issuers(subpackets: readonly Subpacket[]): readonly string[] {
  return subpackets.flatMap(({ type, body }) => {
    if (type === SUBPACKET.issuer) return [body.toString('hex').toUpperCase()];
    // Its first octet is the version of the key.
    return type === SUBPACKET.issuerFingerprint ? [body.subarray(1).toString('hex').toUpperCase()] : [];
  });
}

function issuerOf(subpackets: readonly Subpacket[]): string | undefined {
  return [...issuers(subpackets)].sort((a, b) => b.length - a.length)[0];
}

function issuersAgree(subpackets: readonly Subpacket[]): boolean {
  const all = issuers(subpackets);
  const isWhole = subpackets.every(({ type, body }) => type !== SUBPACKET.issuerFingerprint || body[0] === 4);
  const lengths = all.every(({ length }) => length === 16 || length === 40);
  return isWhole && lengths && new Set(all.map(text => text.slice(-16))).size <= 1;
}

/** A subpacket that holds one number of four octets; undefined when it is not there. Throws PGP.MALFORMED when it is there twice. */
export function numberOf(subpackets: readonly Subpacket[], type: number): number | undefined {
  const [first, second] = subpackets.filter(subpacket => subpacket.type === type);
  if (second !== undefined || (first !== undefined && first.body.length !== 4)) throw malformed(`subpacket ${type}`);
  return first?.body.readUInt32BE(0);
}

/**
 * The digest that this key has signed, in lower-case hex; undefined when the key has not made the signature. Comparing all of the
 * padded block, and not what follows the padding, leaves a forger no room (RFC 8017, 8.2.2).
 */
export function signedDigest({ hash, value, digestStart }: Signature, key: KeyObject): string | undefined {
  if (hash === undefined) return undefined;
  const block = openBlock(key, value);
  if (block === undefined) return undefined;
  const info = DIGEST_INFO[hash];
  const digestBytes = info.at(-1) ?? 0;
  const digest = block.subarray(block.length - digestBytes);
  const filler = Buffer.alloc(block.length - digestBytes - info.length - 3, 0xff);
  const expected = Buffer.concat([Buffer.of(0, 1), filler, Buffer.of(0), info, digest]);
  return block.equals(expected) && digest.subarray(0, 2).equals(digestStart) ? digest.toString('hex') : undefined;
}

function openBlock(key: KeyObject, value: Buffer): Buffer | undefined {
  const size = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  if (value.length > size) return undefined;
  const padded = Buffer.concat([Buffer.alloc(size - value.length), value]);
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, padded);
  } catch {
    // A number that is not smaller than the modulus is no signature.
    return undefined;
  }
}

/** Whether the key has signed this data. */
export function isSignedBy(signature: Signature, key: KeyObject, data: readonly Uint8Array[]): boolean {
  const digest = signedDigest(signature, key);
  if (digest === undefined || signature.hash === undefined) return false;
  const hash = createHash(signature.hash);
  for (const part of data) hash.update(part);
  return hash.update(signature.trailer).digest('hex') === digest;
}
