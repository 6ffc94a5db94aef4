import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { attemptsOf, codesOf, type Play, play } from './play.ts';
import { createWorld, tableOf, type World } from './world.ts';

const ARCHIVES = '/project/.sgr/go/archives';
const NAME = 'kept-go1.26.8.linux-amd64.tar.gz';

/** A run that finds this archive from an earlier job. */
async function playWith(world: World, content: Buffer, options: Play = {}): ReturnType<typeof play> {
  const clock = createFakeClock();
  const files: MemoryFiles = createMemoryFiles({ clock });
  await files.makeDirectory(ARCHIVES);
  await files.write(`${ARCHIVES}/${NAME}`, content);
  return play(world, { clock, files, archives: ARCHIVES, ...options });
}

// Its address is that of a real path, and the disk of these runs is a POSIX one.
describe.runIf(process.platform !== 'win32')('an archive that an earlier job kept', () => {
  it('is installed when the checksum database proves its tree, without asking any other source for bytes', async () => {
    const world = createWorld();
    const outcome = await playWith(world, world.release('1.26.8').repacked);
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'kept', proof: { kind: 'checksum-database' } });
    expect(attemptsOf(outcome)).toEqual(['kept won']);
    expect(outcome.net.requests.filter(({ url }) => /\.(?:gz|zip)$/u.test(url))).toEqual([]);
  });

  it('is refused when a file of it was changed, and the run goes on with the next source', async () => {
    const world = createWorld();
    const altered = createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'src/evil.go': 'package evil\n' }) });
    const outcome = await playWith(world, altered.tarGz);
    expect(outcome.report.outcome).toBe('installed');
    expect(attemptsOf(outcome)[0]).toBe('kept VER.TAMPERED');
    expect(outcome.report.installedFrom).not.toBe('kept');
    expect(outcome.report.findings.find(({ code }) => code === 'VER.TAMPERED')).toMatchObject({
      subject: 'kept',
      severity: 'warning',
    });
  });

  it('is not taken for a lie when only the table could vouch: that knows the published file', async () => {
    const world = createWorld();
    const dead = { failure: 'TCP.REFUSED' } as const;
    const servers = { ...world.servers, 'sum.golang.org': dead, 'sum.golang.google.cn': dead, 'proxy.test': dead };
    const table = tableOf(world.releases);
    const outcome = await playWith({ ...world, servers }, world.release('1.26.8').repacked, { table });
    expect(outcome.report).toMatchObject({ outcome: 'installed', proof: { kind: 'release-table' } });
    expect(codesOf(outcome)).not.toContain('VER.TAMPERED');
    expect(outcome.report.installedFrom).not.toBe('kept');
  });

  it.each([
    { name: 'a pin of the published file', inputs: (sha256: string) => ({ checksum: `sha256:${sha256}` }) },
    { name: 'what a source lists', inputs: () => ({ verification: 'source' }) },
  ])('is not asked where $name decides', async ({ inputs }) => {
    const world = createWorld();
    const { repacked, sha256 } = world.release('1.26.8');
    const outcome = await playWith(world, repacked, { inputs: inputs(sha256) });
    expect(outcome.report.outcome).toBe('installed');
    expect(attemptsOf(outcome).filter(text => text.startsWith('kept'))).toEqual([]);
  });

  it('is no answer to another version', async () => {
    const world = createWorld();
    const outcome = await playWith(world, world.release('1.26.8').repacked, { version: '1.26.7' });
    expect(outcome.report.outcome).toBe('installed');
    expect(attemptsOf(outcome).filter(text => text.startsWith('kept'))).toEqual([]);
  });
});
