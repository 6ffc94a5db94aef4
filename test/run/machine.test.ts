import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles, type MemoryFilesOptions } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { codesOf, entryOf, leftovers, play, playBeside } from './play.ts';
import { createWorld, except, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const ROOT = entryOf('1.26.8');

function machine(options: Omit<MemoryFilesOptions, 'clock'> = {}) {
  const clock = createFakeClock();
  return { clock, files: createMemoryFiles({ clock, ...options }) };
}

/** What a run may leave behind when it failed: directories, no files. */
function filesIn(files: MemoryFiles, below = '/tools'): readonly string[] {
  return files.paths(below).filter(path => !path.endsWith('/'));
}

describe('the budget', () => {
  const silent: Servers = Object.fromEntries(Object.keys(world.servers).map(host => [host, 'silent']));
  const stalled: Servers = Object.fromEntries(
    Object.entries(world.servers).map(([host, server]) => [
      host,
      except(server, /(?:zip|gz)$/u, { body: GO.moduleZip, pauseMs: 19_000, chunkBytes: 10 }),
    ]),
  );

  it.each([
    ['everybody is silent', silent, '3s', 3_000],
    ['every archive trickles', stalled, '2m', 120_000],
    ['the budget is tiny', silent, '1s', 1_000],
  ])('ends the run when %s', async (_, servers, timeout, budgetMs) => {
    const outcome = await play(world, { servers, inputs: { timeout }, table: tableOf(world.releases) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 75, cause: { code: 'BUDGET.TOTAL' }, go: null });
    expect(outcome.tookMs).toBe(budgetMs);
    expect(filesIn(outcome.files)).toEqual([]);
    expect(leftovers(outcome)).toEqual([]);
  });

  it('is not needed when everybody is silent: each wait has its own deadline', async () => {
    const { report, tookMs } = await play(world, { servers: silent });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72 });
    expect(tookMs).toBeLessThan(600_000);
  });

  it('also ends the wait for a lock that somebody keeps', async () => {
    const { clock, files } = machine();
    const holder = playBeside(world, { clock, files, pid: 101, servers: stalled });
    const waiter = await playBeside(world, { clock, files, pid: 102, inputs: { timeout: '20s' } });
    expect(waiter.report).toMatchObject({ outcome: 'failed', exitCode: 75, cause: { code: 'BUDGET.TOTAL' } });
    expect(waiter.events.map(({ type }) => type)).toContain('lock-waiting');
    await holder;
  });

  it('gives way to an interruption, which cleans up as well', async () => {
    const outcome = await play(world, { servers: stalled, interruptMs: 45_000 });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 75, cause: { code: 'SELF.INTERRUPTED' } });
    expect(outcome.tookMs).toBe(45_000);
    expect(filesIn(outcome.files)).toEqual([]);
  });
});

describe('a disk that', () => {
  // The lock and the owner of the stage take some hundred bytes, the tree two hundred more, the receipt a thousand.
  it.each([100, 200, 275, 1_000])(
    'is full after %i bytes ends the run with 74, and what stands there is whole or nothing',
    async capacityBytes => {
      const outcome = await play(world, machine({ capacityBytes }));
      expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'FS.NO_SPACE' }, go: null });
      expect(leftovers(outcome)).toEqual([]);
      expect(outcome.files.content(`${ROOT}.complete`)).toBeUndefined();
      const { report } = await play(world, {
        command: 'verify',
        version: '',
        path: ROOT,
        files: outcome.files,
        clock: outcome.clock,
      });
      expect(['ok', 'FS.NOT_FOUND']).toContain(report.cause?.code ?? report.outcome);
    },
  );

  it.each([0, 50, 75])('is full after %i bytes leaves nothing at all', async capacityBytes => {
    const outcome = await play(world, machine({ capacityBytes }));
    expect(leftovers(outcome)).toEqual([]);
  });

  it('has too little space is told before anything is asked for', async () => {
    const outcome = await play(world, machine({ free: { bytes: 1_000_000 } }));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'FS.NO_SPACE' }, attempts: [] });
    expect(outcome.net.requests).toEqual([]);
  });

  it.each([
    ['EROFS', 'FS.READ_ONLY'],
    ['EACCES', 'FS.PERMISSION'],
    ['EIO', 'FS.IO'],
  ])('answers %s to every write is %s, and no source is blamed', async (errno, code) => {
    const fault: NonNullable<MemoryFilesOptions['fault']> = (operation, path) =>
      path.startsWith('/tools') && !['stat', 'read', 'list'].includes(operation) ? errno : undefined;
    const outcome = await play(world, machine({ fault }));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code }, attempts: [] });
  });

  it('fails in the middle of unpacking ends the run there: no other source would help', async () => {
    const fault: NonNullable<MemoryFilesOptions['fault']> = (operation, path) =>
      operation === 'write' && path.endsWith('print.go') ? 'EIO' : undefined;
    const outcome = await play(world, machine({ fault }));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'FS.IO' } });
    expect(outcome.report.attempts).toHaveLength(1);
    expect(filesIn(outcome.files)).toEqual([]);
  });

  it('cannot hold GOPATH/bin is a warning', async () => {
    const fault: NonNullable<MemoryFilesOptions['fault']> = (operation, path) =>
      operation === 'mkdir' && path.startsWith('/home') ? 'EROFS' : undefined;
    const { report } = await play(world, machine({ fault }));
    expect(report).toMatchObject({ outcome: 'installed', findings: [{ code: 'FS.READ_ONLY', severity: 'warning' }] });
  });
});

