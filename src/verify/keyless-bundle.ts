import { X509Certificate } from 'node:crypto';
import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import { type SignedEntity, toSignedEntity } from '@sigstore/verify';
import { parseJsonObject } from '../domain/json-object.ts';
import type { SignatureHash } from '../domain/proof.ts';
import { malformed, unsupported } from './bundle-problem.ts';
import { builtFiles, type FileDigests } from './in-toto.ts';
import { isKnownKind, kindOf } from './logged-certificate.ts';

/** A bundle with a certificate, whose parts have been found and not yet verified. */
export interface KeylessBundle {
  readonly entity: SignedEntity;
  readonly certificate: X509Certificate;
  /** Digests of the files that it says it is for, one at least. */
  readonly named: readonly FileDigests[];
  /** The hash that the signature over a file was made with; undefined for an attestation, which is signed itself. */
  readonly hash: SignatureHash | undefined;
}

/** Versions 0.1 and 0.2 are what older cosign and npm wrote; 0.3 has had two names. */
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.bundle(?:\+json;version=0\.[123]|\.v0\.3\+json)$/u;
const ANY_BUNDLE = 'application/vnd.dev.sigstore.bundle';
/** The library takes the name in a signature of a checkpoint for a pattern, wherever in a line it stands: so it must be a plain name. */
const STRANGE_NAME = /\u2014 (?![\w.:/-]+ )/u;
const HASHES: ReadonlyMap<HashAlgorithm, SignatureHash> = new Map([
  [HashAlgorithm.SHA2_256, 'sha256'],
  [HashAlgorithm.SHA2_384, 'sha384'],
  [HashAlgorithm.SHA2_512, 'sha512'],
]);

/**
 * Reads a Sigstore bundle (protobuf JSON, versions 0.1 to 0.3) that holds a certificate and a signature over a file, or over an
 * attestation of SLSA provenance. Throws SIG.MALFORMED, SIG.UNSUPPORTED.
 */
export function parseKeyless(bytes: Uint8Array): KeylessBundle {
  const json = parseJsonObject(Buffer.from(bytes).toString('utf8'));
  const mediaType = json?.['mediaType'];
  if (typeof mediaType !== 'string' || !mediaType.startsWith(ANY_BUNDLE)) throw malformed(json ? 'mediaType' : 'JSON');
  if (!MEDIA_TYPE.test(mediaType)) throw unsupported(`mediaType ${mediaType.slice(0, 100)}`);
  const bundle = parsed(() => bundleFromJSON(json));
  for (const entry of bundle.verificationMaterial.tlogEntries) {
    if (!isKnownKind(entry)) throw unsupported(`a log entry of the kind ${kindOf(entry).slice(0, 100)}`);
    if (STRANGE_NAME.test(entry.inclusionProof?.checkpoint?.envelope ?? '')) throw malformed('checkpoint');
  }
  const leaf = leafOf(bundle);
  const certificate = parsed(() => new X509Certificate(leaf));
  const { asymmetricKeyType = 'unknown' } = parsed(() => certificate.publicKey);
  if (!['ec', 'rsa'].includes(asymmetricKeyType)) throw unsupported(`a certificate for a key of the kind ${asymmetricKeyType}`);
  return { entity: parsed(() => toSignedEntity(bundle)), certificate, ...contentOf(bundle) };
}

function leafOf({ verificationMaterial: { content } }: Bundle): Buffer {
  if (content.$case === 'publicKey') throw unsupported('a key in place of a certificate');
  const leaf = content.$case === 'certificate' ? content.certificate : content.x509CertificateChain.certificates[0];
  return leaf?.rawBytes ?? Buffer.alloc(0);
}

function contentOf({ content }: Bundle): Pick<KeylessBundle, 'named' | 'hash'> {
  if (content.$case === 'dsseEnvelope') {
    const { payloadType, payload } = content.dsseEnvelope;
    return { named: builtFiles(payloadType, payload), hash: undefined };
  }
  const { algorithm, digest } = content.messageSignature.messageDigest;
  const hash = HASHES.get(algorithm);
  if (hash === undefined) throw unsupported(`a digest of the kind ${algorithm}`);
  return { named: [new Map([[hash, digest.toString('hex')]])], hash };
}

/** What a parser of the library throws over bytes of the bundle is about these bytes. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw malformed(error instanceof Error ? error.message.slice(0, 200) : 'bundle', error);
  }
}
