import { describe, expect, it } from 'vitest';
import type { CacheOutcome } from '../../src/domain/cache-entry.ts';
import { readPlan } from '../../src/domain/cache-plan.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { saveCaches } from '../../src/steps/save-cache.ts';
import { createFakeCache, type FakeCache, type FakeCacheFault } from '../fakes/fake-cache.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type FileOperation, type MemoryFiles } from '../fakes/memory-files.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld(['1.26.8', '1.26.7']);
const MODULES = '/home/go/pkg/mod';
const BUILD = '/home/.cache/go-build';
const H1 = `h1:${'q'.repeat(43)}=`;
const SUM = `example.com/a v1.0.0 ${H1}\nexample.com/a v1.0.0/go.mod ${H1}\n`;
const A = `${MODULES}/example.com/a@v1.0.0/a.go`;
const HOUR_MS = 3_600_000;
const never = new AbortController().signal;

interface Job {
  readonly files: MemoryFiles;
  readonly clock: FakeClock;
  readonly cache: FakeCache;
}

function createJob(options: Omit<Parameters<typeof createFakeCache>[0], 'files'> = {}): Job {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put('/project/go.mod', 'module m\n\ngo 1.26\n');
  files.put('/project/go.sum', SUM);
  files.put('/etc/os-release', 'ID=debian\nVERSION_ID="12"\n');
  return { clock, files, cache: createFakeCache({ ...options, files }) };
}

function step(job: Job, options: Play = {}) {
  return play(world, { ...job, ...options, env: { GOCACHE: BUILD, ...options.env } });
}

function save({ files, clock, cache }: Job) {
  return saveCaches({ text: cache.kept.at(-1) ?? '', cache, files, clock }, never);
}

/** `modules exact`, or `off` and the reason. */
function told(caches: readonly CacheOutcome[] = []): readonly string[] {
  return caches.map(each => (each.result === 'off' ? `off ${each.reason}` : `${each.entry} ${each.result}`));
}

describe('the caches of a job', () => {
  it('are missed, saved after the job, and found by the next', async () => {
    const job = createJob();
    const first = await step(job);
    expect(told(first.report.caches)).toEqual(['modules none', 'build none']);
    expect(outputsOf(first.report)).toMatchObject({ 'cache-hit': 'false' });
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    expect((await save(job)).entries).toMatchObject([{ result: 'saved' }, { result: 'saved' }]);
    const [modules, build] = [...job.cache.entries.keys()];
    expect(modules).toMatch(/^setup-go-robust-modules-linux-amd64-debian12-[0-9a-f]{64}$/u);
    expect(build).toMatch(/^setup-go-robust-build-linux-amd64-debian12-go1\.26\.8-[0-9a-f]{64}$/u);

    await job.files.remove('/home');
    const second = await step(job);
    expect(told(second.report.caches)).toEqual(['modules exact', 'build exact']);
    expect(outputsOf(second.report)).toMatchObject({ 'cache-hit': 'true', 'cache-key': modules });
    expect(job.files.content(A)?.toString()).toBe('a');
    expect(readPlan(job.cache.kept.at(-1) ?? '')?.entries).toEqual([]);
  });

  it('of another Go version keep the modules and not the build results', async () => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    const { report } = await step(job, { version: '1.26.7' });
    expect(told(report.caches)).toEqual(['modules exact', 'build none']);
    expect(outputsOf(report)['cache-hit']).toBe('false');
  });

  it('of another target are others', async () => {
    const job = createJob();
    await step(job, { env: { GOOS: 'windows', GOARCH: 'arm64' } });
    expect(job.cache.calls[0]).toContain('-linux-amd64_windows_arm64-debian12-');
  });

  it.each([
    ['switched off', { inputs: { cache: 'false' } }, {}, []],
    ['offline', { inputs: { offline: 'true', sources: 'file:///none' } }, {}, ['off offline']],
    ['not offered', {}, { unavailable: 'no service' }, ['off no service']],
  ] as const)('are not asked for when they are %s', async (_, options, cacheOptions, expected) => {
    const job = createJob(cacheOptions);
    await play(world, { ...job, env: { GOCACHE: BUILD } });
    job.cache.calls.length = 0;
    const opened = job.cache.openCount();
    const { report } = await step(job, options);
    expect(report.outcome).toBe('cached');
    expect(told(report.caches)).toEqual(expected);
    expect({ calls: job.cache.calls, opened: job.cache.openCount() - opened }).toEqual({ calls: [], opened: 0 });
  });

  it('are off in one line without dependency files', async () => {
    const job = createJob();
    for (const name of ['go.mod', 'go.sum']) await job.files.remove(`/project/${name}`);
    const { report } = await step(job);
    expect(told(report.caches)).toHaveLength(1);
    expect(report.findings).toEqual([]);
    expect(job.cache.openCount()).toBe(0);
  });

  it('do not hold up a run whose time is used up', async () => {
    const { report } = await step(createJob(), { inputs: { timeout: '5s' } });
    expect(report.outcome).toBe('installed');
    expect(told(report.caches)).toHaveLength(1);
  });
});