describe('a destination', () => {
  it('is used in place of the tool cache', async () => {
    const { report, files } = await play(world, { inputs: { dest: 'my/go' } });
    expect(report).toMatchObject({ outcome: 'installed', go: { root: '/project/my/go', bin: '/project/my/go/bin' } });
    expect(filesIn(files)).toEqual([]);
    const again = await play(world, { files, inputs: { dest: '/project/my/go/' }, servers: {} });
    expect(again.report).toMatchObject({ outcome: 'cached' });
  });

  it('keeps nothing beside it of a run that was killed while it tried whether it may write there', async () => {
    const { clock, files } = machine();
    for (const path of ['/project/.setup-go-robust-probe', '/project/go.probe-abc']) files.put(path, '');
    const { report } = await play(world, { clock, files, inputs: { dest: 'go' } });
    expect(report.outcome).toBe('installed');
    expect(files.paths('/project').filter(path => path.includes('probe'))).toEqual([]);
  });

  it('that holds something else is refused and left alone', async () => {
    const { clock, files } = machine();
    files.put('/project/my/notes.txt', 'mine');
    const { report } = await play(world, { clock, files, inputs: { dest: 'my' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'INPUT.DESTINATION' } });
    expect(files.paths('/project')).toEqual(['/project/my/', '/project/my/notes.txt']);
  });
});

describe('offline', () => {
  const inputs = { offline: 'true' };

  it('uses what stands in the tool cache, by its receipt', async () => {
    const { clock, files } = await play(world);
    for (const version of ['1.26.8', '1.26', 'stable']) {
      const { report, opened } = await play(world, { clock, files, version, inputs });
      expect(report).toMatchObject({ outcome: 'cached', go: { version: '1.26.8' } });
      expect(opened).toEqual([{ caPem: undefined, offline: true, allowDirect: false }]);
    }
  });

  it('installs from a directory of archives with the shipped table', async () => {
    const { clock, files } = machine();
    files.put(`/mnt/archives/${GO.fileName}`, GO.tarGz);
    const options = {
      clock,
      files,
      version: '1.26',
      inputs: { ...inputs, sources: 'file:///mnt/archives' },
      table: tableOf(world.releases),
    };
    const { report } = await play(world, options);
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'file', proof: { kind: 'release-table' } });
  });

  it('refuses an altered archive of that directory', async () => {
    const { clock, files } = machine();
    files.put(`/mnt/archives/${GO.fileName}`, GO.repacked);
    const options = { clock, files, inputs: { ...inputs, sources: 'file:///mnt/archives' }, table: tableOf(world.releases) };
    const outcome = await play(world, options);
    expect(outcome.report.outcome).toBe('failed');
    expect(codesOf(outcome)).toContain('VER.TAMPERED');
  });

  it('without either names where it has looked, and sends nothing', async () => {
    const outcome = await play(world, { inputs });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(outcome.net.requests).toEqual([]);
  });
});

describe('inputs', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n';

  it('ca-file reaches the machine as PEM text', async () => {
    const { clock, files } = machine();
    files.put('/project/ca.pem', PEM);
    const { opened, report } = await play(world, { clock, files, inputs: { 'ca-file': 'ca.pem' } });
    expect(report.outcome).toBe('installed');
    expect(opened).toEqual([{ caPem: PEM, offline: false, allowDirect: false }]);
  });

  it('that are wrong are all named at once, and no machine is opened', async () => {
    const { clock, files } = machine();
    files.put('/project/ca.pem', 'not a certificate');
    const inputs = {
      'ca-file': 'ca.pem',
      sources: 'nowhere',
      checksum: 'md5:1',
      timeout: '0s',
      architecture: 'pdp11',
      colour: 'red',
    };
    const outcome = await play(world, { clock, files, version: 'newest', inputs });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 64 });
    expect([...codesOf(outcome)].sort()).toEqual([
      'INPUT.CA_FILE',
      'INPUT.CHECKSUM',
      'INPUT.PLATFORM',
      'INPUT.SOURCE',
      'INPUT.TIMEOUT',
      'INPUT.UNKNOWN_OPTION',
      'INPUT.VERSION',
    ]);
    expect(outcome.opened).toEqual([]);
    expect(files.paths('/')).toEqual(['/project/', '/project/ca.pem']);
  });
});
