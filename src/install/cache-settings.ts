import { join } from 'node:path';
import { LIMITS } from '../domain/limits.ts';
import { distributionName } from '../domain/os-release.ts';
import type { Platform } from '../domain/platform.ts';
import type { Env, Exec, Files } from '../ports/machine.ts';

/** What the installed Go says of its caches and of what it builds for. */
export interface CacheSettings {
  /** Absolute; undefined when there is none. */
  readonly modules: string | undefined;
  /** Absolute; undefined for `GOCACHE=off` and for a Go without one (before 1.10). */
  readonly build: string | undefined;
  readonly target: Pick<Platform, 'goos' | 'goarch'>;
}

/** Asks in its own root, so that no go.mod of the job takes part. Throws GO.NOT_RUNNABLE, or the signal's reason. */
export async function readCacheSettings(
  go: {
    readonly exec: Pick<Exec, 'run'>;
    /** GOROOT, proved. */
    readonly root: string;
    readonly platform: Platform;
    /** The environment of the job. */
    readonly env: Env;
  },
  signal: AbortSignal,
): Promise<CacheSettings> {
  const { exec, root, platform, env } = go;
  const names = ['GOMODCACHE', 'GOPATH', 'GOCACHE', 'GOOS', 'GOARCH'];
  const file = join(root, 'bin', platform.goos === 'windows' ? 'go.exe' : 'go');
  const own = { ...env, GOROOT: undefined, GOTOOLCHAIN: 'local' };
  const answer = await exec.run({ file, args: ['env', ...names], env: own, cwd: root, timeoutMs: LIMITS.goEnvMs }, signal);
  const lines = answer.exitCode === 0 ? answer.stdout.split(/\r?\n/u) : [];
  const [modules = '', gopath = '', build = '', goos = '', goarch = ''] = lines;
  // GOMODCACHE exists since Go 1.15; before, modules are kept in the first entry of GOPATH.
  const first = gopath.split(platform.goos === 'windows' ? ';' : ':')[0];
  return {
    modules: modules || (first ? join(first, 'pkg', 'mod') : undefined),
    build: build === '' || build === 'off' ? undefined : build,
    target: { goos: goos || platform.goos, goarch: goarch || platform.goarch },
  };
}

/** The distribution for a cache key, with `_musl` where the C library is musl. Undefined when this is no Linux. */
export async function readDistribution(files: Files, platform: Platform): Promise<string | undefined> {
  if (platform.goos !== 'linux') return undefined;
  const name = distributionName(await readOsRelease(files));
  const libraries = [...(await files.list('/lib')), ...(await files.list('/lib64'))];
  const hasMusl = libraries.some(library => library.startsWith('ld-musl-'));
  return hasMusl && !libraries.some(library => library.startsWith('ld-linux')) ? `${name}_musl` : name;
}

/** Either place may hold it; it is a link to the other one on most systems, which `read` follows (os-release(5)). */
async function readOsRelease(files: Files): Promise<string> {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    if ((await files.stat(path)) !== undefined) {
      const bytes = await files.read(path, LIMITS.versionFileBytes).catch(() => undefined);
      if (bytes !== undefined) return bytes.toString('utf8');
    }
  }
  return '';
}
