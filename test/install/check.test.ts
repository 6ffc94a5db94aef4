import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkToolchain, isSamePath } from '../../src/install/check.ts';
import type { Env, ExecResult } from '../../src/ports/machine.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';

interface Call {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Env;
  readonly cwd: string | undefined;
}

/** A Go that answers as it is told; `settings` are what the user's configuration makes of GOROOT and GOPATH. */
function createGo(
  answers: {
    version?: string;
    own?: string;
    settings?: readonly string[];
    envExit?: number;
    envError?: string;
    exitCode?: number;
  } = {},
) {
  const calls: Call[] = [];
  const settings = answers.settings ?? ['/cache/go/1.26.8/x64', '/home/u/go'];
  const exec: CheckOptions['exec'] = {
    async run({ file, args, env, cwd }): Promise<ExecResult> {
      calls.push({ file, args, env, cwd });
      if (args[0] === 'version') {
        return {
          exitCode: answers.exitCode ?? 0,
          stdout: `${answers.version ?? 'go version go1.26.8 linux/amd64'}\n`,
          stderr: 'trouble',
        };
      }
      const [, , goversion, platform = '/'] = (answers.version ?? 'go version go1.26.8 linux/amd64').split(' ');
      const own = [answers.own ?? '/cache/go/1.26.8/x64'];
      const lines = args.length === 2 ? own : [goversion, ...platform.split('/'), ...settings];
      return {
        exitCode: args.length === 2 ? 0 : (answers.envExit ?? 0),
        stdout: `${lines.join('\n')}\n`,
        stderr: answers.envError ?? '',
      };
    },
  };
  return { exec, calls };
}

const OPTIONS = {
  root: '/cache/go/1.26.8/x64',
  version: { major: 1, minor: 26, patch: 8 },
  platform: { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' },
  env: { PATH: '/bin', GOROOT: '/other', GOFLAGS: '-mod=oops', GOTOOLCHAIN: 'go1.27.0', GOENV: '/home/u/env' },
} as const;
const signal = new AbortController().signal;

describe('the installed Go', () => {
  test.each([
    'go: GOPATH entry is relative; must be absolute path: "rel".\nFor more details see: \'go help gopath\'\n',
    'go: GOPATH entry cannot start with shell metacharacter \'~\': "~/go"\n',
  ])('is not what is blamed for a GOPATH that no go command takes: %j', async envError => {
    const { exec, calls } = createGo({ envExit: 2, envError });
    const env = { ...OPTIONS.env, GOPATH: 'rel' };
    expect(await codeOfAsync(() => checkToolchain({ exec, ...OPTIONS, env }, signal))).toBe('GO.ENV');
    expect(calls.find(({ args }) => args[0] === 'version')?.env['GOPATH']).toBeUndefined();
  });

  test('is run from where it is, as itself, and tells where things go', async () => {
    const { exec, calls } = createGo();
    expect(await checkToolchain({ exec, ...OPTIONS }, signal)).toEqual({
      bin: '/cache/go/1.26.8/x64/bin/go',
      gopath: '/home/u/go',
      foreignGoroot: undefined,
    });
    expect(calls).toEqual([
      {
        file: '/cache/go/1.26.8/x64/bin/go',
        args: ['env', 'GOVERSION', 'GOHOSTOS', 'GOHOSTARCH', 'GOROOT', 'GOPATH'],
        cwd: OPTIONS.root,
        env: { PATH: '/bin', GOROOT: undefined, GOFLAGS: '-mod=oops', GOTOOLCHAIN: 'local', GOENV: '/home/u/env' },
      },
    ]);
  });

  test('is asked without the settings of the user when it does not answer with them', async () => {
    const { exec, calls } = createGo({ envExit: 1 });
    await checkToolchain({ exec, ...OPTIONS }, signal);
    expect(calls[1]).toEqual({
      file: '/cache/go/1.26.8/x64/bin/go',
      args: ['version'],
      cwd: OPTIONS.root,
      env: { PATH: '/bin', GOROOT: undefined, GOFLAGS: undefined, GOTOOLCHAIN: 'local', GOENV: 'off' },
    });
  });

  test.each(['go version go1.26.7 linux/amd64', 'go version go1.26.8 linux/arm64', 'go version go1.26.8-custom linux/amd64', ''])(
    'that answers %j is not what was asked for',
    async version => {
      expect(await codeOfAsync(() => checkToolchain({ exec: createGo({ version }).exec, ...OPTIONS }, signal))).toBe(
        'VERSION.MISMATCH',
      );
    },
  );

  test('that ends with an error cannot be used', async () => {
    expect(
      await codeOfAsync(() => checkToolchain({ exec: createGo({ exitCode: 2, envExit: 2 }).exec, ...OPTIONS }, signal)),
    ).toBe('GO.NOT_RUNNABLE');
  });

  test('of Windows is go.exe, and its first GOPATH counts', async () => {
    const root = 'C:\\tools\\go';
    const { exec, calls } = createGo({
      version: 'go version go1.26.8 windows/amd64',
      settings: ['c:/tools/go', 'D:\\a;E:\\b', ''],
    });
    const platform = { ...OPTIONS.platform, goos: 'windows' };
    const checked = await checkToolchain({ exec, ...OPTIONS, root, platform }, signal);
    expect(checked).toMatchObject({ gopath: 'D:\\a', foreignGoroot: undefined });
    expect(calls[0]?.file).toMatch(/go\.exe$/u);
  });

  test('behind a link sees itself elsewhere, which is no other Go', async () => {
    const { exec } = createGo({ settings: ['/real/x64', '/a:/b', '/m'], own: '/real/x64' });
    expect(await checkToolchain({ exec, ...OPTIONS }, signal)).toMatchObject({
      gopath: '/a',
      foreignGoroot: undefined,
    });
  });

  test('with a GOROOT in the settings of the user names it', async () => {
    const { exec } = createGo({ settings: ['/usr/lib/go', '/a', '/m'] });
    expect(await checkToolchain({ exec, ...OPTIONS }, signal)).toMatchObject({
      foreignGoroot: '/usr/lib/go',
    });
  });

  test('that has no home for GOPATH is still good', async () => {
    const checked = await checkToolchain({ exec: createGo({ envExit: 1 }).exec, ...OPTIONS }, signal);
    expect(checked).toMatchObject({ gopath: undefined, foreignGoroot: undefined });
  });
});

test.each([
  ['/a/b', '/a/b/', true],
  ['/a//b', '/a/b', true],
  ['/a/B', '/a/b', false],
  ['C:\\Go', 'c:/go/', true],
  ['/', '/', true],
  ['', '/', false],
])('paths %j and %j are the same: %s', (a, b, same) => {
  expect(isSamePath(a, b)).toBe(same);
});
