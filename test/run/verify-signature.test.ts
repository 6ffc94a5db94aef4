import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { bundleOf, makeBundleSigner } from '../fakes/sigstore.ts';
import { IDENTITY, ISSUER, makeInstance } from '../fakes/sigstore-instance.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const SIGNER = makeBundleSigner();
const BUILD = '/project/go-private.tar.gz';

async function verify(options: Play = {}): ReturnType<typeof play> {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  await files.makeDirectory('/project');
  await files.write(BUILD, GO.tarGz);
  await files.write('/project/other.tar.gz', GO.repacked);
  await files.write('/project/bundle.json', JSON.stringify(bundleOf(SIGNER, GO.tarGz)));
  await files.write('/project/cosign.pub', SIGNER.pem);
  await files.write('/project/other.pub', makeBundleSigner().pem);
  return play(world, {
    command: 'verify',
    version: '',
    clock,
    files,
    path: 'go-private.tar.gz',
    options: { signature: 'bundle.json', key: 'cosign.pub' },
    ...options,
  });
}

describe('verify --signature', () => {
  it('proves a build of the user by its bundle and key, and asks nobody', async () => {
    const { report, net } = await verify();
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      proof: { kind: 'sigstore-bundle', root: 'key cosign.pub', value: `sha256:${GO.sha256}` },
    });
    expect(net.urls()).toEqual([]);
  });

  it.each<[string, number, Play]>([
    ['SIG.WRONG_ARTIFACT', 73, { path: 'other.tar.gz' }],
    ['SIG.BAD_SIGNATURE', 73, { options: { signature: 'bundle.json', key: 'other.pub' } }],
    ['SIG.MALFORMED', 73, { options: { signature: 'cosign.pub', key: 'cosign.pub' } }],
    ['SIG.KEY', 71, { options: { signature: 'bundle.json', key: 'bundle.json' } }],
    ['VER.CHECKSUM_PIN', 73, { inputs: { checksum: `sha256:${'0'.repeat(64)}` } }],
    ['INPUT.INVALID', 64, { options: { signature: 'bundle.json' } }],
    ['INPUT.INVALID', 64, { options: { key: 'cosign.pub' } }],
    ['FS.NOT_FOUND', 74, { path: '.' }],
    ['FS.NOT_FOUND', 74, { options: { signature: 'missing.json', key: 'cosign.pub' } }],
  ])('ends with %s (%i)', async (code, exitCode, options) => {
    const { report } = await verify(options);
    expect(report).toMatchObject({ outcome: 'failed', exitCode, proof: null, cause: { code } });
  });

  it('names both files where the bundle is of another one', async () => {
    const { report } = await verify({ path: 'other.tar.gz' });
    const [found] = report.findings;
    expect(found?.subject).toBe('other.tar.gz');
    expect(found?.evidence).toContainEqual({ name: 'signed (sha256)', value: GO.sha256 });
  });
});

const INSTANCE = makeInstance();
const OTHER = makeInstance('other.example.com');
const IDENTIFIED = { 'certificate-identity': IDENTITY, 'certificate-oidc-issuer': ISSUER };
const KEYLESS = { signature: 'keyless.json', ...IDENTIFIED };

async function verifyKeyless(options: Readonly<Record<string, string>>, play: Play = {}): ReturnType<typeof verify> {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  await files.makeDirectory('/project');
  await files.write(BUILD, GO.tarGz);
  await files.write('/project/other.tar.gz', GO.repacked);
  await files.write('/project/keyless.json', JSON.stringify(INSTANCE.bundle(GO.tarGz)));
  await files.write('/project/cosign.pub', SIGNER.pem);
  await files.write('/project/keyed.json', JSON.stringify(bundleOf(SIGNER, GO.tarGz)));
  await files.write('/project/huge.json', `${JSON.stringify(INSTANCE.bundle(GO.tarGz))}${' '.repeat(1024 * 1024)}`);
  await files.write('/project/other-root.json', JSON.stringify(OTHER.trustedRoot()));
  await files.write('/project/no-root.json', '{}');
  const trustedRoot = Buffer.from(JSON.stringify(INSTANCE.trustedRoot()));
  return playKeyless(options, { clock, files, trustedRoot, ...play });
}

function playKeyless(options: Readonly<Record<string, string>>, rest: Play): ReturnType<typeof verify> {
  return play(world, { command: 'verify', version: '', path: 'go-private.tar.gz', options, ...rest });
}

