import { createHash, createVerify, type Verify } from 'node:crypto';
import { type SignedEntity, type Signer, Verifier } from '@sigstore/verify';
import { failure } from '../domain/failure.ts';
import type { SignatureHash } from '../domain/proof.ts';
import { type FileDigests, isThisFile } from './in-toto.ts';
import type { KeylessBundle } from './keyless-bundle.ts';
import { keylessFailure, type Question } from './keyless-reason.ts';
import { isLogged } from './logged-certificate.ts';
import type { Trusted } from './trusted-root.ts';

/** Who must have signed. */
export interface ExpectedSigner {
  /** Exactly this identity; or all of it must match. */
  readonly identity: string | RegExp;
  /** Who must have vouched for the identity: the address of the OpenID Connect issuer, exactly. */
  readonly issuer: string;
}

/** What has been proved. */
export interface KeylessProof {
  /** Of the file, lower-case hex. */
  readonly sha256: string;
  readonly identity: string;
  /** When it was signed at the latest, milliseconds since 1970, by a log or a timestamp authority. */
  readonly signedAtMs: number;
}

/** What a certificate must be for (RFC 5280, 4.2.1.12, id-kp-codeSigning); the library does not look. */
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

/** A file that is read once. */
export interface KeylessReading {
  update(chunk: Uint8Array): void;
  /**
   * Ends the reading and verifies everything, without network: the digest of the file, the time by a log's promise or a timestamp
   * authority, the certificate at that time up to the trusted root, its receipt of a certificate log, the log entry, the signature, and
   * then who it was. A log or certificate log is demanded where the trusted root names any. Throws SIG.*.
   */
  prove(trusted: Trusted, expected: ExpectedSigner): KeylessProof;
}

export function readKeyless(bundle: KeylessBundle, fileName: string): KeylessReading {
  const hashes = new Set<SignatureHash>(['sha256', ...bundle.named.flatMap(named => [...named.keys()])]);
  const digests = [...hashes].map(name => [name, createHash(name)] as const);
  const check = bundle.hash === undefined ? undefined : createVerify(bundle.hash);
  return {
    update(chunk) {
      for (const [, digest] of digests) digest.update(chunk);
      check?.update(chunk);
    },
    prove(trusted, expected) {
      const got = new Map(digests.map(([name, digest]) => [name, digest.digest('hex')] as const));
      const sha256 = got.get('sha256') ?? '';
      if (!bundle.named.some(named => isThisFile(named, got))) throw wrongArtifact(bundle.named, { got, fileName });
      const signer = verified({ ...bundle, entity: withFile(bundle, { got, check }) }, { trusted, fileName });
      return { sha256, identity: identified(signer, { expected, fileName }), signedAtMs: signedAtMs(bundle.entity) };
    },
  };
}

/** The same, with a signature that is compared with what was read. The library would want the whole file in memory. */
function withFile(
  { entity, hash }: KeylessBundle,
  { got, check }: { readonly got: FileDigests; readonly check: Verify | undefined },
): SignedEntity {
  if (hash === undefined || check === undefined) return entity;
  const { signature } = entity.signature;
  const content: SignedEntity['signature'] = {
    signature,
    compareSignature: other => other.equals(signature),
    compareDigest: digest => digest.toString('hex') === got.get(hash),
    verifySignature: key => check.verify(key, signature),
  };
  return { ...entity, signature: content };
}

function verified(
  { entity, certificate }: KeylessBundle,
  { trusted, fileName }: { readonly trusted: Trusted; readonly fileName: string },
): Signer {
  const { material, name: rootName } = trusted;
  const signer = accepted({ entity, material, fileName, rootName });
  if (certificate.keyUsage?.includes(CODE_SIGNING) !== true) {
    throw failure('SIG.CERTIFICATE', { subject: fileName, evidence: { reason: 'it is not for signing code' } });
  }
  if (!entity.tlogEntries.every(entry => isLogged(entry, certificate.raw))) {
    throw failure('SIG.LOG', { subject: fileName, evidence: { reason: 'the log holds another certificate' } });
  }
  return signer;
}

function accepted(question: Question): Signer {
  const { entity, material } = question;
  const least = (logs: readonly unknown[]): number => (logs.length > 0 ? 1 : 0);
  const thresholds = { tlogThreshold: least(material.tlogs), ctlogThreshold: least(material.ctlogs), timestampThreshold: 1 };
  try {
    return new Verifier(material, thresholds).verify(entity);
  } catch (error) {
    throw keylessFailure(error, question);
  }
}

function identified(
  { identity = {} }: Signer,
  { expected, fileName }: { readonly expected: ExpectedSigner; readonly fileName: string },
): string {
  const { subjectAlternativeName: got = '', extensions } = identity;
  const issuer = extensions?.issuer ?? '';
  const isIdentity = typeof expected.identity === 'string' ? got === expected.identity : expected.identity.test(got);
  if (got !== '' && isIdentity && issuer === expected.issuer) return got;
  const evidence = {
    'expected identity': String(expected.identity),
    'got identity': got.slice(0, 300),
    'expected issuer': expected.issuer,
    'got issuer': issuer.slice(0, 300),
  };
  throw failure('SIG.IDENTITY', { subject: fileName, evidence });
}

/** The earliest of what was verified. */
function signedAtMs({ timestamps }: SignedEntity): number {
  const times = timestamps.flatMap(each => {
    if (each.$case === 'timestamp-authority') return [each.timestamp.signingTime.getTime()];
    return each.tlogEntry.inclusionPromise === undefined ? [] : [Number(each.tlogEntry.integratedTime) * 1_000];
  });
  return Math.min(...times);
}

function wrongArtifact(
  named: readonly FileDigests[],
  { got, fileName }: { readonly got: FileDigests; readonly fileName: string },
): Error {
  const [[hash, value] = ['sha256', 'none'] as const] = named[0] ?? [];
  const others = named.length > 1 ? ` and ${named.length - 1} more` : '';
  const evidence = { [`signed (${hash})`]: `${value}${others}`, [`got (${hash})`]: got.get(hash) };
  return failure('SIG.WRONG_ARTIFACT', { subject: fileName, evidence });
}
