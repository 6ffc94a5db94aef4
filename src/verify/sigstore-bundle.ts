import { createHash, createPublicKey, createVerify, type KeyObject, verify } from 'node:crypto';
import { failure } from '../domain/failure.ts';
import { isJsonObject, type JsonObject, parseJsonObject } from '../domain/json-object.ts';
import { malformed, unsupported } from './bundle-problem.ts';

/** A signature over a file in a Sigstore bundle. */
export interface FileSignature {
  readonly signature: Buffer;
  /** SHA-256 of the file that it says it is for, lower-case hex; undefined when it does not say. It only names, and proves nothing. */
  readonly sha256: string | undefined;
}

/** Version 0.3 has two names, and both must be accepted (sigstore_bundle.proto, media_type). */
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.bundle(?:\+json;version=0\.3|\.v0\.3\+json)$/u;

/**
 * Reads a Sigstore bundle of version 0.3 (protobuf JSON; sigstore/protobuf-specs, sigstore_bundle.proto) that holds a signature over a
 * file, made with a key. Entries of a transparency log in it are not looked at: who trusts the key needs no log. Throws SIG.MALFORMED,
 * and SIG.UNSUPPORTED for another version, a certificate (keyless signing) and an attestation.
 */
export function parseBundle(bytes: Uint8Array): FileSignature {
  const bundle = parseJsonObject(Buffer.from(bytes).toString('utf8'));
  if (bundle === undefined) throw malformed('JSON');
  const mediaType = bundle['mediaType'];
  if (typeof mediaType !== 'string' || !mediaType.startsWith('application/vnd.dev.sigstore.bundle')) throw malformed('mediaType');
  if (!MEDIA_TYPE.test(mediaType)) throw unsupported(`mediaType ${mediaType.slice(0, 100)}`);
  const material = objectAt(bundle, 'verificationMaterial');
  if ('certificate' in material || 'x509CertificateChain' in material) throw unsupported('a certificate (keyless signing)');
  if (!isJsonObject(material['publicKey'])) throw malformed('verificationMaterial');
  if ('dsseEnvelope' in bundle) throw unsupported('an attestation (dsseEnvelope)');
  const message = objectAt(bundle, 'messageSignature');
  return { signature: bytesAt(message, 'signature'), sha256: digestOf(message) };
}

function digestOf(message: JsonObject): string | undefined {
  if (message['messageDigest'] === undefined) return undefined;
  const digest = objectAt(message, 'messageDigest');
  const { algorithm } = digest;
  // cosign 3.1 writes it empty beside an Ed25519 signature, which knows no digest of its own.
  if (algorithm === undefined && digest['digest'] === undefined) return undefined;
  if (algorithm !== 'SHA2_256') throw unsupported(`digest ${String(algorithm).slice(0, 40)}`);
  const value = bytesAt(digest, 'digest');
  if (value.length !== 32) throw malformed('digest');
  return value.toString('hex');
}

function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  if (!isJsonObject(value)) throw malformed(name);
  return value;
}

function bytesAt(parent: JsonObject, name: string): Buffer {
  const value = parent[name];
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined;
  if (bytes === undefined || bytes.length === 0 || bytes.toString('base64') !== value) throw malformed(name);
  return bytes;
}

/** A public key that files are signed with. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: 'ECDSA P-256' | 'Ed25519';
  /** SHA-256 of the key in its DER form (SubjectPublicKeyInfo), lower-case hex. */
  readonly fingerprint: string;
}

/** PEM text of a public key (RFC 7468, 13). Throws SIG.KEY, also for a private key, which should not be where it is. */
export function readSigningKey(pem: Uint8Array): SigningKey {
  const text = Buffer.from(pem).toString('latin1').trim();
  if (!/^-----BEGIN PUBLIC KEY-----\r?\n[A-Za-z0-9+/=\r\n]+-----END PUBLIC KEY-----$/u.test(text))
    throw badKey('it is no PEM public key');
  const key = publicKey(text);
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  const isP256 = asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isP256 && asymmetricKeyType !== 'ed25519') throw badKey(`it is of the kind ${asymmetricKeyType ?? 'unknown'}`);
  const fingerprint = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { key, algorithm: isP256 ? 'ECDSA P-256' : 'Ed25519', fingerprint };
}

function publicKey(text: string): KeyObject {
  try {
    return createPublicKey(text);
  } catch (error) {
    throw failure('SIG.KEY', { subject: 'key', evidence: { reason: 'it cannot be read' } }, error);
  }
}

/** A file that is read once, for its hash and its signature. */
export interface SignedReading {
  update(chunk: Uint8Array): void;
  /** Ends the reading. Throws SIG.WRONG_ARTIFACT, SIG.BAD_SIGNATURE; else the SHA-256 of the file, lower-case hex, which is proved. */
  prove(bundle: FileSignature): string;
}

/** Ed25519 signs a message as a whole, so all of the file is kept in memory for it (RFC 8032, 5.1). */
export function readSigned({ key, algorithm, fingerprint }: SigningKey, fileName: string): SignedReading {
  const hash = createHash('sha256');
  const check = algorithm === 'Ed25519' ? wholeCheck(key) : createVerify('sha256');
  return {
    update(chunk) {
      hash.update(chunk);
      check.update(chunk);
    },
    prove(bundle) {
      const sha256 = hash.digest('hex');
      if (bundle.sha256 !== undefined && bundle.sha256 !== sha256) {
        const evidence = { 'signed (sha256)': bundle.sha256, 'got (sha256)': sha256 };
        throw failure('SIG.WRONG_ARTIFACT', { subject: fileName, evidence });
      }
      if (check.verify(key, bundle.signature)) return sha256;
      throw failure('SIG.BAD_SIGNATURE', { subject: fileName, evidence: { algorithm, 'key (sha256)': fingerprint, sha256 } });
    },
  };
}

function wholeCheck(key: KeyObject): { update(chunk: Uint8Array): void; verify(key: KeyObject, signature: Buffer): boolean } {
  const chunks: Uint8Array[] = [];
  return {
    update: chunk => void chunks.push(Buffer.from(chunk)),
    verify: (_, signature) => verify(null, Buffer.concat(chunks), key, signature),
  };
}

function badKey(reason: string): Error {
  return failure('SIG.KEY', { subject: 'key', evidence: { reason } });
}
