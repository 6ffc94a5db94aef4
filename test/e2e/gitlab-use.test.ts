import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { closedPort } from '../servers/origin.ts';
import { causeOf, readTemplate, whyNot } from './gitlab-job.ts';
import { SHA, withGitlab } from './gitlab-scene.ts';
import { PROJECT, type Runner } from './harness.ts';
import { parseReport, VERSION } from './install-runs.ts';

const reason = whyNot('dash', ['curl']);
const options = { concurrent: true };

async function reportOf(runner: Runner, directory = 'setup-go-robust-report'): Promise<Report> {
  return parseReport(await readFile(join(runner.workspace, directory, 'report.json'), 'utf8'));
}

/** The variables that a job hands to later ones. */
async function variables(runner: Runner): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(runner.workspace, 'setup-go-robust-report', 'sgr.env'), 'utf8');
  return Object.fromEntries(text.split('\n').flatMap(line => (line === '' ? [] : [line.split('=', 2) as [string, string]])));
}

describe.skipIf(reason !== undefined)('a job that extends .setup-go-robust', options, () => {
  it('gets nothing of the bootstrap but the environment', () =>
    withGitlab(async ({ run }) => {
      const after = [
        'case $- in *u*) echo LEAKED nounset ;; esac',
        'for name in fail section_start sha256 get; do command -v "$name" && echo LEAKED "$name"; done',
        `echo "[\${SGR_FILES-none}\${SGR_STATE-none}\${SGR_INPUT_SOURCES-none}]"`,
        'echo "$unset_variable"',
      ].join('\n');
      const { exitCode, log } = await run({ after });
      expect(exitCode, log).toBe(0);
      expect(log).not.toContain('LEAKED');
      expect(log).toContain('[nonenonenone]');
    })());

  it('gets its Go in front of one that is on PATH', () =>
    withGitlab(async ({ run, runner }) => {
      const other = join(runner.root, 'other');
      await mkdir(other);
      await writeFile(join(other, 'go'), '#!/bin/sh\necho another\n');
      await chmod(join(other, 'go'), 0o755);
      const { exitCode, log } = await run({ path: [other] });
      expect(exitCode, log).toBe(0);
      expect(log.trim().split('\n').at(-1)).toContain(`go${VERSION}`);
    })());

  it('works in a directory with spaces and quotes in its name, and after the checkout has moved', () =>
    withGitlab(async ({ run, runner }) => {
      const first = join(runner.root, "a 'project'");
      await mkdir(first);
      const { exitCode, log } = await run({ cwd: first });
      expect(exitCode, log).toBe(0);
      const second = join(runner.root, 'moved to');
      await rename(first, second);
      const script = '. ./.sgr/go/env.sh; command -v go; go version';
      const shell = { cwd: second, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } } as const;
      const [path, version] = execFileSync('/bin/sh', ['-euc', script], shell).split('\n');
      expect(path).toBe(join(second, `.sgr/go/tool-cache/go/${VERSION}/${process.arch}/bin/go`));
      expect(version).toContain(VERSION);
    })());

  it('leaves a checkout that git takes for unchanged', () =>
    withGitlab(async ({ run, runner }) => {
      execFileSync('git', ['init', '--quiet', runner.workspace]);
      const { exitCode, log } = await run();
      expect(exitCode, log).toBe(0);
      const status = execFileSync('git', ['status', '--porcelain'], { cwd: runner.workspace, encoding: 'utf8' });
      expect(status).toBe('');
    })());

  it('takes a bundle of the image, and fetches nothing', () =>
    withGitlab(async ({ run, api }) => {
      const { exitCode, log } = await run({ inputs: { bundle: join(PROJECT, 'dist') } });
      expect(exitCode, log).toBe(0);
      expect(api.requests).toEqual([]);
    })());

  it('takes the value of one CI variable as an input, and evaluates nothing of it', () =>
    withGitlab(async ({ run, runner }) => {
      const hostile = 'x$(touch pwned)`touch pwned`"; touch pwned; "';
      const { exitCode } = await run({ inputs: { 'go-version': '$WANTED' }, env: { WANTED: hostile } });
      const { findings } = await reportOf(runner);
      expect(exitCode).toBe(64);
      expect(findings[0]).toMatchObject({ code: 'INPUT.VERSION', subject: 'go-version' });
      expect(existsSync(join(runner.workspace, 'pwned'))).toBe(false);
      expect((await run({ inputs: { 'go-version': '$WANTED' }, env: { WANTED: VERSION } })).exitCode).toBe(0);
    })());

  it('passes the exit code of the program on, with the cause in the last lines and in the variables', () =>
    withGitlab(async ({ run, runner }) => {
      const sources = `http://127.0.0.1:${await closedPort()}`;
      const { exitCode, log } = await run({ inputs: { sources }, env: { NO_COLOR: '1' } });
      expect(exitCode, log).toBe(72);
      const { cause } = await reportOf(runner);
      expect(log.trimEnd().split('\n').slice(-30).join('\n')).toContain(`Cause    ${cause?.code} `);
      expect((await variables(runner))['SGR_CAUSE']).toBe(cause?.code);
    })());

  it('is served by git where the API refuses the token', () =>
    withGitlab(
      async ({ run, runner }) => {
        const origin = join(runner.root, 'git', 'org', 'setup-go-robust.git');
        const sha = await commitOf(origin);
        const { exitCode, log } = await run({ sha, tools: ['node', 'curl', 'git'], after: 'go version' });
        expect(exitCode, log).toBe(0);
      },
      { fault: () => ({ kind: 'status', status: 404 }) },
    )());

  it('is served once, when the same job includes it twice', () =>
    withGitlab(async ({ run, api }) => {
      expect((await run()).exitCode).toBe(0);
      const count = api.requests.length;
      expect((await run()).exitCode).toBe(0);
      expect(api.requests).toHaveLength(count);
    })());

  it('speaks for a tag before GitLab 18.6', () =>
    withGitlab(async ({ run }) => {
      const template = await readTemplate('setup-go-robust-compat');
      const { exitCode, log } = await run({ template, inputs: { 'component-ref': SHA } });
      expect(exitCode, log).toBe(0);
    })());
});

/** A bare repository with the bundle in one commit; returns that. */
async function commitOf(origin: string): Promise<string> {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', origin, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
    }).trim();
  await mkdir(origin, { recursive: true });
  git('init', '--quiet');
  await cp(join(PROJECT, 'dist'), join(origin, 'dist'), { recursive: true });
  git('add', 'dist');
  git('commit', '--quiet', '-m', 'bundle');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return git('rev-parse', 'HEAD');
}

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
        const text = await readFile(join(runner.workspace, `${prefix}report`, 'sgr.env'), 'utf8');
        expect(text).toContain(`SGR_${prefix.replace('-', '_')}GOROOT=.sgr/${prefix}go/tool-cache/`);
        expect(existsSync(join(runner.workspace, '.sgr', `${prefix}go`, 'env.sh'))).toBe(true);
      }
      const env = await readFile(join(runner.workspace, 'old-report', 'sgr.env'), 'utf8');
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
