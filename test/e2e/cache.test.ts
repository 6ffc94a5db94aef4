import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedPort } from '../servers/origin.ts';
import { BUILD, H1, MODULES, PROJECT_FILES, withCacheScene } from './cache-jobs.ts';
import { type ActionResult, copyBundle } from './harness.ts';
import { isPosix, VERSION } from './install-runs.ts';

const A = `${MODULES}/example.com/a@v1.0.0/a.go`;
const B = `${MODULES}/example.com/b@v1.1.0/b.go`;
const C = `${MODULES}/example.com/c@v1.2.0/c.go`;
const OLD = `${BUILD}/0a/0a11-a`;
const USED = `${BUILD}/0b/0b22-d`;
const sum = (...names: readonly string[]): string => names.map(name => `example.com/${name} ${H1}\n`).join('');

/** Go is ready, and nothing marks the step. */
function expectGreen(step: ActionResult): void {
  expect({ exitCode: step.exitCode, version: step.outputs['go-version'] }).toEqual({ exitCode: 0, version: VERSION });
  expect(step.commands.filter(({ name }) => name === 'error')).toEqual([]);
}

function warnings(step: ActionResult): readonly string[] {
  return step.commands.filter(({ name }) => name === 'warning').map(({ message, properties }) => properties['title'] ?? message);
}

/** What a post step printed, without masks. */
function lines(step: ActionResult): readonly string[] {
  return step.stdout.split('\n').filter(line => line !== '' && !line.startsWith('::add-mask::'));
}

