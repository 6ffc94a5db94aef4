import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { TOOL_CACHE } from '../fakes/fake-machine.ts';
import { createMemoryFiles, type FileOperation, type MemoryFiles } from '../fakes/memory-files.ts';
import type { TinyGo } from '../fakes/tiny-go.ts';
import { codesOf, entryOf, leftovers, type Play, play, playBeside } from './play.ts';
import { createWorld, except, flat, moduleProxy, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const ROOT = entryOf('1.26.8');

/** A machine whose tool cache holds these releases as setup-go leaves them: with `.complete`, without a receipt. */
function machineWith(releases: readonly TinyGo[], fault?: (operation: FileOperation, path: string) => string | undefined) {
  const clock = createFakeClock();
  let isArmed = false;
  const files = createMemoryFiles({ clock, fault: (operation, path) => (isArmed ? fault?.(operation, path) : undefined) });
  for (const release of releases) putRelease(files, release);
  isArmed = true;
  return { clock, files };
}

function putRelease(files: MemoryFiles, { version, files: content }: TinyGo): void {
  for (const [path, text] of Object.entries(content))
    files.put(`${entryOf(version)}/${path}`, text, path.startsWith('bin/') ? 0o755 : 0o644);
  files.put(`${entryOf(version)}/setup.sh`, '#!/bin/sh\n');
  files.put(`${entryOf(version)}.complete`, '');
}

async function installed(options: Play = {}) {
  const first = await play(world, options);
  expect(first.report.outcome).toBe('installed');
  return { clock: first.clock, files: first.files };
}

describe('a Go that this program installed', () => {
  it.each([
    ['its seal', {}, 'sealed'],
    ['its receipt, when the full proof is asked for', { 'tool-cache-proof': 'full' }, 'receipt'],
  ])('is proved again by %s, without a single request', async (_, inputs, by) => {
    const machine = await installed();
    const { report, net, host } = await play(world, { ...machine, inputs, servers: {} });
    expect(report).toMatchObject({
      outcome: 'cached',
      exitCode: 0,
      installedFrom: 'tool-cache',
      proof: { kind: 'checksum-database', value: GO.h1 },
      attempts: [],
      findings: [],
    });
    expect(report.proof?.detail).toContain(by);
    expect(net.requests).toEqual([]);
    expect(host.changes).toContainEqual({ kind: 'prepend-path', value: `${ROOT}/bin` });
  });

  it.each(['1.26', '^1.25', '>=1.26.0'])('satisfies %s without asking anybody', async version => {
    const { report, net } = await play(world, { ...(await installed()), version });
    expect(report).toMatchObject({ outcome: 'cached', go: { version: '1.26.8' } });
    expect(net.requests).toEqual([]);
  });

  it.each([{ 'check-latest': 'true', 'go-version': '1.26' }, { 'go-version': 'stable' }])(
    'is used after the lists were asked: %j',
    async inputs => {
      const { report, net } = await play(world, { ...(await installed()), version: '', inputs });
      expect(report).toMatchObject({ outcome: 'cached', go: { version: '1.26.8' }, attempts: [] });
      expect(net.requests.length).toBeGreaterThan(0);
    },
  );

  it('is not used under a pin of another archive, whatever proves it', async () => {
    const inputs = { checksum: `sha256:${'0'.repeat(64)}` };
    const { report, files } = await play(world, { ...(await installed()), inputs });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.CHECKSUM_PIN' } });
    expect(files.content(`${ROOT}.complete`)).toBeDefined();
  });

  it('is used under the pin of its published archive', async () => {
    const inputs = { checksum: `sha256:${GO.sha256}` };
    const { report, net } = await play(world, { ...(await installed()), inputs, table: tableOf([GO]), servers: {} });
    expect(report).toMatchObject({ outcome: 'cached', proof: { kind: 'checksum-database' } });
    expect(net.requests).toEqual([]);
  });

  it('gives way to a newer one when the newest is asked for', async () => {
    const machine = await installed({ version: '1.26.7' });
    const { report } = await play(world, { ...machine, version: '1.26', inputs: { 'check-latest': 'true' } });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
  });

  it.each<[string, (files: MemoryFiles) => unknown]>([
    ['changed', files => files.put(`${ROOT}/bin/gofmt`, 'evil', 0o755)],
    ['added', files => files.put(`${ROOT}/src/evil.go`, 'package evil')],
    ['lost', files => files.remove(`${ROOT}/src/fmt/print.go`)],
    ['changed in the program itself', files => files.put(`${ROOT}/bin/go`, 'evil', 0o755)],
  ])('is repaired in place when a file was %s', async (_, damage) => {
    const machine = await installed();
    await damage(machine.files);
    const { report, files } = await play(world, machine);
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, proof: { value: GO.h1 } });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'VER.CACHE_DAMAGED', severity: 'warning' }));
    expect(files.content(`${ROOT}/bin/gofmt`)?.toString()).toBe('program\n');
    expect(files.paths(ROOT).filter(path => path.includes('evil'))).toEqual([]);
    expect(leftovers({ files })).toEqual([]);
  });

  it('is proved in full again, and sealed again, when anything that is sealed was touched', async () => {
    const machine = await installed();
    await machine.files.touch(`${ROOT}/bin/go`);
    const first = await play(world, { ...machine, servers: {} });
    expect(first.report).toMatchObject({ outcome: 'cached', findings: [] });
    expect(first.report.proof?.detail).toContain('receipt');
    const second = await play(world, { ...machine, servers: {} });
    expect(second.report.proof?.detail).toContain('sealed');
  });

  it('gives a file of the library that was rewritten in place away under the full proof only', async () => {
    const machine = await installed();
    await machine.files.write(`${ROOT}/src/fmt/print.go`, 'package evil');
    expect((await play(world, machine)).report.outcome).toBe('cached');
    const { report } = await play(world, { ...machine, inputs: { 'tool-cache-proof': 'full' } });
    expect(report).toMatchObject({ outcome: 'installed', proof: { value: GO.h1 } });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'VER.CACHE_DAMAGED' }));
  });

  it.each([
    ['is not even run', 'bin/go', 0],
    ['is not even run', 'go.env', 0],
    ['is run in vain', 'src/fmt/evil.go', 1],
  ])('%s when %s is not what was sealed', async (_, path, runs) => {
    const machine = await installed();
    await machine.files.write(`${ROOT}/${path}`, 'evil');
    const { report, exec, host } = await play(world, { ...machine, servers: {} });
    expect(report).toMatchObject({ outcome: 'failed', go: null });
    expect({ runs: exec.ran.length, changes: host.changes }).toEqual({ runs, changes: [] });
  });

  it('seals nothing that only a pin of this job vouched for', async () => {
    const machine = await installed({ inputs: { checksum: `sha256:${GO.sha256}` } });
    expect(machine.files.content(`${ROOT}.setup-go-robust.seal`)).toBeUndefined();
    const { report } = await play(world, machine);
    expect(report).toMatchObject({ outcome: 'cached', proof: { kind: 'checksum-database' } });
    expect(machine.files.content(`${ROOT}.setup-go-robust.seal`)).toBeDefined();
  });

  it('is not used when it was damaged and nothing can be had in its place', async () => {
    const machine = await installed();
    machine.files.put(`${ROOT}/src/fmt/print.go`, 'package evil');
    const outcome = await play(world, { ...machine, servers: {} });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 72, go: null });
    expect(codesOf(outcome)).toContain('VER.CACHE_DAMAGED');
    expect(outcome.host.changes).toEqual([]);
  });

  it.each(['cut', 'forged', 'of another release'])('asks the database anew when its receipt is %s', async how => {
    const machine = await installed();
    const path = `${ROOT}.setup-go-robust.json`;
    const text = machine.files.content(path)?.toString() ?? '';
    const forged = text.replace(GO.h1, world.release('1.26.7').h1);
    machine.files.put(path, how === 'cut' ? text.slice(0, 100) : how === 'forged' ? forged : text.replaceAll('1.26.8', '1.26.7'));
    const { report, net, files } = await play(world, { ...machine, inputs: { 'tool-cache-proof': 'full' } });
    expect(report).toMatchObject({ outcome: 'cached', proof: { value: GO.h1 }, attempts: [] });
    expect(net.urls().some(url => url.includes('/lookup/'))).toBe(true);
    expect(files.content(path)?.toString()).toBe(text);
  });

  it('whose marker is lost is marked again', async () => {
    const machine = await installed();
    await machine.files.remove(`${ROOT}.complete`);
    const { report, files } = await play(world, { ...machine, servers: {} });
    expect(report).toMatchObject({ outcome: 'cached' });
    expect(files.content(`${ROOT}.complete`)).toBeDefined();
  });
});