describe('verify --signature without a key', () => {
  it('proves a build by its bundle, who signed it and who vouched for them, and asks nobody', async () => {
    const { report, net } = await verifyKeyless(KEYLESS);
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      proof: { kind: 'sigstore-bundle', root: IDENTITY, value: `sha256:${GO.sha256}` },
    });
    expect(net.urls()).toEqual([]);
  });

  it('takes a pattern in place of the identity, which all of it must match', async () => {
    const by = (pattern: string) => ({
      signature: 'keyless.json',
      'certificate-identity-regexp': pattern,
      'certificate-oidc-issuer': ISSUER,
    });
    expect((await verifyKeyless(by('https://github\\.com/example/go-private/.*'))).report.exitCode).toBe(0);
    expect((await verifyKeyless(by('https://github\\.com/example/go'))).report.cause?.code).toBe('SIG.IDENTITY');
    expect((await verifyKeyless(by('x|.*'))).report.exitCode).toBe(0);
    expect((await verifyKeyless(by('x|https://'))).report.cause?.code).toBe('SIG.IDENTITY');
    expect((await verifyKeyless(by('x)|(?:.*'))).report.cause?.code).toBe('INPUT.INVALID');
  });

  it('believes another Sigstore when its trusted root is named', async () => {
    const { report } = await verifyKeyless({ ...KEYLESS, 'trusted-root': 'other-root.json' });
    expect(report.cause?.code).toBe('SIG.ROOT_OUTDATED');
    const files = createMemoryFiles({ clock: createFakeClock() });
    await files.makeDirectory('/project');
    await files.write(BUILD, GO.tarGz);
    await files.write('/project/keyless.json', JSON.stringify(OTHER.bundle(GO.tarGz)));
    await files.write('/project/root.json', JSON.stringify(OTHER.trustedRoot()));
    const other = await playKeyless({ ...KEYLESS, 'trusted-root': 'root.json' }, { files });
    expect(other.report).toMatchObject({ exitCode: 0, proof: { root: IDENTITY } });
  });

  it.each<[string, number, Readonly<Record<string, string>>, Play]>([
    ['SIG.WRONG_ARTIFACT', 73, KEYLESS, { path: 'other.tar.gz' }],
    ['SIG.IDENTITY', 73, { ...KEYLESS, 'certificate-identity': 'you@example.com' }, {}],
    ['SIG.IDENTITY', 73, { ...KEYLESS, 'certificate-oidc-issuer': 'https://accounts.example.com' }, {}],
    ['SIG.UNSUPPORTED', 71, { ...KEYLESS, signature: 'keyed.json' }, {}],
    ['SIG.UNSUPPORTED', 71, { signature: 'keyless.json', key: 'cosign.pub' }, {}],
    ['SIG.MALFORMED', 73, { ...KEYLESS, signature: 'go-private.tar.gz' }, {}],
    ['SIG.TRUSTED_ROOT', 71, { ...KEYLESS, 'trusted-root': 'no-root.json' }, {}],
    ['FS.NOT_FOUND', 74, { ...KEYLESS, 'trusted-root': 'missing.json' }, {}],
    ['VER.CHECKSUM_PIN', 73, KEYLESS, { inputs: { checksum: `sha256:${'0'.repeat(64)}` } }],
  ])('ends with %s (%i): %o', async (code, exitCode, options, rest) => {
    const { report } = await verifyKeyless(options, rest);
    expect(report).toMatchObject({ outcome: 'failed', exitCode, proof: null, cause: { code } });
  });

  it('does not read a bundle without end', async () => {
    const { report } = await verifyKeyless({ ...KEYLESS, signature: 'huge.json' });
    expect(report).toMatchObject({ outcome: 'failed', proof: null });
    expect(report.cause?.code).toMatch(/^FS\./u);
  });

  it.each<[readonly string[], Readonly<Record<string, string>>]>([
    [['--certificate-identity', '--certificate-oidc-issuer'], { signature: 'keyless.json' }],
    [['--certificate-oidc-issuer'], { signature: 'keyless.json', 'certificate-identity': IDENTITY }],
    [['--certificate-identity'], { signature: 'keyless.json', 'certificate-oidc-issuer': ISSUER }],
    [['--signature', '--certificate-identity'], { 'certificate-oidc-issuer': ISSUER }],
    [['--signature', '--certificate-identity', '--certificate-oidc-issuer'], { 'trusted-root': 'root.json' }],
    [['--certificate-identity-regexp'], { ...KEYLESS, 'certificate-identity-regexp': '.*' }],
    [
      ['--certificate-identity-regexp'],
      { signature: 'keyless.json', 'certificate-identity-regexp': '(', 'certificate-oidc-issuer': ISSUER },
    ],
    [
      ['--certificate-identity', '--certificate-oidc-issuer', '--trusted-root'],
      { ...KEYLESS, key: 'cosign.pub', 'trusted-root': 'root.json' },
    ],
    [
      ['--certificate-identity', '--certificate-oidc-issuer'],
      { signature: 'keyless.json', 'certificate-identity': '', 'certificate-oidc-issuer': '' },
    ],
  ])('names every problem of the options at once: %j', async (subjects, options) => {
    const { report } = await verifyKeyless(options);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 64, proof: null });
    expect(report.findings.map(({ code, subject }) => [code, subject])).toEqual(
      subjects.map(subject => ['INPUT.INVALID', subject]),
    );
  });
});
