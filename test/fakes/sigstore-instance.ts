import { createHash, sign, X509Certificate } from 'node:crypto';
import { bits, oid, sequence } from './der.ts';
import type { Json } from './sigstore.ts';
import {
  type Certified,
  extension,
  holderOf,
  type Keys,
  makeAuthority,
  makeCertificate,
  makeKeys,
  pemOf,
  proofOf,
  receiptOf,
  timestampOf,
} from './sigstore-parts.ts';

/** A Sigstore instance of tests: certificate authority, certificate log, transparency log, timestamp authority. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

export const IDENTITY = 'https://github.com/example/go-private/.github/workflows/build.yml@refs/heads/main';
export const ISSUER = 'https://token.actions.githubusercontent.com';

export interface Statement {
  readonly payloadType: string;
  readonly payload: string;
}

export interface Signing {
  readonly identity?: string;
  readonly issuer?: string;
  /** When; default: that of the instance. */
  readonly atMs?: number;
  /** When the certificate is valid, relative to that; default: one minute before to nine after. */
  readonly validMs?: readonly [number, number];
  /** Default: signing code. */
  readonly purpose?: string;
  /** How the certificate log answers: rightly, with a key that is not its own, as another log, or not. */
  readonly receipt?: 'good' | 'forged' | 'elsewhere' | 'none';
  /** Who is asked for the certificate, log entry and time; default: this instance. */
  readonly certifiedBy?: Instance;
  readonly loggedBy?: Instance;
  readonly datedBy?: Instance;
  /** How the time is proved: by the promise of a log, by a timestamp, by both, or not; default: by the promise. */
  readonly time?: 'promise' | 'timestamp' | 'both' | 'none';
  /** `tiles` is version 2 of Rekor; default: version 1. */
  readonly log?: 'rekor' | 'tiles' | 'none';
  /** The certificate that is logged; default: the one of the bundle. */
  readonly logged?: string;
  /** In place of the signature over the file. */
  readonly statement?: Statement;
  readonly key?: 'P-256' | 'P-384';
  readonly hash?: 'sha256' | 'sha384';
}

export interface Instance {
  readonly nowMs: number;
  readonly root: Certified;
  readonly authority: Certified;
  readonly certificateLog: Keys;
  readonly log: Keys;
  readonly clockRoot: Certified;
  readonly clock: Certified;
  readonly host: string;
  /** As `trusted_root.json`; what is named is left out. */
  trustedRoot(without?: readonly string[]): Json;
  bundle(data: Uint8Array, signing?: Signing): Json;
}

export function makeInstance(name = 'example.com', nowMs = Date.UTC(2026, 9, 1)): Instance {
  const valid = [nowMs - 300 * DAY_MS, nowMs + 3_000 * DAY_MS] as const;
  const root = makeAuthority(`root of ${name}`, valid);
  const authority = makeAuthority(`authority of ${name}`, valid, root);
  const clockRoot = makeAuthority(`clock root of ${name}`, valid);
  const clock = makeCertificate({
    keys: makeKeys(),
    name: `clock of ${name}`,
    issuer: clockRoot,
    valid,
    extensions: [
      extension('2.5.29.15', bits(Buffer.of(0x80), 7), true),
      extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.8')), true),
    ],
  });
  const instance: Instance = {
    nowMs,
    root,
    authority,
    certificateLog: makeKeys(),
    log: makeKeys(),
    clockRoot,
    clock,
    host: `rekor.${name}`,
    trustedRoot: without => trustedRootOf(instance, without ?? []),
    bundle: (data, signing) => bundleBy(instance, data, signing ?? {}),
  };
  return instance;
}

function trustedRootOf(instance: Instance, without: readonly string[]): Json {
  const { root, authority, certificateLog, log, clock, clockRoot, host, nowMs } = instance;
  const validFor = { start: new Date(nowMs - 200 * DAY_MS).toISOString() };
  const chain = (...certs: readonly Certified[]) => ({
    certChain: { certificates: certs.map(({ cert }) => ({ rawBytes: cert.toString('base64') })) },
    validFor,
  });
  const logOf = (keys: Keys, baseUrl: string) => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: keys.spki.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: keys.id.toString('base64') },
  });
  const all: Json = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(log, `https://${host}`)],
    certificateAuthorities: [{ subject: {}, uri: `https://fulcio.${host}`, ...chain(authority, root) }],
    ctlogs: [logOf(certificateLog, `https://ct.${host}`)],
    timestampAuthorities: [{ subject: {}, uri: `https://tsa.${host}`, ...chain(clock, clockRoot) }],
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, without.includes(key) ? [] : value]));
}

/** What `cosign sign-blob --bundle` writes without a key; with a statement, what `cosign attest-blob --bundle` writes. */
function bundleBy(instance: Instance, data: Uint8Array, signing: Signing): Json {
  const { time = 'promise', log = 'rekor', hash = 'sha256', statement, atMs = instance.nowMs } = signing;
  const { datedBy = instance, loggedBy = instance, certifiedBy = instance } = signing;
  const leaf = certificateBy(certifiedBy, { ...signing, atMs });
  const covered = statement === undefined ? data : preAuthOf(statement);
  const signature = sign(hash, covered, leaf.keys.privateKey);
  const signed: Signed = { data, hash, statement, signature, pem: signing.logged ?? pemOf(leaf.cert), atMs };
  const hasPromise = time === 'promise' || time === 'both';
  const clock = { ...datedBy.clock, issuer: datedBy.clockRoot.name };
  const timestamps = [{ signedTimestamp: base64(timestampOf(signature, clock, atMs)) }];
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: base64(leaf.cert) },
      tlogEntries: log === 'none' ? [] : [entryBy(loggedBy, { ...signed, log, hasPromise })],
      ...(time === 'timestamp' || time === 'both' ? { timestampVerificationData: { rfc3161Timestamps: timestamps } } : {}),
    },
    ...(statement === undefined ? { messageSignature: messageOf(signed) } : { dsseEnvelope: envelopeOf(statement, signature) }),
  };
}