/** What Go runs or compiles in without comparing it with a go.sum. */
const UNSUMMED = [
  'golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64/bin/go',
  'Golang.org/Toolchain@v0.0.1-go1.27.0.linux-amd64/bin/go',
  'golang.org/fips140@v1.0.0/fips140/sha256/sha256.go',
  'cache/download/golang.org/toolchain/@v/v0.0.1-go1.27.0.linux-amd64.zip',
  'cache/download/golang.org/toolchain/@v/v0.0.1-go1.27.0.linux-amd64.ziphash',
];

describe('a toolchain in the module cache', () => {
  const KEPT = ['golang.org/x/text@v0.1.0/text.go', 'golang.org/toolchainer@v1.0.0/t.go'];
  const fill = (job: Job, names: readonly string[]): void => {
    for (const name of names) job.files.put(`${MODULES}/${name}`, 'x');
  };
  const standing = ({ files }: Job): readonly string[] =>
    files.paths(MODULES).flatMap(path => (path.endsWith('/') ? [] : [path.slice(MODULES.length + 1)]));

  /** The entry of the modules, as another job saved it with these files. */
  async function poisoned(names: readonly string[]): Promise<Job> {
    const job = createJob();
    await step(job);
    fill(job, KEPT);
    await save(job);
    const key = [...job.cache.entries.keys()].find(each => each.includes('modules')) ?? '';
    job.cache.entries.set(key, Object.fromEntries(names.map(name => [name, 'evil'])));
    await job.files.remove(MODULES);
    return job;
  }

  it('is removed when it was restored, unpacked and downloaded, and nothing else is', async () => {
    const job = await poisoned([...UNSUMMED, ...KEPT]);
    const { report } = await step(job);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(told(report.caches)[0]).toBe('modules exact');
    expect(report.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['MODCACHE.UNSUMMED info']);
    expect([...standing(job)].sort()).toEqual([...KEPT].sort());
  });

  it('is removed too where the restore failed in the middle, whether or not it stood there before', async () => {
    const job = await poisoned(UNSUMMED);
    fill(job, [...UNSUMMED, ...KEPT]);
    job.cache.fault = 'half';
    await step(job);
    expect([...standing(job)].sort()).toEqual([...KEPT].sort());
  });

  it('is left alone where nothing was restored', async () => {
    const job = createJob();
    fill(job, UNSUMMED);
    const { report } = await step(job);
    expect(report.findings).toEqual([]);
    expect([...standing(job)].sort()).toEqual([...UNSUMMED].sort());
  });

  it('is never saved', async () => {
    const job = createJob();
    await step(job);
    fill(job, [...UNSUMMED, ...KEPT]);
    await save(job);
    const [, saved] = [...job.cache.entries.entries()].find(([key]) => key.includes('modules')) ?? [];
    expect(Object.keys(saved ?? {}).sort()).toEqual([...KEPT].sort());
  });

  it('is removed where the platform restored it before the run', async () => {
    const job = createJob();
    fill(job, [...UNSUMMED, ...KEPT]);
    const { report } = await play(world, { files: job.files, clock: job.clock, restoredModules: MODULES });
    expect(report.findings.map(({ code }) => code)).toEqual(['MODCACHE.UNSUMMED']);
    expect([...standing(job)].sort()).toEqual([...KEPT].sort());
  });

  it('that cannot be removed makes such a run red', async () => {
    const clock = createFakeClock();
    const fault = (operation: FileOperation, path: string) =>
      operation === 'remove' && path.includes('toolchain@') ? 'EACCES' : undefined;
    const files = createMemoryFiles({ clock, fault });
    files.put(`${MODULES}/${UNSUMMED[0]}`, 'x');
    const { report } = await play(world, { files, clock, restoredModules: MODULES });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'FS.PERMISSION' } });
  });
});