/** What a run that was killed after its last rename leaves beside a complete tree. */
describe('a Go beside the lock of its installer', () => {
  async function locked(owner: { readonly pid: number; readonly ageMs: number }, fault?: Parameters<typeof machineWith>[1]) {
    const machine = machineWith([GO], fault);
    await play(world, machine);
    machine.files.put(`${ROOT}.lock`, JSON.stringify({ pid: owner.pid, hostname: 'runner', token: 'theirs' }));
    machine.files.put(`${ROOT}.stage-theirs/owner.json`, JSON.stringify({ pid: owner.pid, hostname: 'runner' }));
    await machine.clock.advance(owner.ageMs);
    const { report, tookMs } = await play(world, { ...machine, servers: {} });
    const lockFiles = machine.files.paths(TOOL_CACHE).filter(path => /\.(?:lock|stage|break)\b/u.test(path));
    return { report, tookMs, lockFiles };
  }
  const DEAD = 9;
  const theirs = [`${ROOT}.lock`, `${ROOT}.stage-theirs/`, `${ROOT}.stage-theirs/owner.json`];

  it('is used, and what its dead installer left is removed', async () => {
    const { report, lockFiles } = await locked({ pid: DEAD, ageMs: LIMITS.lockDeadOwnerMs });
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0, findings: [] });
    expect(lockFiles).toEqual([]);
  });

  it.each([
    ['still runs', { pid: 101, ageMs: LIMITS.lockDeadOwnerMs }],
    ['may run in another container', { pid: DEAD, ageMs: LIMITS.lockDeadOwnerMs - 1_000 }],
  ])('is used without waiting for an installer that %s, whose lock stays', async (_, owner) => {
    const { report, tookMs, lockFiles } = await locked(owner);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0, findings: [] });
    expect(tookMs).toBe(0);
    expect(lockFiles).toEqual(theirs);
  });

  it.each([
    ['EROFS', []],
    ['EIO', ['FS.IO']],
  ])('is used where the lock cannot be removed (%s)', async (errno, codes) => {
    const isNew = (operation: FileOperation, path: string): boolean => operation === 'write' && path.includes('.break-');
    const fault = (operation: FileOperation, path: string) => (isNew(operation, path) ? errno : undefined);
    const { report, lockFiles } = await locked({ pid: DEAD, ageMs: LIMITS.lockDeadOwnerMs }, fault);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual(codes.map(code => [code, 'warning']));
    expect(lockFiles).toEqual(theirs);
  });
});