interface Signed {
  readonly data: Uint8Array;
  readonly hash: 'sha256' | 'sha384';
  readonly statement: Signing['statement'];
  readonly signature: Buffer;
  readonly pem: string;
  readonly atMs: number;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const digest = (hash: string, data: Uint8Array): Buffer => createHash(hash).update(data).digest();

function messageOf({ data, hash, signature }: Signed): Json {
  const algorithm = hash === 'sha256' ? 'SHA2_256' : 'SHA2_384';
  return { messageDigest: { algorithm, digest: base64(digest(hash, data)) }, signature: base64(signature) };
}

function envelopeOf({ payloadType, payload }: Statement, signature: Buffer): Json {
  return { payloadType, payload: base64(Buffer.from(payload)), signatures: [{ sig: base64(signature) }] };
}

/** What the signature of an envelope covers (secure-systems-lab/dsse, protocol.md). */
function preAuthOf({ payloadType, payload }: Statement): Buffer {
  return Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${Buffer.byteLength(payload)} ${payload}`);
}

function certificateBy(instance: Instance, signing: Signing & { readonly atMs: number }): Certified {
  const { identity = IDENTITY, issuer = ISSUER, purpose = CODE_SIGNING, atMs, receipt = 'good' } = signing;
  const [from, to] = signing.validMs ?? [-MINUTE_MS, 9 * MINUTE_MS];
  const others = makeKeys();
  const by = receipt === 'good' ? instance.certificateLog : others;
  const log = receipt === 'elsewhere' ? others : instance.certificateLog;
  return makeCertificate({
    keys: makeKeys(signing.key),
    name: undefined,
    issuer: instance.authority,
    valid: [atMs + from, atMs + to],
    extensions: holderOf({ identity, issuer, purpose }),
    receipt: (tbs, ca) => (receipt === 'none' ? undefined : receiptOf(tbs, { issuer: ca, by, log, ms: atMs })),
  });
}

function entryBy(
  { log, host }: Instance,
  entry: Signed & { readonly log: 'rekor' | 'tiles'; readonly hasPromise: boolean },
): Json {
  const body = Buffer.from(JSON.stringify(entry.log === 'rekor' ? rekorBody(entry) : tilesBody(entry)));
  const { kind, apiVersion: version } = entry.log === 'rekor' ? rekorBody(entry) : tilesBody(entry);
  const integratedTime = Math.floor(entry.atMs / 1_000);
  const promised = { body: base64(body), integratedTime, logID: log.id.toString('hex'), logIndex: 2 };
  const promise = sign('sha256', Buffer.from(JSON.stringify(promised)), log.privateKey);
  return {
    logIndex: '2',
    logId: { keyId: base64(log.id) },
    kindVersion: { kind, version },
    ...(entry.hasPromise
      ? { integratedTime: String(integratedTime), inclusionPromise: { signedEntryTimestamp: base64(promise) } }
      : {}),
    // Version 1 of Rekor adds the number of the tree; cosign tells the versions apart by it.
    inclusionProof: proofOf(body, { log, host, ...(entry.log === 'rekor' && { origin: `${host} - 4567` }) }),
    canonicalizedBody: base64(body),
  };
}

/** Keys in the order of their names, as Rekor writes them. */
function rekorBody({ data, hash, statement, signature, pem }: Signed): Json {
  const publicKey = base64(Buffer.from(pem));
  if (statement === undefined) {
    const value = digest(hash, data).toString('hex');
    const spec = {
      data: { hash: { algorithm: hash, value } },
      signature: { content: base64(signature), publicKey: { content: publicKey } },
    };
    return { apiVersion: '0.0.1', kind: 'hashedrekord', spec };
  }
  const sums = {
    envelopeHash: {
      algorithm: 'sha256',
      value: digest('sha256', Buffer.from(JSON.stringify(envelopeOf(statement, signature)))).toString('hex'),
    },
    payloadHash: { algorithm: 'sha256', value: digest('sha256', Buffer.from(statement.payload)).toString('hex') },
  };
  return {
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: { ...sums, signatures: [{ signature: base64(signature), verifier: publicKey }] },
  };
}

function tilesBody({ data, hash, signature, pem }: Signed): Json {
  const x509Certificate = { rawBytes: base64(new X509Certificate(pem).raw) };
  const algorithm = hash === 'sha256' ? 'SHA2_256' : 'SHA2_384';
  const keyDetails = hash === 'sha256' ? 'PKIX_ECDSA_P256_SHA_256' : 'PKIX_ECDSA_P384_SHA_384';
  const hashedRekordV002 = {
    data: { algorithm, digest: base64(digest(hash, data)) },
    signature: { content: base64(signature), verifier: { keyDetails, x509Certificate } },
  };
  return { apiVersion: '0.0.2', kind: 'hashedrekord', spec: { hashedRekordV002 } };
}
