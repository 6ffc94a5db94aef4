import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../servers/gitlab-api.ts';
import { closedPort, startOrigin } from '../servers/origin.ts';
import type { JobResult } from './gitlab-job.ts';
import { whyNot } from './gitlab-job.ts';
import { type GitlabScene, type RunOptions, TOKEN, withGitlab } from './gitlab-scene.ts';
import type { Runner } from './harness.ts';

const reason = whyNot('dash', ['curl']);
const PLAIN = { NO_COLOR: '1' };

/** Red with 70, the code in the last lines, in JUnit and in the variables; nothing to source, and no token anywhere. */
async function expectBootFailure(runner: Runner, { exitCode, log }: JobResult, code: string): Promise<void> {
  expect(exitCode, log).toBe(70);
  const last = log.trimEnd().split('\n').slice(-6);
  expect(last.map(line => line.trim().split(/\s+/u)[0])).toEqual(['setup-go-robust', 'Cause', 'Why', 'Evidence', 'Fix', 'Exit']);
  expect(last[1]).toContain(` ${code}`);
  expect(log).not.toContain(TOKEN);
  const report = (name: string): Promise<string> => readFile(join(runner.workspace, 'setup-go-robust-report', name), 'utf8');
  expect(await report('junit.xml')).toContain(`type="${code}"`);
  expect(await report('go.env')).toBe(`SGR_CAUSE=${code}\n`);
  expect(existsSync(join(runner.workspace, '.sgr', 'go', 'env.sh'))).toBe(false);
}

/** A program of this name that stands in front of all others. */
async function fakeProgram(runner: Runner, name: string, text: string): Promise<string> {
  const directory = join(runner.root, 'fake');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), `#!/bin/sh\n${text}\n`);
  await chmod(join(directory, name), 0o755);
  return directory;
}

interface Fault {
  readonly name: string;
  readonly code: string;
  readonly api?: ApiFault;
  readonly options?: (scene: GitlabScene) => RunOptions | Promise<RunOptions>;
}

const FAULTS: readonly Fault[] = [
  { name: 'no Node.js', code: 'BOOT.NO_NODE', options: () => ({ tools: ['curl'] }) },
  {
    name: 'a Node.js that does not run',
    code: 'BOOT.NO_NODE',
    options: async ({ runner }) => ({ path: [await fakeProgram(runner, 'node', 'echo no such loader >&2; exit 127')] }),
  },
  {
    name: 'an old Node.js',
    code: 'BOOT.NODE_TOO_OLD',
    options: async ({ runner }) => ({ path: [await fakeProgram(runner, 'node', 'echo v18.20.8')] }),
  },
  { name: 'a wrong path of the bundle', code: 'BOOT.BUNDLE_PATH', options: () => ({ inputs: { bundle: '/opt/nothing' } }) },
  { name: 'a wrong token', code: 'BOOT.DENIED', options: () => ({ env: { CI_JOB_TOKEN: `${TOKEN}-of-another` } }) },
  { name: 'another path of the component', code: 'BOOT.DENIED', options: () => ({ inputs: { 'component-project': 'a/b' } }) },
  { name: 'status 401', code: 'BOOT.DENIED', api: { kind: 'status', status: 401 } },
  { name: 'status 403', code: 'BOOT.DENIED', api: { kind: 'status', status: 403 } },
  { name: 'a login page', code: 'BOOT.NOT_BUNDLE', api: { kind: 'login' } },
  { name: 'a wrong digest', code: 'BOOT.DIGEST', api: { kind: 'altered' } },
  { name: 'a server that is down', code: 'BOOT.UNREACHABLE', api: { kind: 'status', status: 502 } },
  { name: 'a file that is cut off', code: 'BOOT.UNREACHABLE', api: { kind: 'cut' } },
  {
    name: 'a refused connection',
    code: 'BOOT.UNREACHABLE',
    options: async () => ({ env: { CI_API_V4_URL: `http://127.0.0.1:${await closedPort()}/api/v4` } }),
  },
  {
    name: 'the same by Node.js',
    code: 'BOOT.UNREACHABLE',
    options: async () => ({ tools: ['node'], env: { CI_API_V4_URL: `http://127.0.0.1:${await closedPort()}/api/v4` } }),
  },
  {
    name: 'a project directory that is a file',
    code: 'BOOT.DISK',
    options: async ({ runner }) => {
      await writeFile(join(runner.workspace, '.sgr'), '');
      return {};
    },
  },
  {
    name: 'no registry',
    code: 'BOOT.NO_REGISTRY',
    options: () => ({ tools: ['curl'], inputs: { 'node-registry': 'npm-config' } }),
  },
  {
    name: 'a machine without a pinned Node.js',
    code: 'BOOT.NO_NODE_BUILD',
    options: async ({ runner, api }) => ({
      tools: ['curl'],
      inputs: { 'node-registry': api.url },
      path: [await fakeProgram(runner, 'uname', 'echo Plan9')],
    }),
  },
  {
    name: 'nothing that fetches',
    code: 'BOOT.NO_FETCHER',
    options: ({ api }) => ({ tools: [], inputs: { 'node-registry': api.url } }),
  },
];

