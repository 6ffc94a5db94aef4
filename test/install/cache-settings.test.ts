import { describe, expect, it } from 'vitest';
import { readCacheSettings, readDistribution } from '../../src/install/cache-settings.ts';
import type { Env, ExecResult } from '../../src/ports/machine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';

const LINUX = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const WINDOWS = { goos: 'windows', goarch: 'amd64', cacheArch: 'x64' };
const signal = new AbortController().signal;

async function settingsOf(lines: readonly string[], platform = LINUX, exitCode = 0) {
  const calls: { readonly file: string; readonly env: Env; readonly cwd: string | undefined }[] = [];
  const exec = {
    run: async ({ file, env, cwd }: { file: string; env: Env; cwd?: string }): Promise<ExecResult> => {
      calls.push({ file, env, cwd });
      return { exitCode, stdout: `${lines.join('\r\n')}\r\n`, stderr: '' };
    },
  };
  const go = { exec, root: '/go', platform, env: { GOROOT: '/other', GOTOOLCHAIN: 'go1.27.0' } };
  return { settings: await readCacheSettings(go, signal), calls };
}

describe('readCacheSettings', () => {
  it('asks the installed Go itself', async () => {
    const { settings, calls } = await settingsOf(['/m', '/p', '/b', 'windows', 'arm64']);
    expect(settings).toEqual({ modules: '/m', build: '/b', target: { goos: 'windows', goarch: 'arm64' } });
    expect(calls).toEqual([{ file: '/go/bin/go', cwd: '/go', env: { GOROOT: undefined, GOTOOLCHAIN: 'local' } }]);
  });

  it('takes the modules of an old Go from GOPATH, and knows that the build cache can be off', async () => {
    const { settings } = await settingsOf(['', '/p:/q', 'off', '', '']);
    expect(settings).toEqual({ modules: '/p/pkg/mod', build: undefined, target: { goos: 'linux', goarch: 'amd64' } });
  });

  it('knows nothing when Go says nothing', async () => {
    const { settings, calls } = await settingsOf(['/m'], WINDOWS, 1);
    expect(settings).toEqual({ modules: undefined, build: undefined, target: { goos: 'windows', goarch: 'amd64' } });
    expect(calls[0]?.file).toBe('/go/bin/go.exe');
  });
});

describe('readDistribution', () => {
  async function distributionOf(contents: Readonly<Record<string, string>>, platform = LINUX): Promise<string | undefined> {
    const files = createMemoryFiles({ clock: createFakeClock() });
    for (const [path, text] of Object.entries(contents)) files.put(path, text);
    return readDistribution(files, platform);
  }

  it.each([
    [{ '/etc/os-release': 'ID=debian\nVERSION_ID=12\n', '/lib64/ld-linux-x86-64.so.2': '' }, 'debian12'],
    [{ '/usr/lib/os-release': 'ID=fedora\nVERSION_ID=43\n' }, 'fedora43'],
    [{ '/etc/os-release': 'ID=alpine\nVERSION_ID=3.22.0\n', '/lib/ld-musl-x86_64.so.1': '' }, 'alpine3.22.0_musl'],
    // The musl package of a glibc system.
    [{ '/etc/os-release': 'ID=debian\n', '/lib/ld-musl-x86_64.so.1': '', '/lib64/ld-linux-x86-64.so.2': '' }, 'debian'],
    [{}, 'linux'],
  ])('of %o is %s', async (contents, name) => expect(await distributionOf(contents)).toBe(name));

  it('is none outside Linux', async () => {
    expect(await distributionOf({ '/etc/os-release': 'ID=debian\n' }, WINDOWS)).toBeUndefined();
  });
});