describe('a Go that somebody else put into the tool cache', () => {
  it('is proved by the database and keeps the proof for the next run', async () => {
    const first = await play(world, machineWith([GO]));
    expect(first.report).toMatchObject({ outcome: 'cached', proof: { kind: 'checksum-database', value: GO.h1 }, attempts: [] });
    const second = await play(world, { clock: first.clock, files: first.files, servers: {} });
    expect(second.report).toMatchObject({ outcome: 'cached' });
    expect(second.net.requests).toEqual([]);
  });

  it('is replaced when it is another release under this name', async () => {
    const wrong = { ...world.release('1.26.7'), version: '1.26.8' };
    const { report, files } = await play(world, machineWith([wrong]));
    expect(report).toMatchObject({ outcome: 'installed', proof: { value: GO.h1 } });
    expect(files.content(`${ROOT}/VERSION`)?.toString()).toContain('go1.26.8\n');
  });

  it('is replaced by a proved one when nobody can prove it', async () => {
    const servers = { 'mirrors.aliyun.com': flat('/golang/', world.releases) };
    const { report, files } = await play(world, { ...machineWith([GO]), servers, table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'aliyun', proof: { kind: 'release-table' } });
    expect(files.content(`${ROOT}/setup.sh`)).toBeUndefined();
  });

  it('is left alone, and not used, when nothing can be proved at all', async () => {
    const machine = machineWith([GO]);
    const before = machine.files.paths(ROOT);
    const { report, files } = await play(world, { ...machine, servers: { 'proxy.test': moduleProxy('', world.releases) } });
    expect(report).toMatchObject({ outcome: 'failed', go: null, exitCode: 72 });
    expect(files.paths(ROOT)).toEqual(before);
    expect(files.content(`${ROOT}.complete`)).toBeDefined();
  });

  it('is used from a tool cache that may only be read', async () => {
    const isWrite = (operation: FileOperation, path: string): boolean =>
      path.startsWith('/tools') && !['stat', 'read', 'list'].includes(operation);
    const machine = machineWith([GO], (operation, path) => (isWrite(operation, path) ? 'EROFS' : undefined));
    const { report, files } = await play(world, machine);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0, proof: { value: GO.h1 } });
    expect(files.content(`${ROOT}.setup-go-robust.json`)).toBeUndefined();
  });

  it('of an older line is not taken for a newer one', async () => {
    const { report } = await play(world, { ...machineWith([world.release('1.25.3')]), version: '1.26' });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
  });

  it('that lacks its program is installed again', async () => {
    const machine = machineWith([GO]);
    await machine.files.remove(`${ROOT}/bin`);
    const { report } = await play(world, machine);
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0 });
  });
});

