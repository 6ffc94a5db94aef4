import { TrustedRoot } from '@sigstore/protobuf-specs';
import { type TrustMaterial, toTrustMaterial } from '@sigstore/verify';
import { failure } from '../domain/failure.ts';
import { type JsonObject, parseJsonObject } from '../domain/json-object.ts';

type X509Certificate = TrustMaterial['certificateAuthorities'][number]['certChain'][number];

/** Whom a Sigstore instance consists of: its certificate authorities, logs and time-stamping authorities, past and present. */
export interface Trusted {
  readonly material: TrustMaterial;
  /** For people: `shipped`, or a file name. */
  readonly name: string;
}

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.1|\.v0\.[12]\+json)$/u;

/**
 * Reads a trusted root (sigstore/protobuf-specs, sigstore_trustroot.proto, versions 0.1 and 0.2, as `trusted_root.json` of a TUF
 * repository). What is no longer in use stays in it with the time in which it was, so that old bundles can be verified. Throws
 * SIG.TRUSTED_ROOT.
 */
export function readTrustedRoot(bytes: Uint8Array, name: string): Trusted {
  const json = parseJsonObject(Buffer.from(bytes).toString('utf8'));
  if (json === undefined) throw unusable(name, 'it is no JSON object');
  const { mediaType } = json;
  if (typeof mediaType !== 'string' || !MEDIA_TYPE.test(mediaType)) {
    throw unusable(name, `its mediaType is ${String(mediaType).slice(0, 100)}`);
  }
  const material = materialOf(json, name);
  if (material.certificateAuthorities.length === 0) throw unusable(name, 'it names no certificate authority');
  // Without either, no time of a signature could be believed.
  if (material.tlogs.length + material.timestampAuthorities.length === 0)
    throw unusable(name, 'it names no log and no timestamps');
  return { material, name };
}

function materialOf(json: JsonObject, name: string): TrustMaterial {
  try {
    const material = toTrustMaterial(TrustedRoot.fromJSON(json));
    const authorities = [...material.certificateAuthorities, ...material.timestampAuthorities];
    // Certificates are taken apart when they are asked, so they are asked here: a damaged file is no reason to doubt a bundle.
    const isWhole = authorities.every(({ certChain }) => certChain.length > 0 && certChain.every(isCertificate));
    if (!isWhole) throw new Error('a certificate is missing or damaged');
    return material;
  } catch (error) {
    throw failure('SIG.TRUSTED_ROOT', { subject: name, evidence: { reason: reasonOf(error) } }, error);
  }
}

function isCertificate({ subject, issuer, notBefore, notAfter, publicKey }: X509Certificate): boolean {
  return subject.length > 0 && issuer.length > 0 && publicKey.length > 0 && notBefore < notAfter;
}

function unusable(subject: string, reason: string): Error {
  return failure('SIG.TRUSTED_ROOT', { subject, evidence: { reason } });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read';
}
