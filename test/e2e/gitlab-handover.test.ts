import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeOf, whyNot } from './gitlab-job.ts';
import { reportOf, variables, withGitlab } from './gitlab-scene.ts';
import type { Runner } from './harness.ts';
import { VERSION } from './install-runs.ts';

const reason = whyNot('dash', ['curl']);
const options = { concurrent: true };
const SETUP = { 'setup-job': 'true', cache: 'false' };

describe.skipIf(reason !== undefined)('a job without Node.js that extends .use-go-robust', options, () => {
  it('takes the Go over that another job has proved', () =>
    withGitlab(async ({ run, runner }) => {
      expect((await run({ inputs: SETUP })).exitCode).toBe(0);
      const handed = await variables(runner);
      await handOver(runner);
      const { exitCode, log } = await run({ job: 'use-go-robust', tools: [], env: handed, cwd: join(runner.root, 'next') });
      expect(exitCode, log).toBe(0);
      expect(log.trim().split('\n').at(-1)).toContain(`go${VERSION}`);
    })());

  it('does so in an image that has only busybox', () =>
    withGitlab(async ({ run, runner }) => {
      expect((await run({ inputs: SETUP })).exitCode).toBe(0);
      const handed = await variables(runner);
      await handOver(runner);
      const job = { job: 'use-go-robust', shell: 'busybox', isBusybox: true, tools: [] } as const;
      const { exitCode, log } = await run({ ...job, env: handed, cwd: join(runner.root, 'next') });
      expect(exitCode, log).toBe(0);
    })());

  it('refuses an archive that was changed on its way', () =>
    withGitlab(async ({ run, runner }) => {
      expect((await run({ inputs: SETUP })).exitCode).toBe(0);
      const handed = await variables(runner);
      await handOver(runner);
      await appendFile(await keptArchive(join(runner.root, 'next')), 'x');
      const { exitCode, log } = await run({ job: 'use-go-robust', tools: [], env: handed, cwd: join(runner.root, 'next') });
      expect(exitCode).toBe(70);
      expect(causeOf(log)).toBe('BOOT.HANDOVER_DIGEST');
    })());

  it.each([
    { name: 'the artifact', env: { SGR_GOROOT: '.sgr/go/tool-cache/go/1/x', SGR_ARCHIVE_SHA256: 'a' } },
    { name: 'the variables', env: {} },
    { name: 'a path below the project', env: { SGR_GOROOT: '../go', SGR_ARCHIVE_SHA256: 'a' } },
  ])('says when $name did not arrive', ({ name, env }) =>
    withGitlab(async ({ run, runner }) => {
      if (name !== 'the artifact') {
        await mkdir(join(runner.workspace, '.sgr', 'go'), { recursive: true });
        await writeFile(join(runner.workspace, '.sgr', 'go', 'env.sh'), '');
      }
      const { exitCode, log } = await run({ job: 'use-go-robust', tools: [], env });
      expect(exitCode).toBe(70);
      expect(causeOf(log)).toBe('BOOT.HANDOVER');
    })(),
  );
});

/** What GitLab carries from one job to the next: the artifact, into another checkout. */
async function handOver(runner: Runner): Promise<void> {
  const [from, to] = [runner.workspace, join(runner.root, 'next')].map(directory => join(directory, '.sgr', 'go')) as [
    string,
    string,
  ];
  await mkdir(to, { recursive: true });
  for (const name of ['archives', 'env.sh']) await cp(join(from, name), join(to, name), { recursive: true });
}

async function keptArchive(project: string): Promise<string> {
  const directory = join(project, '.sgr', 'go', 'archives');
  const [name = ''] = await readdir(directory);
  return join(directory, name);
}

