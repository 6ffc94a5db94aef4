import { dateText } from '../domain/calendar.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { SignedExpectation } from '../domain/proof.ts';
import { malformed, readArmor } from './openpgp-armor.ts';
import { type KeyRing, type RingKey, wasValid } from './openpgp-key-ring.ts';
import { readPackets, TAG } from './openpgp-packet.ts';
import { parseSignature, type Signature, signedDigest, TYPE } from './openpgp-signature.ts';

/** More than one only while keys change. */
const MAX_SIGNATURE_COUNT = 4;

export interface SignedFile {
  readonly fileName: string;
  /** Go's own name of the release: `go1.26.8`. */
  readonly release: string;
  /** A signature that is older cannot be of this release: seconds since 1970, see release-bound.ts. */
  readonly notBefore: number;
}

/**
 * What a detached signature (`<file>.asc`) says of a file, when a key of the ring has made it: the digest that was signed, with which
 * the archive is compared when its bytes have been hashed. The key is judged at the time of the signature, as gpg does, for it may
 * have expired since; therefore the signature must not be older than the release, or a stolen key of former days could sign today's
 * releases. Of several signatures one that is right suffices: while keys change, a file is signed by both. Throws PGP.MALFORMED,
 * PGP.UNKNOWN_SUBKEY, PGP.BAD_SIGNATURE, PGP.EXPIRED_SUBKEY, PGP.OLD_SIGNATURE.
 */
export function openSignature(asc: Uint8Array, ring: KeyRing, file: SignedFile): SignedExpectation {
  const packets = readPackets(readArmor(asc, 'SIGNATURE'));
  if (packets.length > MAX_SIGNATURE_COUNT || packets.some(({ tag }) => tag !== TAG.signature)) {
    throw malformed('it is not a detached signature');
  }
  // A key of another version is none of the ring.
  const signatures = packets.filter(({ body }) => body[0] === 4).map(({ body }) => parseSignature(body));
  const refused: Failure[] = [];
  for (const signature of signatures) {
    const key = [ring.primary, ...ring.subkeys].find(each => isIssuer(each, signature));
    const judged = key === undefined ? undefined : judgeSignature(signature, key, { ring, file });
    if (judged instanceof Failure) refused.push(judged);
    else if (judged !== undefined) return judged;
  }
  const unknown = refuse('PGP.UNKNOWN_SUBKEY', file, { 'signed by': signatures[0]?.issuer ?? 'not named', ...primaryOf(ring) });
  throw refused.find(({ code }) => code !== 'PGP.UNKNOWN_SUBKEY') ?? refused[0] ?? unknown;
}

function isIssuer({ fingerprint, keyId }: RingKey, { issuer }: Signature): boolean {
  return issuer !== undefined && (issuer === fingerprint || issuer === keyId);
}

function judgeSignature(
  signature: Signature,
  key: RingKey,
  { ring, file }: { readonly ring: KeyRing; readonly file: SignedFile },
): SignedExpectation | Failure {
  const { hash, refused, createdAt, trailer } = signature;
  const evidence = { 'signed by': key.fingerprint, ...primaryOf(ring) };
  if (key.rsa === undefined) return refuse('PGP.UNKNOWN_SUBKEY', file, { ...evidence, reason: key.flaw });
  if (hash === undefined || signature.type !== TYPE.binary) {
    return refuse('PGP.BAD_SIGNATURE', file, { ...evidence, reason: refused ?? `it is of type ${signature.type}` });
  }
  const value = signedDigest(signature, key.rsa);
  if (value === undefined) return refuse('PGP.BAD_SIGNATURE', file, { ...evidence, reason: 'this key has not made it' });
  const signed = { ...evidence, 'signed on': dateText(createdAt) };
  if (!wasValid(key, createdAt) || !wasValid(ring.primary, createdAt)) {
    const expires = key.expiresAt === undefined ? undefined : dateText(key.expiresAt);
    const revoked = key.revokedAt === undefined ? undefined : dateText(key.revokedAt);
    return refuse('PGP.EXPIRED_SUBKEY', file, {
      ...signed,
      'valid from': dateText(key.createdAt),
      'valid until': expires,
      'revoked from': revoked,
    });
  }
  if (createdAt < file.notBefore) {
    return refuse('PGP.OLD_SIGNATURE', file, { ...signed, 'not released before': dateText(file.notBefore) });
  }
  return {
    kind: 'openpgp-signature',
    over: 'signed',
    fileName: file.fileName,
    value,
    hash,
    trailer,
    signedAt: createdAt,
    release: file.release,
    root: `OpenPGP key ${ring.primary.fingerprint}`,
    detail: `signed on ${dateText(createdAt)} by the subkey ${key.fingerprint} of ${ring.userIds[0] ?? 'that key'}`,
  };
}

function primaryOf({ primary }: KeyRing): { readonly 'primary key': string } {
  return { 'primary key': primary.fingerprint };
}

function refuse(
  code: 'PGP.UNKNOWN_SUBKEY' | 'PGP.BAD_SIGNATURE' | 'PGP.EXPIRED_SUBKEY' | 'PGP.OLD_SIGNATURE',
  { fileName }: SignedFile,
  evidence: Readonly<Record<string, string | undefined>>,
): Failure {
  return failure(code, { subject: `${fileName}.asc`, evidence });
}