describe.skipIf(reason !== undefined)('the bootstrap ends with a code and its repair', { concurrent: true }, () => {
  for (const { name, code, api, options } of FAULTS) {
    it(`for ${name}`, () =>
      withGitlab(
        async scene => {
          const more = (await options?.(scene)) ?? {};
          const result = await scene.run({ ...more, env: { ...PLAIN, ...more.env } });
          await expectBootFailure(scene.runner, result, code);
        },
        api === undefined ? {} : { fault: ({ file }) => (file.endsWith('main.cjs') ? api : undefined) },
      )());
  }

  it.each([['curl', 'node'], ['node']])('for a redirect, which %s does not follow', async (...tools) => {
    const other = await startOrigin(socket => socket.end());
    await withGitlab(
      async ({ run, runner }) => {
        await expectBootFailure(runner, await run({ tools, env: PLAIN }), 'BOOT.REDIRECTED');
      },
      { fault: () => ({ kind: 'redirect', base: other.url }) },
    )();
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('and writes over no file of the project', () =>
    withGitlab(async ({ run, runner }) => {
      const ignored = join(runner.workspace, 'setup-go-robust-report', '.gitignore');
      await mkdir(dirname(ignored), { recursive: true });
      await writeFile(ignored, '*\n!.gitignore\n');
      await expectBootFailure(runner, await run({ tools: [], env: PLAIN }), 'BOOT.NO_NODE');
      expect(await readFile(ignored, 'utf8')).toBe('*\n!.gitignore\n');
    })());

  it('colours the failure, but not with NO_COLOR', () =>
    withGitlab(async ({ run }) => {
      expect((await run({ tools: [] })).log).toContain('\u001B[31;1msetup-go-robust failed');
      expect((await run({ tools: [], env: PLAIN })).log).not.toContain('\u001B[31');
    })());

  it('folds nothing away: what it opened is closed before the cause', () =>
    withGitlab(async ({ run }) => {
      const { log } = await run({ tools: [] });
      expect(log.match(/section_start:\d+:sgr_bootstrap\[collapsed=true\]\r/gu)).toHaveLength(1);
      expect(log.indexOf(':sgr_bootstrap\r', log.indexOf('section_end:'))).toBeLessThan(log.indexOf('Cause'));
      expect(log.match(/section_end:\d+:sgr_bootstrap\r/gu)).toHaveLength(1);
    })());
});

describe.skipIf(reason !== undefined)('a server that is busy for a moment', () => {
  it('is asked again', () =>
    withGitlab(
      async ({ run }) => {
        const { exitCode, log } = await run();
        expect(exitCode, log).toBe(0);
      },
      { fault: () => ({ kind: 'busy', times: 1 }) },
    )());
});
