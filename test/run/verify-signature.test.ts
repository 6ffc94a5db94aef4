import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { bundleOf, makeBundleSigner } from '../fakes/sigstore.ts';
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