describe('two runs into one tool cache', () => {
  it('both succeed, one download serves both, and nothing else is left', async () => {
    const { clock, files } = machineWith([]);
    const slow = { ...world.servers, 'dl.google.com': except(undefined, /1\.26\.8/u, { body: GO.tarGz, pauseMs: 500 }) };
    const [first, second] = await Promise.all([
      playBeside(world, { clock, files, servers: slow, pid: 101 }),
      playBeside(world, { clock, files, servers: slow, pid: 102 }),
    ]);
    expect([first.report.outcome, second.report.outcome].sort()).toEqual(['cached', 'installed']);
    expect([first, second].flatMap(({ events }) => events.filter(({ type }) => type === 'lock-waiting'))).toHaveLength(1);
    expect([...first.net.urls(), ...second.net.urls()].filter(url => url.startsWith('https://dl.google.com/'))).toHaveLength(1);
    expect(leftovers({ files })).toEqual([]);
    const third = await play(world, { clock, files, servers: {} });
    expect(third.report).toMatchObject({ outcome: 'cached' });
  });

  it('the second takes over when the first dies at its budget', async () => {
    const { clock, files } = machineWith([]);
    const stuck = {
      'dl.google.com': except(undefined, /1\.26\.8/u, { body: GO.tarGz, fault: { kind: 'stall', atBytes: 2_000 } }),
      'go.dev': world.servers['go.dev'] ?? 'silent',
      'sum.golang.org': world.servers['sum.golang.org'] ?? 'silent',
    };
    const [first, second] = await Promise.all([
      playBeside(world, { clock, files, servers: stuck, pid: 101, inputs: { timeout: '5s', sources: 'official' } }),
      playBeside(world, { clock, files, pid: 102 }),
    ]);
    expect(first.report).toMatchObject({ outcome: 'failed', exitCode: 75, cause: { code: 'BUDGET.TOTAL' } });
    expect(second.report).toMatchObject({ outcome: 'installed', proof: { value: GO.h1 } });
    expect(leftovers({ files })).toEqual([]);
  });
});
