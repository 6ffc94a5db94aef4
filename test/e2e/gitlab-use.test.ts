import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startMirror } from '../servers/mirror.ts';
import { closedPort } from '../servers/origin.ts';
import { readTemplate, whyNot } from './gitlab-job.ts';
import { reportOf, SHA, variables, withGitlab } from './gitlab-scene.ts';
import { PROJECT } from './harness.ts';
import { VERSION } from './install-runs.ts';
import { FILES } from './install-scene.ts';

const reason = whyNot('dash', ['curl']);
const options = { concurrent: true };

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

describe.skipIf(reason !== undefined)('the log of a job', options, () => {
  it('has balanced sections and the cause at its end when the time is up', () =>
    withGitlab(async ({ run, runner }) => {
      const silent = await startMirror({ files: FILES, fault: { kind: 'stall', afterBytes: 100 } });
      const { exitCode, log } = await run({ inputs: { sources: silent.url, timeout: '1s' }, env: { NO_COLOR: '1' } });
      await silent.close();
      expect(exitCode, log).toBe((await reportOf(runner)).exitCode);
      expect(exitCode).not.toBe(0);
      const names = (kind: string): readonly string[] =>
        [...log.matchAll(new RegExp(`section_${kind}:\\d+:([\\w.-]+)`, 'gu'))].map(([, name = '']) => name).sort();
      expect(names('end')).toEqual(names('start'));
      expect(log.lastIndexOf('section_end')).toBeLessThan(log.indexOf('Cause  '));
    })());

  it('shows no token and no password of a proxy, and the token reaches its own source only', () =>
    withGitlab(async ({ run, runner, mirror, border }) => {
      const proxy = border.url.replace('//', '//user:hunter22@');
      const env = { MIRROR_TOKEN: 'sesame-open-1', HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
      const { exitCode, log } = await run({ inputs: { 'source-token': '$MIRROR_TOKEN', checksum: '' }, env });
      expect(exitCode, log).not.toBe(0);
      expect(mirror.requests.some(({ headers }) => headers['authorization'] === 'Bearer sesame-open-1')).toBe(true);
      const directory = join(runner.workspace, 'setup-go-robust-report');
      const files = await Promise.all((await readdir(directory)).map(name => readFile(join(directory, name), 'utf8')));
      expect(log + files.join('')).not.toMatch(/hunter22|sesame-open-1/u);
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
