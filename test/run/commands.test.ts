import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { entryOf, play } from './play.ts';
import { createWorld, except, flat, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const ROOT = entryOf('1.26.8');

function namedFiles(report: {
  readonly findings: readonly { readonly evidence: readonly { readonly name: string; readonly value: string }[] }[];
}) {
  const evidence = report.findings[0]?.evidence ?? [];
  return evidence
    .filter(({ name }) => ['changed', 'added', 'missing', 'differing files'].includes(name))
    .map(({ name, value }) => `${name} ${value}`);
}

describe('verify', () => {
  const verify = { command: 'verify', version: '' } as const;

  it('proves an installed Go and changes nothing', async () => {
    const { clock, files } = await play(world);
    const before = files.paths('/');
    const { report } = await play(world, { ...verify, clock, files, path: ROOT });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, proof: { kind: 'checksum-database', value: GO.h1 } });
    expect(files.paths('/')).toEqual(before);
  });

  const damage: readonly [string, (files: MemoryFiles) => unknown, readonly string[]][] = [
    ['changed', files => files.put(`${ROOT}/bin/gofmt`, 'evil', 0o755), ['changed bin/gofmt']],
    ['added', files => files.put(`${ROOT}/src/evil.go`, ''), ['added src/evil.go']],
    ['missing', files => files.remove(`${ROOT}/src/go.mod`), ['missing src/go.mod']],
  ];

  it.each(damage)('names a file that is %s', async (_, harm, named) => {
    const { clock, files } = await play(world);
    await harm(files);
    const { report } = await play(world, { ...verify, clock, files, path: ROOT });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
    expect(namedFiles(report)).toEqual(named);
  });

  it('names all of them, and goes to the next source for the genuine files', async () => {
    const { clock, files } = await play(world);
    for (const [, harm] of damage) await harm(files);
    const bad = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/gofmt': 'evil' }) });
    const servers = { ...world.servers, 'dl.google.com': flat('/go/', [bad]) };
    const { report } = await play(world, { ...verify, clock, files, servers, path: ROOT });
    expect(namedFiles(report)).toEqual(['changed bin/gofmt', 'added src/evil.go', 'missing src/go.mod']);
    expect(files.paths('/project')).toEqual([]);
  });

  it('says why it cannot name them when no genuine archive can be had', async () => {
    const { clock, files } = await play(world);
    files.put(`${ROOT}/bin/gofmt`, 'evil', 0o755);
    const servers = { 'proxy.test': except(world.servers['proxy.test'], /zip$/u, { status: 403 }) };
    const { report } = await play(world, { ...verify, clock, files, servers, path: ROOT });
    expect(report).toMatchObject({ exitCode: 73, cause: { code: 'VER.TAMPERED' } });
    expect(namedFiles(report)).toEqual([expect.stringContaining('goproxy: HTTP.FORBIDDEN')]);
  });

  it.each<[string, string, Buffer]>([
    ['a release', GO.fileName, GO.tarGz],
    ['one that was packed anew', GO.fileName, GO.repacked],
    ['the zip of the module', `${GO.moduleVersion}.zip`, GO.moduleZip],
  ])('proves the archive of %s', async (_, name, bytes) => {
    const { clock, files } = machineWith(`/project/${name}`, bytes);
    const { report } = await play(world, { ...verify, clock, files, path: name, table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'ok', proof: { kind: 'checksum-database', value: GO.h1 } });
    expect(files.paths('/')).toEqual(['/project/', `/project/${name}`]);
  });

  it('refuses an archive that was altered, with the file that differs', async () => {
    const bad = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/gofmt': 'evil' }) });
    const { clock, files } = machineWith(`/project/${GO.fileName}`, bad.tarGz);
    const { report } = await play(world, { ...verify, clock, files, path: GO.fileName });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' }, proof: null });
    expect(namedFiles(report)).toEqual(['changed bin/gofmt']);
  });

  it.each([
    ['nowhere', 'FS.NOT_FOUND', 74],
    ['notes.txt', 'INPUT.VERSION', 64],
    ['empty', 'GO.NOT_INSTALLED', 71],
  ])('of %s is %s', async (path, code, exitCode) => {
    const { clock, files } = machineWith('/project/notes.txt', Buffer.from('x'));
    await files.makeDirectory('/project/empty');
    const { report } = await play(world, { ...verify, clock, files, path });
    expect(report).toMatchObject({ outcome: 'failed', exitCode, cause: { code } });
  });
});

function machineWith(path: string, bytes: Buffer) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put(path, bytes);
  return { clock, files };
}

describe('env', () => {
  const env = { command: 'env', version: '' } as const;

  it('makes the newest installed Go known, without a request', async () => {
    const { clock, files } = await play(world, { version: '1.25.3' });
    await play(world, { clock, files });
    const { report, host, net } = await play(world, { ...env, clock, files, servers: {} });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, go: { version: '1.26.8', root: ROOT } });
    expect(host.changes).toContainEqual({ kind: 'set', name: 'GOTOOLCHAIN', value: 'local' });
    expect(host.changes.filter(({ kind }) => kind === 'prepend-path').map(({ value }) => value)).toEqual([
      `${ROOT}/bin`,
      '/home/go/bin',
    ]);
    expect(net.requests).toEqual([]);
  });

  it('corrects a GOROOT that leads to another Go, and keeps the GOTOOLCHAIN of the user', async () => {
    const { clock, files } = await play(world);
    const { host } = await play(world, { ...env, clock, files, env: { GOROOT: '/usr/lib/go', GOTOOLCHAIN: 'go1.25.3' } });
    expect(host.changes).toContainEqual({ kind: 'set', name: 'GOROOT', value: ROOT });
    expect(host.changes.filter(change => change.kind === 'set' && change.name === 'GOTOOLCHAIN')).toEqual([]);
  });

  it('of one that is not installed is GO.NOT_INSTALLED', async () => {
    const { report, files } = await play(world, { ...env, version: '1.25' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'GO.NOT_INSTALLED' } });
    expect(files.paths('/')).toEqual([]);
  });
});

describe('an installed Go that', () => {
  it('says another version is VERSION.MISMATCH, and does not stay', async () => {
    const liar = createTinyGo({
      version: '1.26.8',
      change: tree => ({ ...tree, 'bin/go': 'go version go1.26.7 linux/amd64\n' }),
    });
    const other = { ...world.servers, 'dl.google.com': flat('/go/', [liar]) };
    const { report, files, host } = await play(world, { servers: other, inputs: { checksum: liar.h1 } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VERSION.MISMATCH' }, go: null });
    expect(files.paths('/tools').filter(path => !path.endsWith('/'))).toEqual([]);
    expect(host.changes).toEqual([]);
  });

  it('does not run is GO.NOT_RUNNABLE', async () => {
    const broken = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/go': 'ELF for another machine' }) });
    const other = { ...world.servers, 'dl.google.com': flat('/go/', [broken]) };
    const { report } = await play(world, { servers: other, inputs: { checksum: broken.h1 } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'GO.NOT_RUNNABLE' }, go: null });
  });
});
