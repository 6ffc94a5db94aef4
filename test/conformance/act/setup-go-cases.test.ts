import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../e2e/harness.ts';
import { type Mirror, startMirror } from '../../servers/mirror.ts';
import { reportOf } from '../installed-go.ts';
import { networkEnv, scratchDirectory } from '../network.ts';
import { OFFICIAL, officialArchive } from '../official-archive.ts';
import { type ActRun, type ActStep, runAct, whyNoAct } from './run-act.ts';

/*
 * setup-go's own end-to-end workflows, by act. Left out of versions.yml: x32 (a module proxy may refuse these archives,
 * as the one did where this was written), 1.11.12 and the manifest (there is none here), other systems. Every version
 * that is named here was served by that proxy.
 */

const NOT_LATEST = { '1.21': '1.21.13', '1.22': '1.22.8', '1.23': '1.23.2' } as const;

const reason = whyNoAct();
const directories: string[] = [];

async function run(workflow: string, more: { vars?: Record<string, string>; secrets?: Record<string, string> } = {}) {
  const directory = await mkdtemp(join(scratchDirectory(), 'setup-go-robust-act-'));
  directories.push(directory);
  return runAct({ workflow: `workflows/${workflow}.yml`, directory, ...more });
}

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** Exactly this Go is there for the next steps, proved, and nothing else was changed for them. */
function expectGo(step: ActStep, expected: { readonly version: string; readonly from: 'source' | 'tool-cache' }): void {
  const { outputs } = step;
  expect(step.errors).toEqual([]);
  expect(outputs).toMatchObject({ 'go-version': expected.version, cause: '', 'cache-hit': 'false', 'cache-key': '' });
  expect(outputs['goroot']).toMatch(new RegExp(`/go/${expected.version.replaceAll('.', '[.]')}/x64$`, 'u'));
  expect(outputs['go-bin']).toBe(`${outputs['goroot']}/bin`);
  expect(outputs['proof']).toBe('checksum-database');
  if (expected.from === 'tool-cache') expect(outputs).toMatchObject({ source: '', 'installed-from': 'tool-cache' });
  else expect(outputs).toMatchObject({ source: expect.stringMatching(/^[\w-]+$/u), 'installed-from': outputs['source'] });
  expect(outputs['duration-ms']).toMatch(/^\d+$/u);
  expect(basename(outputs['report-dir'] ?? '')).toBe('setup-go-robust-report');
  expect(step.path).toEqual([`${outputs['goroot']}/bin`, `${outputs['gopath']}/bin`]);
  expect(basename(step.matchers.join())).toBe('problem-matcher.json');
}

