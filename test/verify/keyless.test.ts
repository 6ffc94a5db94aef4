import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKeyless } from '../../src/verify/keyless-bundle.ts';
import { type ExpectedSigner, readKeyless } from '../../src/verify/keyless-proof.ts';
import { readTrustedRoot } from '../../src/verify/trusted-root.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { bundleOf, type Json, makeBundleSigner } from '../fakes/sigstore.ts';
import { IDENTITY, type Instance, ISSUER, makeInstance, type Signing } from '../fakes/sigstore-instance.ts';
import { pemOf } from '../fakes/sigstore-parts.ts';

const DATA = Buffer.from('a build of our own\n'.repeat(30));
const OURS = makeInstance();
/** Another one that goes by the same names. */
const IMPOSTOR = makeInstance();
const ELSEWHERE = makeInstance('elsewhere.example.com');
const EXPECTED: ExpectedSigner = { identity: IDENTITY, issuer: ISSUER };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SHIPPED = join(import.meta.dirname, '../../data/sigstore-trusted-root.json');

const digestOf = (data: Uint8Array, hash: string): string => createHash(hash).update(data).digest('hex');
const certificateOf = (instance: Instance): string => pemOf(instance.authority.cert);

const bytesOf = (value: unknown): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value));

interface Attempt {
  readonly data?: Uint8Array;
  readonly expected?: ExpectedSigner;
  readonly root?: unknown;
}

/** The code that a bundle ends with, `none` when it is proved. */
function verdict(bundle: unknown, { data = DATA, expected = EXPECTED, root = OURS.trustedRoot() }: Attempt = {}): string {
  return codeOf(() => {
    const reading = readKeyless(parseKeyless(bytesOf(bundle)), 'build.tar.gz');
    for (let at = 0; at < data.length; at += 100) reading.update(data.subarray(at, at + 100));
    return reading.prove(readTrustedRoot(bytesOf(root), 'root.json'), expected);
  });
}

/** A copy with one member changed, which must be there. */
function put(value: Json, path: string, change: (old: never) => unknown): Json {
  const copy = structuredClone(value) as Record<string, never>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: Record<string, never> = copy;
  for (const step of steps) at = at[step] as unknown as Record<string, never>;
  expect(Object.keys(at)).toContain(last);
  const changed = change(at[last] as never);
  if (changed === undefined) delete at[last];
  else at[last] = changed as never;
  return copy;
}

/** The same bytes in base64, one bit changed. */
const flipped = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return bytes.toString('base64');
};

const ENTRY = 'verificationMaterial.tlogEntries.0';
const PROVENANCE = (digest: Json, predicateType = 'https://slsa.dev/provenance/v1') => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'build', digest }],
    predicateType,
    predicate: {},
  }),
});
const SHA256 = '7e5d4ac7d0ea6e2e9d2bb8cdc0ba9dde32a01e8cb5f0ae1e21cbd5c5ce9c5b1c';