// Most of it is waiting, so all of it goes on at the same time.
describe.runIf(isPosix)('caching', { concurrent: true }, () => {
  describe('the cache of a job', () => {
    it('is saved after a miss and restored by the next job, which saves nothing again', () =>
      withCacheScene(async ({ step, post, fill, nextJob, standing, service }) => {
        const first = await step();
        expectGreen(first);
        expect(first.outputs).toMatchObject({ 'cache-hit': 'false' });
        expect(first.outputs['cache-key']).toMatch(/^setup-go-robust-modules-\w+-\w+-\S*-[0-9a-f]{64}$/u);
        await fill({ [A]: 0, [OLD]: 0 });
        const saved = await post(first);
        expect({ exitCode: saved.exitCode, lines: lines(saved).length }).toEqual({ exitCode: 0, lines: 1 });
        expect(service.entries.map(({ key }) => key)).toEqual([
          first.outputs['cache-key'],
          expect.stringContaining(`-go${VERSION}-`),
        ]);

        await nextJob();
        const second = await step();
        expectGreen(second);
        expect(warnings(second)).toEqual([]);
        expect(second.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-key': first.outputs['cache-key'] });
        expect(await standing()).toEqual([OLD, A]);
        service.calls.length = 0;
        expect({ exitCode: (await post(second)).exitCode, calls: service.calls }).toEqual({ exitCode: 0, calls: [] });
      }));

    it('of an older key is restored, and saved without what nobody needs any more', () =>
      withCacheScene(async ({ project, step, post, fill, nextJob, standing, service }) => {
        await project({ 'go.sum': sum('a v1.0.0', 'b v1.1.0') });
        const first = await step();
        await fill({ [A]: -48, [B]: -48, [OLD]: -48, [USED]: -48 });
        await post(first);

        await nextJob();
        await project({ 'go.sum': sum('b v1.1.0', 'c v1.2.0') });
        const second = await step();
        expectGreen(second);
        expect(second.outputs).toMatchObject({ 'cache-hit': 'false' });
        expect(await standing()).toEqual([OLD, USED, A, B]);
        await fill({ [C]: 0, [USED]: 0 });
        await post(second);
        expect(service.entries).toHaveLength(4);

        await nextJob();
        const third = await step();
        expect(third.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-key': second.outputs['cache-key'] });
        expect(await standing()).toEqual([USED, B, C]);
      }));

    it('is not packed when another job has saved the same key meanwhile', () =>
      withCacheScene(async ({ step, post, fill, service }) => {
        const jobs = [await step(), await step()] as const;
        await fill({ [A]: 0, [OLD]: 0 });
        await post(jobs[0]);
        service.calls.length = 0;
        const late = await post(jobs[1]);
        expect(late.exitCode).toBe(0);
        expect(service.calls).toEqual(['GetCacheEntryDownloadURL', 'GetCacheEntryDownloadURL']);
      }));

    it.each(['read-only', 'reserved'] as const)('that may not be written (%s) leaves the job green', fault =>
      withCacheScene(async ({ step, post, fill, service }) => {
        const first = await step();
        await fill({ [A]: 0, [OLD]: 0 });
        service.fault = fault;
        const after = await post(first);
        expect({ exitCode: after.exitCode, lines: lines(after).length }).toEqual({ exitCode: 0, lines: 1 });
        expect(service.entries).toEqual([]);
      }),
    );

    it('is asked once by two steps of one job', () =>
      withCacheScene(async ({ step, post, fill, nextJob, service }) => {
        const first = await step();
        await fill({ [A]: 0, [OLD]: 0 });
        await post(first);
        await nextJob();
        const second = await step();
        service.calls.length = 0;
        const third = await step({ env: second.env });
        expect(third.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-key': first.outputs['cache-key'] });
        expect(service.calls).toEqual([]);
      }));

    it('leaves files alone that stand already', () =>
      withCacheScene(async ({ step, post, fill, runner }) => {
        const first = await step();
        await fill({ [A]: 0, [OLD]: 0 });
        await post(first);
        await writeFile(join(runner.home, A), 'stands already');
        const second = await step();
        expectGreen(second);
        expect(warnings(second)).toEqual([]);
        expect(second.outputs['cache-hit']).toBe('true');
        expect(await readFile(join(runner.home, A), 'utf8')).toBe('stands already');
      }));
  });

  describe('an outage of the cache service', () => {
    const FAULTS = ['unavailable', 'html', 'silent', 'refused'] as const;

    it.each(FAULTS)('(%s) costs a job some seconds and one warning', { retry: 1 }, fault =>
      withCacheScene(async ({ step, post, service }) => {
        const env = fault === 'refused' ? { ACTIONS_RESULTS_URL: `http://127.0.0.1:${await closedPort()}/` } : {};
        service.fault = fault === 'refused' ? undefined : fault;
        const result = await step({ env });
        expectGreen(result);
        expect(warnings(result)).toEqual([expect.stringMatching(/^CACHE\.UNAVAILABLE/u)]);
        expect(result.outputs['cache-hit']).toBe('false');
        // Without our deadline it is 30 s for 503 and 57 s for HTML.
        expect(result.ms).toBeLessThan(10_000);
        service.calls.length = 0;
        expect({ exitCode: (await post(result)).exitCode, calls: service.calls }).toEqual({ exitCode: 0, calls: [] });
      }),
    );

    it.each(FAULTS)('(%s) after the job leaves it green and ends soon', fault =>
      withCacheScene(async ({ step, post, fill, service }) => {
        const first = await step();
        await fill({ [A]: 0, [OLD]: 0 });
        const env = fault === 'refused' ? { ACTIONS_RESULTS_URL: `http://127.0.0.1:${await closedPort()}/` } : {};
        service.fault = fault === 'refused' ? undefined : fault;
        const after = await post(first, env as Readonly<Record<string, string>>);
        expect({ exitCode: after.exitCode, lines: lines(after).length }).toEqual({ exitCode: 0, lines: 1 });
        expect(warnings(after)).toHaveLength(1);
        expect(after.ms).toBeLessThan(10_000);
      }),
    );

    it.each([
      ['damaged', '60s'],
      ['stalled', '7s'],
    ] as const)('in the middle of a download (%s) leaves no half of a module', (fault, timeout) =>
      withCacheScene(async ({ step, post, fill, nextJob, standing, service }) => {
        const first = await step();
        const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${MODULES}/example.com/m${at}@v1.0.0/f.go`, 0]));
        await fill({ ...many, [OLD]: 0 });
        await post(first);
        await nextJob();
        service.fault = fault;
        const second = await step({ inputs: { timeout } });
        expectGreen(second);
        expect(new Set(warnings(second).map(title => title.split(':')[0]))).toEqual(new Set(['CACHE.RESTORE']));
        expect(second.outputs['cache-hit']).toBe('false');
        expect((await standing()).filter(path => path.startsWith(MODULES))).toEqual([]);
        service.calls.length = 0;
        expect({ exitCode: (await post(second)).exitCode, calls: service.calls }).toEqual({ exitCode: 0, calls: [] });
      }),
    );
  });

  describe('a job that may not write', () => {
    const CASES: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
      ['cache-mode read-only', { 'cache-mode': 'read-only' }, {}],
      ['a release', {}, { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1.0.0' }],
      ['pull_request_target', {}, { GITHUB_EVENT_NAME: 'pull_request_target' }],
      ['a tag', {}, { GITHUB_REF: 'refs/tags/v1.0.0' }],
    ];

    it.each(CASES)('(%s) reads, and says after the job why nothing is saved', (_, inputs, env) =>
      withCacheScene(async ({ step, post, fill, service }) => {
        const first = await step({ inputs, env });
        expectGreen(first);
        expect(service.calls).toHaveLength(2);
        await fill({ [A]: 0, [OLD]: 0 });
        const after = await post(first, env);
        expect({ exitCode: after.exitCode, lines: lines(after).length }).toEqual({ exitCode: 0, lines: 1 });
        expect(service.calls).toHaveLength(2);
      }),
    );
  });

  describe('nothing is cached', () => {
    it.each([
      ['with cache: false', { inputs: { cache: 'false' } }],
      ['offline', { inputs: { offline: 'true' } }],
      ['without a service', { env: { ACTIONS_RESULTS_URL: '' } }],
      ['without a token of the runner', { env: { ACTIONS_RUNTIME_TOKEN: '' } }],
      ['where the runner forbids it', { env: { ACTIONS_CACHE_MODE: 'none' } }],
    ] as const)('%s, and the client of the cache is not even loaded', (_, options) =>
      withCacheScene(async ({ step, runner, service }) => {
        await step({ inputs: { cache: 'false' } });
        const bundle = await copyBundle(join(runner.root, 'without-cache'), ['cache.cjs']);
        const result = await step({ ...options, bundle });
        expectGreen(result);
        expect(warnings(result)).toEqual([]);
        expect(result.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-key': '' });
        expect(service.calls).toEqual([]);
      }),
    );

    it('and the job is green when the client of the cache cannot be loaded', () =>
      withCacheScene(async ({ step, runner }) => {
        await step({ inputs: { cache: 'false' } });
        const bundle = await copyBundle(join(runner.root, 'without-cache'), ['cache.cjs']);
        const result = await step({ bundle });
        expectGreen(result);
        expect(warnings(result)).toEqual([expect.stringMatching(/^CACHE\.UNAVAILABLE/u)]);
      }));

    it('without dependency files', () =>
      withCacheScene(async ({ step, service, runner }) => {
        for (const name of Object.keys(PROJECT_FILES)) {
          await writeFile(join(runner.workspace, name), name === 'go.mod' ? 'module m\n' : '');
        }
        const result = await step({ inputs: { 'cache-dependency-path': 'none/**' } });
        expectGreen(result);
        expect(warnings(result)).toEqual([expect.stringMatching(/^CACHE\.PATTERN/u)]);
        expect(service.calls).toEqual([]);
      }));
  });

  describe('cache-dependency-path', () => {
    it('decides what the key depends on', () =>
      withCacheScene(async ({ step, project }) => {
        const inputs = { 'cache-dependency-path': 'tools/go.sum\n../outside/go.sum' };
        await project({ 'tools/go.sum': sum('a v1.0.0') });
        const first = await step({ inputs });
        await project({ 'go.sum': sum('z v1.0.0') });
        const second = await step({ inputs });
        await project({ 'tools/go.sum': sum('a v1.0.1') });
        const third = await step({ inputs });
        const keys = [first, second, third].map(({ outputs }) => outputs['cache-key']);
        expect(keys[0]).toBe(keys[1]);
        expect(keys[0]).not.toBe(keys[2]);
        expect(warnings(first)).toEqual([expect.stringMatching(/^CACHE\.PATTERN/u)]);
      }));
  });
});