const LOCAL = { GOTOOLCHAIN: 'local', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' };

describe('versions.yml', () => {
  let done: ActRun;
  /** What the public lists call stable and oldstable, and the newest of each line. */
  const newest: Record<string, string> = {};

  beforeAll(async () => {
    if (reason !== undefined) return;
    for (const spec of ['stable', 'oldstable', ...Object.keys(NOT_LATEST)]) {
      const { go, resolved } = reportOf(await runCli(['resolve', spec, '--json'], { env: networkEnv() }));
      newest[spec] = resolved?.version ?? go?.version ?? '';
    }
    done = await run('versions');
  });

  it('succeeds in all its jobs, where `go version` is compared as a whole', () => {
    const jobs = ['alias stable', 'alias oldstable', 'architecture'];
    for (const [line, version] of Object.entries(NOT_LATEST)) jobs.push(`local-cache ${version}`, `check-latest ${line}`);
    expect(done.results, done.log).toEqual(Object.fromEntries(jobs.map(job => [job, 'success'])));
  });

  it.each(['stable', 'oldstable'])('%s is the release that resolve names, with and without the architecture', alias => {
    const version = newest[alias] ?? '';
    const first = done.step('alias', 'go', alias);
    expectGo(first, { version, from: 'source' });
    expect(first.env).toEqual(LOCAL);
    const second = done.step('alias', 'with-architecture', alias);
    expectGo(second, { version, from: 'tool-cache' });
    expect(second.outputs['goroot']).toBe(first.outputs['goroot']);
  });

  it('stable is one line above oldstable', () => {
    const minor = (version = '') => Number(version.split('.')[1]);
    expect(minor(newest['stable'])).toBe(minor(newest['oldstable']) + 1);
  });

  it.each(Object.values(NOT_LATEST))('%s is downloaded once and then found in the tool cache', version => {
    const first = done.step('local-cache', 'go', version);
    expectGo(first, { version, from: 'source' });
    expect(first.env).toEqual(LOCAL);
    const again = done.step('local-cache', 'again', version);
    expectGo(again, { version, from: 'tool-cache' });
    expect(again.outputs['goroot']).toBe(first.outputs['goroot']);
  });

  it.each(Object.entries(NOT_LATEST))(
    '%s takes %s from the tool cache, and its newest release with check-latest',
    (line, version) => {
      expectGo(done.step('check-latest', 'any', line), { version, from: 'tool-cache' });
      const latest = newest[line] ?? '';
      expect(latest.startsWith(`${line}.`)).toBe(true);
      expectGo(done.step('check-latest', 'newest', line), {
        version: latest,
        from: latest === version ? 'tool-cache' : 'source',
      });
    },
  );

  it('finds one Go under the names of Node and of Go for an architecture', () => {
    const byNode = done.step('architecture', 'node-name');
    const byGo = done.step('architecture', 'go-name');
    expectGo(byNode, { version: '1.22.8', from: 'tool-cache' });
    expect(byGo.outputs).toMatchObject({
      'go-version': '1.22.8',
      goroot: byNode.outputs['goroot'],
      'installed-from': 'tool-cache',
    });
    expect(byGo.matchers).toEqual([]);
  });
});

describe('version-files.yml', () => {
  let done: ActRun;

  beforeAll(async () => {
    if (reason === undefined) done = await run('version-files');
  });

  it('succeeds in all its jobs, where `go version` is compared as a whole', () => {
    const files = ['go.mod', 'go.work', '.tool-versions', '.go-version'].map(file => `version-file ${file}`);
    const jobs = [...files, 'toolchain-line-twice', 'toolchain-line-unwanted', 'two-versions'];
    expect(done.results, done.log).toEqual(Object.fromEntries(jobs.map(job => [job, 'success'])));
  });

  it.each([
    // Below min-go-version, but a go line is a language version.
    { file: 'go.mod', version: '1.20.14', warnings: ['VERSION.TOO_OLD'] },
    // It names a directory that is not there.
    { file: 'go.work', version: '1.21.13', warnings: ['GO.WORK_USE'] },
    { file: '.tool-versions', version: '1.23.2', warnings: [] },
    { file: '.go-version', version: '1.22.4', warnings: [] },
  ])('$file gives $version', ({ file, version, warnings }) => {
    const step = done.step('version-file', 'go', file);
    expectGo(step, { version, from: 'source' });
    expect(step.env).toEqual(LOCAL);
    expect(codes(step.warnings)).toEqual(warnings);
  });

  it('takes the toolchain line of go.mod in the first step and in the same step again', () => {
    const steps = ['go', 'again'].map(step => done.step('toolchain-line-twice', step));
    for (const step of steps) expectGo(step, { version: '1.22.4', from: 'tool-cache' });
    expect(steps[1]?.outputs['goroot']).toBe(steps[0]?.outputs['goroot']);
  });

  it('takes the go line where the user wants GOTOOLCHAIN=local, which stays his', () => {
    const step = done.step('toolchain-line-unwanted', 'go');
    expectGo(step, { version: '1.21.13', from: 'tool-cache' });
    expect(step.env).toEqual({});
  });

  it('puts the last of two versions first on PATH and keeps both', () => {
    const [first, last] = ['first', 'last'].map(step => done.step('two-versions', step));
    if (first === undefined || last === undefined) throw new Error('two steps');
    expectGo(first, { version: '1.23.2', from: 'tool-cache' });
    expectGo(last, { version: '1.21.13', from: 'tool-cache' });
    const versions = [first, last].map(step => dirname(step.outputs['goroot'] ?? ''));
    expect(versions.map(path => basename(path))).toEqual(['1.23.2', '1.21.13']);
    expect(dirname(versions[0] ?? '')).toBe(dirname(versions[1] ?? ''));
  });
});

describe('custom-base-url.yml', () => {
  const token = 'ghs_of-the-job';
  let done: ActRun;
  let mirror: Mirror | undefined;

  beforeAll(async () => {
    if (reason !== undefined) return;
    mirror = await startMirror({ files: { [OFFICIAL.fileName]: { path: await officialArchive() } } });
    done = await run('custom-base-url', { vars: { MIRROR_URL: mirror.url }, secrets: { GITHUB_TOKEN: token } });
  });

  afterAll(() => mirror?.close());

  it('succeeds, and its Go builds a program', () => {
    expect(done.results, done.log).toEqual({ 'custom-base-url': 'success' });
    expect(done.step('custom-base-url', 'hello').outputs).toEqual({ said: `hello from go${OFFICIAL.version}` });
  });

  it.each(['input', 'environment'])('the base URL of the %s gives the bytes, the checksum database proves them', id => {
    const step = done.step('custom-base-url', id);
    expectGo(step, { version: OFFICIAL.version, from: 'source' });
    expect(step.outputs['source']).toBe('custom');
    expect(codes(step.warnings)).toEqual([]);
  });

  it('is asked for the archive twice, with its slashes stripped, and never gets a token', () => {
    const requests = mirror?.requests ?? [];
    expect(requests.filter(({ method, path }) => method === 'GET' && path === `/dl/${OFFICIAL.fileName}`)).toHaveLength(2);
    expect(requests.filter(({ path }) => path.includes('//'))).toEqual([]);
    expect(requests.filter(({ headers }) => 'authorization' in headers || JSON.stringify(headers).includes(token))).toEqual([]);
  });

  it('is the only source: what it does not have is a failure that says so, and the Go before stays', () => {
    const absent = done.step('custom-base-url', 'absent');
    const cause = 'VERSION.NOT_SERVED';
    expect(codes(absent.errors)).toEqual([cause]);
    expect(absent).toMatchObject({ path: [], env: {}, matchers: [] });
    expect(done.step('custom-base-url', 'after').outputs).toEqual({ saw: `failure success ${cause}` });
  });
});

describe('failures.yml', () => {
  let done: ActRun;

  beforeAll(async () => {
    if (reason === undefined) done = await run('failures');
  });

  it('goes on and succeeds, with the PATH of before', () => {
    expect(done.results, done.log).toEqual({ failures: 'success' });
  });

  it.each([
    { id: 'unknown-version', cause: 'VERSION.UNKNOWN' },
    { id: 'too-old', cause: 'VERSION.TOO_OLD' },
    { id: 'missing-file', cause: 'INPUT.VERSION_FILE' },
    { id: 'go-mod-without', cause: 'INPUT.VERSION_FILE' },
    { id: 'tool-versions-without', cause: 'INPUT.VERSION_FILE' },
    { id: 'go-version-without', cause: 'INPUT.VERSION_FILE' },
  ])('$id names $cause in an annotation and to later steps, and changes nothing for them', ({ id, cause }) => {
    const step = done.step('failures', id);
    expect(codes(step.errors)).toEqual([cause]);
    expect(step).toMatchObject({ path: [], env: {}, matchers: [] });
    const none = { 'go-version': '', goroot: '', gopath: '', 'go-bin': '', source: '', proof: '', 'installed-from': '' };
    expect(step.outputs).toMatchObject({ ...none, 'cache-hit': 'false', 'cache-key': '', cause });
    // The outcome is the step's own, the conclusion is what continue-on-error makes of it.
    expect(done.step('failures', 'after').outputs[id]).toBe(`failure success ${cause}`);
  });
});

function codes(titles: readonly string[]): readonly string[] {
  return titles.map(title => title.split(':')[0] ?? '');
}