describe('a cache that does not work', () => {
  it.each([
    ['down', 100],
    ['bug', 100],
    ['hangs', 5_100],
  ] as const)('(%s) is one warning and costs its deadline at most', async (fault, atMostMs) => {
    const job = createJob();
    const { tookMs } = await step({ ...job, cache: createFakeCache({ files: job.files, unavailable: 'off' }) });
    const other = createJob();
    other.cache.fault = fault;
    const { report, tookMs: withFaultMs } = await step(other);
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0 });
    expect(report.findings).toMatchObject([{ code: 'CACHE.UNAVAILABLE', severity: 'warning' }]);
    expect(told(report.caches)).toEqual(['modules failed', 'build failed']);
    expect(outputsOf(report)).toMatchObject({ 'cache-hit': 'false', 'cache-key': expect.stringContaining('modules') });
    expect(withFaultMs - tookMs).toBeLessThanOrEqual(atMostMs);
    expect(readPlan(other.cache.kept[0] ?? '')?.entries ?? []).toEqual([]);
  });

  it.each(['half', 'restore-hangs'] as const)('(%s) leaves no half of a module, and what stood before', async fault => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${MODULES}/example.com/b@v1.0.0/b.go`, 'b');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    await job.files.remove(MODULES);
    const stood = `${MODULES}/example.com/stood@v1.0.0/s.go`;
    job.files.put(stood, 's');
    job.cache.fault = fault;
    const { report } = await step(job, { inputs: { timeout: '20m' } });
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(report.findings.map(({ code }) => code)).toEqual(['CACHE.RESTORE', 'CACHE.RESTORE']);
    expect(job.files.paths(MODULES).filter(path => path.includes('@') && !path.endsWith('/'))).toEqual([stood]);
    expect(readPlan(job.cache.kept.at(-1) ?? '')?.entries).toEqual([]);
  });

  it.each([
    'cache/download/sumdb/sum.golang.org/tile/8/0/001',
    'cache/download/sumdb/sum.golang.org/lookup/example.com/a@v1.0.0',
    'cache/vcs/0123/objects/pack/pack-0.pack',
    'cache/vcs/0123.info',
  ])('leaves no half of %s, which Go believes as it stands, and what stood before', async name => {
    const job = createJob();
    await step(job);
    job.files.put(`${MODULES}/${name}`, 'whole');
    await save(job);
    await job.files.remove(MODULES);
    const stood = `${MODULES}/${name.replace(/0(?:123|01)|a@/u, 'other@')}`;
    job.files.put(stood, 'stood');
    job.cache.fault = 'half';
    const { report } = await step(job);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(job.files.paths(MODULES).filter(path => !path.endsWith('/'))).toEqual([stood]);
  });

  it('with an older entry that cannot be restored saves one of its own, or every later job would try that one again', async () => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    const older = [...job.cache.entries.keys()];
    await job.files.remove('/home');
    job.files.put('/project/go.sum', `${SUM}example.com/b v1.0.0/go.mod ${H1}\n`);
    job.cache.fault = 'half';
    const { report, host } = await step(job);
    expect(report.caches).toMatchObject(older.map(matchedKey => ({ result: 'failed', matchedKey })));
    expect(host.changes.filter(change => change.kind === 'set' && change.name.includes('CACHES'))).toEqual([]);
    expect(readPlan(job.cache.kept.at(-1) ?? '')?.entries.map(({ isUpdate }) => isUpdate)).toEqual([true, true]);
    job.cache.fault = undefined;
    job.files.put(A, 'a');
    expect((await save(job)).entries).toMatchObject([{ result: 'saved' }, { result: 'saved' }]);
    expect(job.cache.entries.size).toBe(4);
  });

  it('and whose half of a module cannot be removed says so', async () => {
    const clock = createFakeClock();
    let isLocked = false;
    const fault = (operation: FileOperation, path: string) =>
      isLocked && operation === 'remove' && path.startsWith(MODULES) ? 'EACCES' : undefined;
    const files = createMemoryFiles({ clock, fault });
    files.put('/project/go.mod', 'module m\n\ngo 1.26\n');
    files.put('/project/go.sum', SUM);
    const job = { clock, files, cache: createFakeCache({ files }) };
    await step(job);
    files.put(A, 'a');
    await save(job);
    await files.remove(MODULES);
    isLocked = true;
    job.cache.fault = 'half';
    const { report } = await step(job);
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    const codes = report.findings.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toEqual(['warning FS.PERMISSION', 'warning CACHE.RESTORE']);
  });

  it('that hangs in a restore ends before the budget of the run', async () => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    await save(job);
    job.cache.fault = 'restore-hangs';
    const { report, tookMs } = await step(job, { inputs: { timeout: '60s' } });
    expect(report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(tookMs).toBeLessThan(60_000);
  });

  it('does not keep a run from being interrupted', async () => {
    const job = createJob();
    job.cache.fault = 'hangs';
    const { report } = await step(job, { interruptMs: 3_000 });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'SELF.INTERRUPTED' } });
  });
});

describe('a second step of one job', () => {
  /** A job whose first step has restored both entries, and what that step hands on to the next. */
  async function restoredJob() {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    const first = await step(job);
    const changes = first.host.changes.flatMap(change => (change.kind === 'set' ? [[change.name, change.value] as const] : []));
    job.cache.calls.length = 0;
    return { job, handedOn: Object.fromEntries(changes) };
  }

  it('takes what the first has restored, and saves nothing again', async () => {
    const { job, handedOn } = await restoredJob();
    const second = await step(job, { env: handedOn });
    expect(told(second.report.caches)).toEqual(['modules exact', 'build exact']);
    expect(outputsOf(second.report)['cache-hit']).toBe('true');
    expect(job.cache.calls).toEqual([]);
    expect(readPlan(job.cache.kept.at(-1) ?? '')?.entries).toEqual([]);
  });

  it.each([
    ['has another directory for it', { GOCACHE: '/elsewhere' }],
    ['finds it removed meanwhile', {}],
  ] as const)('that %s asks for the entry again', async (_, env) => {
    const { job, handedOn } = await restoredJob();
    await job.files.remove(BUILD);
    const second = await step(job, { env: { ...handedOn, ...env } });
    expect(told(second.report.caches)).toEqual(['modules exact', 'build exact']);
    expect(job.files.content(`${'GOCACHE' in env ? env.GOCACHE : BUILD}/00/0011-a`)).toBeDefined();
    expect(job.cache.calls.map(call => call.replace(/-linux.*/u, ''))).toEqual([
      'lookUp setup-go-robust-build',
      'restore setup-go-robust-build',
    ]);
  });

  it('does not trip over a variable that is not ours', async () => {
    const { report } = await step(createJob(), { env: { SETUP_GO_ROBUST_CACHES: '{"broken' } });
    expect(told(report.caches)).toEqual(['modules none', 'build none']);
  });
});

describe('after the job', () => {
  async function afterChange(
    change: (job: Job) => void,
    sums = SUM,
  ): Promise<{ job: Job; report: Awaited<ReturnType<typeof save>> }> {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${MODULES}/example.com/b@v1.0.0/b.go`, 'b');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    await job.clock.advance(3 * HOUR_MS);
    job.files.put('/project/go.sum', sums);
    await step(job);
    change(job);
    return { job, report: await save(job) };
  }

  it('an older entry is saved without modules that no go.sum names', async () => {
    const { job, report } = await afterChange(
      ({ files }) => files.put(`${MODULES}/example.com/tool@v1.0.0/t.go`, 't'),
      `example.com/b v1.0.0 ${H1}\n`,
    );
    expect(report.entries[0]).toMatchObject({ kind: 'modules', result: 'saved' });
    const [, saved] = [...job.cache.entries.entries()].filter(([key]) => key.includes('modules'));
    expect(Object.keys(saved?.[1] ?? {})).toEqual(['example.com/b@v1.0.0/b.go', 'example.com/tool@v1.0.0/t.go']);
  });

  it('build results that nothing used are not handed on', async () => {
    const used = await afterChange(({ files }) => files.put(`${BUILD}/01/0122-a`, 'v1'), `example.com/b v1.0.0 ${H1}\n`);
    const [, saved] = [...used.job.cache.entries.entries()].filter(([key]) => key.includes('build'));
    expect(Object.keys(saved?.[1] ?? {})).toEqual(['01/0122-a']);
    const unused = await afterChange(() => undefined, `example.com/b v1.0.0 ${H1}\n`);
    expect(unused.report.entries[1]).toMatchObject({ kind: 'build', result: 'skipped' });
  });

  it('a key that exists by now is not packed', async () => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    await save(job);
    job.cache.calls.length = 0;
    job.cache.kept.push(job.cache.kept[0] ?? '');
    expect((await save(job)).entries).toMatchObject([{ result: 'skipped' }, { result: 'skipped' }]);
    expect(job.cache.calls.filter(call => call.startsWith('save'))).toEqual([]);
  });

  it('an empty cache is not saved', async () => {
    const job = createJob();
    await step(job);
    expect((await save(job)).entries).toMatchObject([{ result: 'skipped' }, { result: 'skipped' }]);
    expect(job.cache.calls.filter(call => call.startsWith('save'))).toEqual([]);
  });

  // Of a job with vendored modules: every later one would find that entry, and save its own no more.
  it.each(['cache/lock', UNSUMMED[0]])('a module cache with nothing but %s is not saved', async name => {
    const job = createJob();
    await step(job);
    job.files.put(`${MODULES}/${name}`, '');
    const { entries } = await save(job);
    expect(entries[0]).toMatchObject({ kind: 'modules', result: 'skipped', reason: 'there is nothing in it' });
    expect(job.cache.calls.filter(call => call.startsWith('save'))).toEqual([]);
  });

  it.each([
    ['down', 'failed'],
    ['hangs', 'failed'],
    ['save-fails', 'failed'],
    ['denied', 'skipped'],
    ['taken', 'skipped'],
  ] as const)('a service that cannot save (%s) is told and never thrown', async (fault: FakeCacheFault, result) => {
    const job = createJob();
    await step(job);
    job.files.put(A, 'a');
    job.files.put(`${BUILD}/00/0011-a`, 'v1');
    job.cache.fault = fault;
    expect((await save(job)).entries).toMatchObject([{ result }, { result }]);
  });

  it.each([
    [{ event: 'release' }, {}],
    [{ event: 'pull_request_target' }, {}],
    [{ ref: 'refs/tags/v1' }, {}],
    [{ isReadOnly: true }, {}],
    [{}, { inputs: { 'cache-mode': 'read-only' } }],
  ] as const)('nothing is written when it may not be (%o %o)', async (cacheJob, options) => {
    const job = createJob({ job: cacheJob });
    await step(job, options);
    job.files.put(A, 'a');
    job.cache.calls.length = 0;
    const report = await save(job);
    expect(report.entries).toEqual([]);
    expect(report.reason).not.toBe('');
    expect(job.cache.calls).toEqual([]);
  });

  it.each(['', 'nonsense', '{}', '{"entries":[{}]}', 'null'])('a plan that is none (%s) saves nothing', async text => {
    const { files, clock, cache } = createJob();
    expect((await saveCaches({ text, cache, files, clock }, never)).entries).toEqual([]);
    expect(cache.openCount()).toBe(0);
  });
});

describe('cache-dependency-path', () => {
  it('names each pattern that counts for nothing', async () => {
    const job = createJob();
    const { report } = await step(job, {
      inputs: { 'cache-dependency-path': 'go.sum\nnone/*.sum\n../other/go.sum\n/etc/passwd' },
    });
    expect(report.findings.map(({ code }) => code)).toEqual(['CACHE.PATTERN', 'CACHE.PATTERN', 'CACHE.PATTERN']);
    expect(told(report.caches)).toEqual(['modules none', 'build none']);
  });
});
