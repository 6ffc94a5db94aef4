import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key pair and the PEM text of its public key, as cosign writes it. */
export interface BundleSigner {
  readonly privateKey: KeyObject;
  readonly pem: string;
}

export function makeBundleSigner(kind: 'P-256' | 'P-384' | 'Ed25519' = 'P-256'): BundleSigner {
  const { privateKey, publicKey } =
    kind === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export type Json = Readonly<Record<string, unknown>>;

/** What `cosign sign-blob --bundle` writes with a key and without a log. */
export function bundleOf({ privateKey }: BundleSigner, data: Uint8Array): Json {
  const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: 'a hint' } },
    messageSignature: {
      messageDigest: { algorithm: 'SHA2_256', digest: createHash('sha256').update(data).digest('base64') },
      signature: sign(algorithm, data, privateKey).toString('base64'),
    },
  };
}
