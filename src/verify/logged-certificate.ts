import { X509Certificate } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import { parseJsonObject } from '../domain/json-object.ts';

/** Where the entries of Rekor (versions 1 and 2) hold whose signature it is, by kind and version. */
const PLACES: Readonly<Record<string, readonly (string | number)[]>> = {
  'hashedrekord 0.0.1': ['spec', 'signature', 'publicKey', 'content'],
  'dsse 0.0.1': ['spec', 'signatures', 0, 'verifier'],
  'intoto 0.0.2': ['spec', 'content', 'envelope', 'signatures', 0, 'publicKey'],
  'hashedrekord 0.0.2': ['spec', 'hashedRekordV002', 'signature', 'verifier', 'x509Certificate', 'rawBytes'],
  'dsse 0.0.2': ['spec', 'dsseV002', 'signatures', 0, 'verifier', 'x509Certificate', 'rawBytes'],
};

/** `hashedrekord 0.0.1`. */
export function kindOf({ kindVersion }: TransparencyLogEntry): string {
  return `${kindVersion.kind} ${kindVersion.version}`;
}

/** Whether entries of this kind can be compared with a bundle. */
export function isKnownKind(entry: TransparencyLogEntry): boolean {
  return Object.hasOwn(PLACES, kindOf(entry));
}

/**
 * Whether the log holds this certificate (DER) beside the signature. Two ECDSA keys of one owner can be made to fit one signature, so
 * whoever stole an identity could log its signature under a key that nobody watches: @sigstore/verify compares signature and digest only.
 */
export function isLogged(entry: TransparencyLogEntry, certificate: Uint8Array): boolean {
  let at: unknown = parseJsonObject(entry.canonicalizedBody.toString('utf8'));
  for (const step of PLACES[kindOf(entry)] ?? []) {
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string | number, unknown>>)[step] : undefined;
  }
  if (typeof at !== 'string') return false;
  const once = Buffer.from(at, 'base64');
  // Attestations of the first kind are encoded twice.
  const twice = Buffer.from(once.toString('latin1'), 'base64');
  return [once, twice].some(bytes => isCertificate(bytes, certificate));
}

function isCertificate(bytes: Uint8Array, certificate: Uint8Array): boolean {
  try {
    return new X509Certificate(bytes).raw.equals(certificate);
  } catch {
    // A bare key, or bytes that are no certificate: this is not the one that is looked for.
    return false;
  }
}