describe('a keyless bundle', () => {
  test.each<[string, Signing]>([
    ['a promise of the log', {}],
    ['a timestamp of an authority', { time: 'timestamp' }],
    ['both', { time: 'both' }],
    ['an entry of the second kind of log', { log: 'tiles', time: 'timestamp' }],
    ['a key of P-384', { key: 'P-384', hash: 'sha384' }],
  ])('proves its file with %s, and no other file', (_, signing) => {
    const bundle = OURS.bundle(DATA, signing);
    expect(verdict(bundle)).toBe('none');
    expect(verdict(bundle, { data: Buffer.concat([DATA, Buffer.of(0)]) })).toBe('SIG.WRONG_ARTIFACT');
  });

  test('says what was proved: file, signer, and the time that was vouched for', () => {
    const reading = readKeyless(parseKeyless(bytesOf(OURS.bundle(DATA, { time: 'both' }))), 'build.tar.gz');
    reading.update(DATA);
    const proof = reading.prove(readTrustedRoot(bytesOf(OURS.trustedRoot()), 'root.json'), EXPECTED);
    expect(proof).toEqual({ sha256: digestOf(DATA, 'sha256'), identity: IDENTITY, signedAtMs: OURS.nowMs });
  });

  test.each([
    'application/vnd.dev.sigstore.bundle+json;version=0.1',
    'application/vnd.dev.sigstore.bundle+json;version=0.2',
    'application/vnd.dev.sigstore.bundle+json;version=0.3',
  ])('of the version %s proves too', mediaType => {
    expect(verdict({ ...OURS.bundle(DATA), mediaType })).toBe('none');
  });

  test.each<[string, ExpectedSigner, string]>([
    ['this pattern', { identity: /^(?:https:\/\/github\.com\/example\/go-private\/.*)$/u, issuer: ISSUER }, 'none'],
    ['another pattern', { identity: /^(?:https:\/\/github\.com\/example\/go)$/u, issuer: ISSUER }, 'SIG.IDENTITY'],
    ['another identity', { identity: `${IDENTITY}2`, issuer: ISSUER }, 'SIG.IDENTITY'],
    ['the beginning of the identity', { identity: IDENTITY.slice(0, -1), issuer: ISSUER }, 'SIG.IDENTITY'],
    ['an empty identity', { identity: '', issuer: ISSUER }, 'SIG.IDENTITY'],
    ['another issuer', { identity: IDENTITY, issuer: 'https://gitlab.example.com' }, 'SIG.IDENTITY'],
    ['no issuer', { identity: IDENTITY, issuer: '' }, 'SIG.IDENTITY'],
  ])('is compared with %s', (_, expected, code) => {
    expect(verdict(OURS.bundle(DATA), { expected })).toBe(code);
  });

  test('of a person proves with the address of the person', () => {
    const bundle = OURS.bundle(DATA, { identity: 'you@example.com', issuer: 'https://accounts.example.com' });
    expect(verdict(bundle, { expected: { identity: 'you@example.com', issuer: 'https://accounts.example.com' } })).toBe('none');
    expect(verdict(bundle)).toBe('SIG.IDENTITY');
  });

  test.each<[string, string, Signing]>([
    ['a certificate that had expired', 'SIG.CERTIFICATE', { validMs: [-20 * MINUTE_MS, -10 * MINUTE_MS] }],
    ['a certificate of later', 'SIG.CERTIFICATE', { validMs: [MINUTE_MS, 10 * MINUTE_MS] }],
    [
      'an expired certificate and a timestamp',
      'SIG.CERTIFICATE',
      { validMs: [-20 * MINUTE_MS, -10 * MINUTE_MS], time: 'timestamp' },
    ],
    ['a time before the authority', 'SIG.CERTIFICATE', { atMs: OURS.nowMs - 250 * DAY_MS }],
    ['a certificate for servers', 'SIG.CERTIFICATE', { purpose: '1.3.6.1.5.5.7.3.1' }],
    ['a certificate of an impostor', 'SIG.CERTIFICATE', { certifiedBy: IMPOSTOR }],
    ['a forged receipt', 'SIG.CERTIFICATE', { receipt: 'forged' }],
    ['no receipt', 'SIG.CERTIFICATE', { receipt: 'none' }],
    ['a receipt of an unknown log', 'SIG.ROOT_OUTDATED', { receipt: 'elsewhere' }],
    ['an unknown authority', 'SIG.ROOT_OUTDATED', { certifiedBy: ELSEWHERE }],
    ['an unknown log', 'SIG.ROOT_OUTDATED', { loggedBy: ELSEWHERE }],
    ['an unknown clock', 'SIG.ROOT_OUTDATED', { datedBy: ELSEWHERE, time: 'timestamp' }],
    ['the clock of an impostor', 'SIG.TIMESTAMP', { datedBy: IMPOSTOR, time: 'timestamp' }],
    ['no time', 'SIG.TIMESTAMP', { time: 'none' }],
    ['neither entry nor time', 'SIG.TIMESTAMP', { log: 'none' }],
    ['a time and no entry', 'SIG.LOG', { log: 'none', time: 'timestamp' }],
    ['another certificate in the log', 'SIG.LOG', { logged: certificateOf(IMPOSTOR) }],
    ['a bare key in the log', 'SIG.LOG', { logged: makeBundleSigner().pem }],
  ])('with %s is refused: %s', (_, code, signing) => {
    expect(verdict(OURS.bundle(DATA, signing))).toBe(code);
  });

  test.each<[string, string, string, (old: never) => unknown]>([
    ['the certificate', 'SIG.CERTIFICATE', 'verificationMaterial.certificate.rawBytes', flipped],
    ['the signature', 'SIG.LOG', 'messageSignature.signature', flipped],
    ['the digest', 'SIG.WRONG_ARTIFACT', 'messageSignature.messageDigest.digest', flipped],
    ['the promise', 'SIG.LOG', `${ENTRY}.inclusionPromise.signedEntryTimestamp`, flipped],
    ['the time by a second', 'SIG.LOG', `${ENTRY}.integratedTime`, (old: string) => String(Number(old) + 1)],
    ['the time by an hour', 'SIG.CERTIFICATE', `${ENTRY}.integratedTime`, (old: string) => String(Number(old) + 3_600)],
    ['the number of the entry', 'SIG.LOG', `${ENTRY}.logIndex`, () => '3'],
    ['the number in the proof', 'SIG.LOG', `${ENTRY}.inclusionProof.logIndex`, () => '1'],
    ['a hash of the proof', 'SIG.LOG', `${ENTRY}.inclusionProof.hashes.0`, flipped],
    ['the count of hashes', 'SIG.LOG', `${ENTRY}.inclusionProof.hashes`, (old: string[]) => old.slice(1)],
    ['the checkpoint', 'SIG.LOG', `${ENTRY}.inclusionProof.checkpoint.envelope`, (old: string) => old.replace('\n4\n', '\n5\n')],
    ['the log', 'SIG.ROOT_OUTDATED', `${ENTRY}.logId.keyId`, flipped],
    ['the promise away', 'SIG.TIMESTAMP', `${ENTRY}.inclusionPromise`, () => undefined],
    ['the proof away', 'SIG.MALFORMED', `${ENTRY}.inclusionProof`, () => undefined],
    ['the time to words', 'SIG.CERTIFICATE', `${ENTRY}.integratedTime`, () => 'soon'],
    ['the entry to nonsense', 'SIG.LOG', `${ENTRY}.canonicalizedBody`, () => 'AAAA'],
    ['the algorithm', 'SIG.UNSUPPORTED', 'messageSignature.messageDigest.algorithm', () => 'SHA3_256'],
    ['the kind of entry', 'SIG.UNSUPPORTED', `${ENTRY}.kindVersion.kind`, () => 'helm'],
    ['the certificate to nothing', 'SIG.MALFORMED', 'verificationMaterial.certificate.rawBytes', () => ''],
    ['the certificate to nonsense', 'SIG.MALFORMED', 'verificationMaterial.certificate.rawBytes', () => 'AAAA'],
    ['the media type to a later version', 'SIG.UNSUPPORTED', 'mediaType', () => 'application/vnd.dev.sigstore.bundle.v0.4+json'],
    ['the media type', 'SIG.MALFORMED', 'mediaType', () => 'application/json'],
    ['the material away', 'SIG.MALFORMED', 'verificationMaterial', () => undefined],
    ['the signature away', 'SIG.MALFORMED', 'messageSignature', () => undefined],
  ])('of which somebody changed %s is refused: %s', (_, code, path, change) => {
    expect(verdict(put(OURS.bundle(DATA), path, change))).toBe(code);
  });

  test('of the second kind of log needs its proof and a timestamp', () => {
    const good = OURS.bundle(DATA, { log: 'tiles', time: 'timestamp' });
    expect(verdict(put(good, `${ENTRY}.inclusionProof.hashes.1`, flipped))).toBe('SIG.LOG');
    expect(
      verdict(put(good, 'verificationMaterial.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp', flipped)),
    ).not.toBe('none');
    const other = OURS.bundle(DATA, { log: 'tiles', time: 'timestamp' })['verificationMaterial'] as Json;
    const swapped = put(good, 'verificationMaterial.timestampVerificationData', () => other['timestampVerificationData']);
    expect(verdict(swapped)).toBe('SIG.TIMESTAMP');
  });

  test('proves nothing by the digest that it names: an altered file fits it, and the log does not', () => {
    const altered = Buffer.from(DATA);
    altered[5] = 0;
    const lie = put(OURS.bundle(DATA), 'messageSignature.messageDigest.digest', () =>
      Buffer.from(digestOf(altered, 'sha256'), 'hex').toString('base64'),
    );
    expect(verdict(lie, { data: altered })).toBe('SIG.LOG');
    const unlogged = { data: altered, root: OURS.trustedRoot(['tlogs']) };
    const dated = put(OURS.bundle(DATA, { log: 'none', time: 'timestamp' }), 'messageSignature.messageDigest.digest', () =>
      Buffer.from(digestOf(altered, 'sha256'), 'hex').toString('base64'),
    );
    expect(verdict(dated, unlogged)).toBe('SIG.BAD_SIGNATURE');
  });

  test('with a key in place of a certificate is for --key', () => {
    expect(verdict(bundleOf(makeBundleSigner(), DATA))).toBe('SIG.UNSUPPORTED');
  });

  test('cannot smuggle a pattern in as the name of a log', () => {
    const startMs = performance.now();
    for (const before of ['', 'x', '\u2014 rekor.example.com ', '\u2014']) {
      const hostile = (old: string): string => old.replace(/\u2014 \S+/u, `${before}\u2014 (.*)*(.*)*(.*)*(.*)*(.*)*x`);
      expect(verdict(put(OURS.bundle(DATA), `${ENTRY}.inclusionProof.checkpoint.envelope`, hostile))).toBe('SIG.MALFORMED');
    }
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  test('that is arbitrary ends as a code', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.json(), (bytes, text) => {
        expect(verdict(bytes)).toBe('SIG.MALFORMED');
        expect(verdict(Buffer.from(text))).toBe('SIG.MALFORMED');
      }),
    );
  });

  test('that is damaged anywhere ends as a code, or proves what it proved', () => {
    const whole = JSON.stringify(OURS.bundle(DATA, { time: 'both' }));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom('', '0', 'A', '"', '}', '/', '\u00e9'), (at, text) => {
        expect(verdict(Buffer.from(whole.slice(0, at) + text + whole.slice(at + 1)))).toMatch(/^(?:none|SIG\.[A-Z_]+)$/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an attestation', () => {
  test.each<[string, Json]>([
    ['SHA-256', { sha256: digestOf(DATA, 'sha256') }],
    ['SHA-512', { sha512: digestOf(DATA, 'sha512') }],
    ['two hashes', { sha256: digestOf(DATA, 'sha256'), sha512: digestOf(DATA, 'sha512') }],
  ])('of provenance proves the file that it names by %s', (_, digest) => {
    const bundle = OURS.bundle(DATA, { statement: PROVENANCE(digest) });
    expect(verdict(bundle)).toBe('none');
    expect(verdict(bundle, { data: Buffer.from('another') })).toBe('SIG.WRONG_ARTIFACT');
    expect(verdict(bundle, { expected: { ...EXPECTED, issuer: 'https://gitlab.example.com' } })).toBe('SIG.IDENTITY');
  });

  const good = { sha256: digestOf(DATA, 'sha256') };
  test.each<[string, string, { readonly payloadType: string; readonly payload: string }]>([
    ['another file', 'SIG.WRONG_ARTIFACT', PROVENANCE({ sha256: SHA256 })],
    ['one right and one wrong hash', 'SIG.WRONG_ARTIFACT', PROVENANCE({ ...good, sha512: digestOf(Buffer.from('x'), 'sha512') })],
    ['a weak hash alone', 'SIG.WRONG_ARTIFACT', PROVENANCE({ sha1: digestOf(DATA, 'sha1') })],
    ['a scan', 'SIG.UNSUPPORTED', PROVENANCE(good, 'https://cosign.sigstore.dev/attestation/vuln/v1')],
    ['another payload', 'SIG.UNSUPPORTED', { ...PROVENANCE(good), payloadType: 'text/plain' }],
    ['no statement', 'SIG.MALFORMED', { ...PROVENANCE(good), payload: 'provenance' }],
    ['no subject', 'SIG.MALFORMED', { ...PROVENANCE(good), payload: PROVENANCE(good).payload.replace('subject', 'object') }],
    ['a hash in capitals', 'SIG.MALFORMED', PROVENANCE({ sha256: digestOf(DATA, 'sha256').toUpperCase() })],
  ])('of %s is no proof: %s', (_, code, statement) => {
    expect(verdict(OURS.bundle(DATA, { statement }))).toBe(code);
  });

  test('whose payload was changed is refused', () => {
    const forged = OURS.bundle(DATA, { statement: PROVENANCE({ sha256: SHA256 }) });
    const payload = Buffer.from(PROVENANCE(good).payload).toString('base64');
    expect(verdict(put(forged, 'dsseEnvelope.payload', () => payload))).toBe('SIG.LOG');
  });
});

describe('a trusted root', () => {
  test('that is outdated, or of another Sigstore, is no sign of an attack', () => {
    expect(verdict(OURS.bundle(DATA), { root: ELSEWHERE.trustedRoot() })).toBe('SIG.ROOT_OUTDATED');
    expect(verdict(OURS.bundle(DATA), { root: readFileSync(SHIPPED) })).toBe('SIG.ROOT_OUTDATED');
  });

  test('keeps what is no longer used, for what was signed while it was', () => {
    const endedAt = (ms: number): Json =>
      put(OURS.trustedRoot(), 'certificateAuthorities.0.validFor', (old: Json) => ({ ...old, end: new Date(ms).toISOString() }));
    expect(verdict(OURS.bundle(DATA), { root: endedAt(OURS.nowMs + DAY_MS) })).toBe('none');
    expect(verdict(OURS.bundle(DATA), { root: endedAt(OURS.nowMs - DAY_MS) })).toBe('SIG.CERTIFICATE');
  });

  test('without logs wants none, and a timestamp', () => {
    const private_ = { root: OURS.trustedRoot(['tlogs', 'ctlogs']) };
    expect(verdict(OURS.bundle(DATA, { log: 'none', receipt: 'none', time: 'timestamp' }), private_)).toBe('none');
    expect(verdict(OURS.bundle(DATA, { log: 'none', receipt: 'none' }), private_)).toBe('SIG.TIMESTAMP');
    expect(verdict(OURS.bundle(DATA), private_)).toBe('SIG.ROOT_OUTDATED');
  });

  const good = OURS.trustedRoot();
  test.each<[string, unknown]>([
    ['no JSON', Buffer.from('trust me')],
    ['a list', []],
    ['another media type', { ...good, mediaType: 'application/json' }],
    ['a later version', { ...good, mediaType: 'application/vnd.dev.sigstore.trustedroot.v9+json' }],
    ['no authority', OURS.trustedRoot(['certificateAuthorities'])],
    ['nobody who vouches for time', OURS.trustedRoot(['tlogs', 'timestampAuthorities'])],
    ['an empty chain', put(good, 'certificateAuthorities.0.certChain.certificates', () => [])],
    ['a damaged certificate', put(good, 'certificateAuthorities.0.certChain.certificates.0.rawBytes', () => 'MAA=')],
    ['a damaged key', put(good, 'tlogs.0.publicKey.rawBytes', () => 'AAAA')],
    ['a log without a key', put(good, 'tlogs.0.publicKey', () => undefined)],
  ])('with %s is not used', (_, root) => {
    expect(verdict(OURS.bundle(DATA), { root })).toBe('SIG.TRUSTED_ROOT');
  });
});

describe('the shipped trusted root', () => {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/sigstore/public-message.json'), 'utf8');
  const { file, bundle } = JSON.parse(text) as { readonly file: string; readonly bundle: Json };
  const expected = { identity: /^[a-z]@[a-z]+\.town$/u, issuer: 'https://github.com/login/oauth' };
  const data = Buffer.from(file, 'base64');
  const root = readFileSync(SHIPPED);

  test('proves what was signed with the public Sigstore in 2024, and nothing else', () => {
    expect(verdict(bundle, { data, expected, root })).toBe('none');
    expect(verdict(bundle, { data: Buffer.concat([data, Buffer.of(0)]), expected, root })).toBe('SIG.WRONG_ARTIFACT');
    expect(verdict(bundle, { data, root })).toBe('SIG.IDENTITY');
    expect(verdict(bundle, { data, expected })).toBe('SIG.ROOT_OUTDATED');
    expect(verdict(put(bundle, `${ENTRY}.inclusionPromise.signedEntryTimestamp`, flipped), { data, expected, root })).toBe(
      'SIG.LOG',
    );
  });
});
