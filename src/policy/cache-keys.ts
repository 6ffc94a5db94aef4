import type { CacheKey } from '../domain/cache-entry.ts';
import type { Platform } from '../domain/platform.ts';

export interface CacheKeyParts {
  /** Of the toolchain that was installed, not of the Node that runs us (actions/setup-go #749). */
  readonly platform: Platform;
  /** GOOS and GOARCH of the job; the platform's own when nothing is cross-compiled. */
  readonly target: Pick<Platform, 'goos' | 'goarch'>;
  /** Name and version of the Linux distribution; undefined elsewhere. cgo links with what it has. */
  readonly distribution: string | undefined;
  /** `1.26.8`, or with the suffix of a private build: `1.25.3-1`. */
  readonly goVersion: string;
  /** Over the dependency files; lower-case hexadecimal. */
  readonly dependencyHash: string;
}

/**
 * The two keys of a job. Modules are the same for every Go; build results are keyed by the compiler inside Go, so those of another
 * Go version would only be dead weight and are never restored. The parts of a key are separated by `-` and contain none, so that a
 * prefix names all of its parts whole.
 */
export function cacheKeys(parts: CacheKeyParts): { readonly modules: CacheKey; readonly build: CacheKey } {
  const { platform, target, distribution, goVersion, dependencyHash } = parts;
  const isCross = target.goos !== platform.goos || target.goarch !== platform.goarch;
  const place = [
    platform.goos,
    isCross ? `${platform.goarch}_${target.goos}_${target.goarch}` : platform.goarch,
    ...(distribution === undefined ? [] : [distribution]),
  ].join('-');
  const modules = `setup-go-robust-modules-${place}-`;
  const build = `setup-go-robust-build-${place}-go${goVersion.replaceAll(/[^a-z0-9.]/giu, '_')}-`;
  return {
    modules: { kind: 'modules', key: `${modules}${dependencyHash}`, prefixes: [modules] },
    build: { kind: 'build', key: `${build}${dependencyHash}`, prefixes: [build] },
  };
}
