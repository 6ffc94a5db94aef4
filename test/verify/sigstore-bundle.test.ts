import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBundle, readSigned, readSigningKey } from '../../src/verify/sigstore-bundle.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { type BundleSigner, bundleOf, type Json, makeBundleSigner } from '../fakes/sigstore.ts';

const DATA = Buffer.from('a build of our own\n'.repeat(30));
const SIGNER = makeBundleSigner();
const OTHER = makeBundleSigner();
const ED25519 = makeBundleSigner('Ed25519');

function verdict(bundle: Json | Uint8Array, { pem }: BundleSigner = SIGNER, data: Uint8Array = DATA): string {
  return codeOf(() => {
    const parsed = parseBundle(bundle instanceof Uint8Array ? bundle : Buffer.from(JSON.stringify(bundle)));
    const reading = readSigned(readSigningKey(Buffer.from(pem)), 'build.tar.gz');
    for (let at = 0; at < data.length; at += 100) reading.update(data.subarray(at, at + 100));
    expect(reading.prove(parsed)).toBe(createHash('sha256').update(data).digest('hex'));
  });
}

const GOOD = bundleOf(SIGNER, DATA);
const message = GOOD['messageSignature'] as Json;

describe('a Sigstore bundle', () => {
  test.each([
    ['ECDSA on P-256', SIGNER],
    ['Ed25519', ED25519],
  ])('proves its file with %s, and no other file or key', (_, signer) => {
    const bundle = bundleOf(signer, DATA);
    expect(verdict(bundle, signer)).toBe('none');
    expect(verdict(bundle, signer, Buffer.concat([DATA, Buffer.of(0)]))).toBe('SIG.WRONG_ARTIFACT');
    expect(verdict(bundle, signer === ED25519 ? makeBundleSigner('Ed25519') : OTHER)).toBe('SIG.BAD_SIGNATURE');
    expect(verdict(bundle, signer === ED25519 ? SIGNER : ED25519)).toBe('SIG.BAD_SIGNATURE');
  });

  test('may name its version 0.3 in the older way, which is not to be refused', () => {
    expect(verdict({ ...GOOD, mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.3' })).toBe('none');
  });

  test('proves nothing by the digest that it names: an altered file fits it, and the signature does not', () => {
    const altered = Buffer.from(DATA);
    altered[5] = 0;
    const lie = { algorithm: 'SHA2_256', digest: createHash('sha256').update(altered).digest('base64') };
    const bundle = { ...GOOD, messageSignature: { ...message, messageDigest: lie } };
    expect(verdict(bundle, SIGNER, altered)).toBe('SIG.BAD_SIGNATURE');
    const unnamed = { ...GOOD, messageSignature: { signature: message['signature'] } };
    expect(verdict(unnamed)).toBe('none');
    expect(verdict({ ...GOOD, messageSignature: { ...message, messageDigest: {} } })).toBe('none');
    expect(verdict(unnamed, SIGNER, altered)).toBe('SIG.BAD_SIGNATURE');
  });

  test.each<[string, string, Json]>([
    ['version 0.2', 'SIG.UNSUPPORTED', { ...GOOD, mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.2' }],
    ['a certificate', 'SIG.UNSUPPORTED', { ...GOOD, verificationMaterial: { certificate: { rawBytes: 'AAAA' } } }],
    ['a chain', 'SIG.UNSUPPORTED', { ...GOOD, verificationMaterial: { x509CertificateChain: {} } }],
    ['a key and a certificate', 'SIG.UNSUPPORTED', { ...GOOD, verificationMaterial: { publicKey: {}, certificate: {} } }],
    ['an attestation', 'SIG.UNSUPPORTED', { ...GOOD, dsseEnvelope: {} }],
    [
      'another digest',
      'SIG.UNSUPPORTED',
      { ...GOOD, messageSignature: { ...message, messageDigest: { algorithm: 'SHA2_512', digest: 'AAAA' } } },
    ],
    ['no media type', 'SIG.MALFORMED', { ...GOOD, mediaType: undefined }],
    ['another media type', 'SIG.MALFORMED', { ...GOOD, mediaType: 'application/json' }],
    ['no material', 'SIG.MALFORMED', { ...GOOD, verificationMaterial: undefined }],
    ['material of nobody', 'SIG.MALFORMED', { ...GOOD, verificationMaterial: {} }],
    ['no signature', 'SIG.MALFORMED', { ...GOOD, messageSignature: { ...message, signature: undefined } }],
    ['an empty signature', 'SIG.MALFORMED', { ...GOOD, messageSignature: { ...message, signature: '' } }],
    ['a signature in other letters', 'SIG.MALFORMED', { ...GOOD, messageSignature: { ...message, signature: '$$$$' } }],
    [
      'a short digest',
      'SIG.MALFORMED',
      { ...GOOD, messageSignature: { ...message, messageDigest: { algorithm: 'SHA2_256', digest: 'AAAA' } } },
    ],
  ])('with %s is refused: %s', (_, code, bundle) => {
    expect(verdict(bundle)).toBe(code);
  });

  test('that is arbitrary ends as a code', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.json(), (bytes, text) => {
        expect(verdict(bytes)).toBe('SIG.MALFORMED');
        expect(verdict(Buffer.from(text))).toBe('SIG.MALFORMED');
      }),
    );
  });

  test.each([
    ['ECDSA', SIGNER],
    ['Ed25519', ED25519],
  ])('with another signature in it never verifies (%s)', (_, signer) => {
    const bundle = bundleOf(signer, DATA);
    const parts = bundle['messageSignature'] as Json;
    const good = Buffer.from(String(parts['signature']), 'base64');
    const put = (bytes: Uint8Array): Json => ({
      ...bundle,
      messageSignature: { ...parts, signature: Buffer.from(bytes).toString('base64') },
    });
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const bad = Buffer.from(good);
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verdict(put(bad), signer)).toBe('SIG.BAD_SIGNATURE');
    }
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), bytes => {
        expect(verdict(put(bytes), signer)).toBe('SIG.BAD_SIGNATURE');
      }),
    );
  });
});

describe('a public key', () => {
  const privatePem = SIGNER.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  test.each([
    ['of another curve', makeBundleSigner('P-384').pem],
    ['that is private', privatePem],
    ['behind a private one', `${privatePem}${SIGNER.pem}`],
    ['that is cut', `${SIGNER.pem.slice(0, 60)}\n-----END PUBLIC KEY-----\n`],
    ['that is empty', ''],
  ])('%s is refused', (_, pem) => {
    expect(codeOf(() => readSigningKey(Buffer.from(pem)))).toBe('SIG.KEY');
  });

  test('that is arbitrary ends as a code', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(codeOf(() => readSigningKey(bytes))).toBe('SIG.KEY');
        const inPem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(bytes).toString('base64')}\n-----END PUBLIC KEY-----\n`;
        expect(codeOf(() => readSigningKey(Buffer.from(inPem)))).toBe('SIG.KEY');
      }),
    );
  });
});