describe.skipIf(reason !== undefined)('the archive in the cache of GitLab', options, () => {
  it('is packed, installed from and proved again by the next job', () =>
    withGitlab(async ({ run, runner, mirror }) => {
      expect((await run()).exitCode).toBe(0);
      const archive = await keptArchive(runner.workspace);
      const before = await readFile(archive);
      await cp(join(runner.workspace, '.sgr', 'go', 'archives'), join(runner.root, 'cache'), { recursive: true });
      await emptyExcept(runner);
      const requests = mirror.requests.length;
      const { exitCode, log } = await run();
      expect(exitCode, log).toBe(0);
      expect(await reportOf(runner)).toMatchObject({ installedFrom: 'kept', proof: { kind: 'pinned-checksum' } });
      expect(mirror.requests.slice(requests).filter(({ path }) => path.endsWith('.gz'))).toEqual([]);
      expect((await readFile(archive)).equals(before)).toBe(true);
    })());

  it('is not believed: an altered one is refused by its content, and replaced', () =>
    withGitlab(async ({ run, runner }) => {
      expect((await run()).exitCode).toBe(0);
      const archive = await keptArchive(runner.workspace);
      const good = await readFile(archive);
      await emptyExcept(runner);
      await repack(archive);
      const { exitCode, log } = await run();
      expect(exitCode, log).toBe(0);
      const report = await reportOf(runner);
      expect(report.installedFrom).toBe('custom');
      expect(report.attempts[0]).toMatchObject({ source: 'kept', end: 'failed', code: 'VER.CHECKSUM_PIN' });
      expect((await readFile(archive)).equals(good)).toBe(true);
    })());

  it('is neither packed nor asked with cache: false', () =>
    withGitlab(async ({ run, runner }) => {
      const { exitCode, log } = await run({ inputs: { cache: 'false' }, after: `echo "[\${GOMODCACHE-none}\${GOFLAGS-none}]"` });
      expect(exitCode, log).toBe(0);
      expect(log).toContain('[nonenone]');
      expect(existsSync(join(runner.workspace, '.sgr', 'go', 'archives'))).toBe(false);
    })());

  it('comes with caches of modules and build results that a runner can clean', () =>
    withGitlab(async ({ run, runner }) => {
      const after = 'echo "[$GOMODCACHE|$GOCACHE|$GOFLAGS]"';
      const { log } = await run({ after, env: { GOFLAGS: '-trimpath' } });
      const { workspace } = runner;
      expect(log).toContain(`[${workspace}/.sgr/gomod|${workspace}/.sgr/gobuild|-trimpath -modcacherw]`);
    })());
});

/** A new job: of the last one there is only what the cache brought. */
async function emptyExcept(runner: Runner): Promise<void> {
  execFileSync('/bin/sh', ['-c', 'rm -rf .sgr/go/tool-cache .sgr/go/bundle .sgr/go/env.sh'], { cwd: runner.workspace });
}

/** The same archive with one byte of one file changed. */
async function repack(archive: string): Promise<void> {
  const script = 'mkdir t && tar -xzf "$1" -C t && echo "// changed" >>t/go/src/make.bash && tar -czf "$1" -C t go && rm -r t';
  execFileSync('/bin/sh', ['-ec', script, 'sh', archive], { cwd: join(archive, '..', '..') });
}

describe.skipIf(reason !== undefined)('two includes with different prefixes in one pipeline', options, () => {
  it('have directories and variables of their own', () =>
    withGitlab(async ({ run, runner }) => {
      for (const prefix of ['old-', 'new-']) {
        const inputs = { ...SETUP, 'job-prefix': prefix, 'report-dir': `${prefix}report` };
        const { exitCode, log } = await run({ inputs });
        expect(exitCode, log).toBe(0);
        const text = await readFile(join(runner.workspace, `${prefix}report`, 'go.env'), 'utf8');
        expect(text).toContain(`SGR_${prefix.replace('-', '_')}GOROOT=.sgr/${prefix}go/tool-cache/`);
        expect(existsSync(join(runner.workspace, '.sgr', `${prefix}go`, 'env.sh'))).toBe(true);
      }
      const env = await readFile(join(runner.workspace, 'old-report', 'go.env'), 'utf8');
      const handed = Object.fromEntries(
        env
          .trim()
          .split('\n')
          .map(line => line.split('=', 2) as [string, string]),
      );
      const inputs = { 'job-prefix': 'old-' };
      const { exitCode, log } = await run({ job: 'use-go-robust', inputs, tools: [], env: handed });
      expect(exitCode, log).toBe(0);
    })());
});
