import { createHash } from 'node:crypto';
import { failure } from '../domain/failure.ts';
import type { Platform } from '../domain/platform.ts';
import { moduleVersion, OUTSIDE_MODULE } from '../domain/toolchain-module.ts';
import type { GoVersion } from '../domain/version.ts';

/** Name of the toolchain module of one release and platform: `golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64`. */
export function moduleName(version: GoVersion, platform: Pick<Platform, 'goos' | 'goarch'>): string {
  return `golang.org/toolchain@${moduleVersion(version, platform)}`;
}

/**
 * What a file of a release is called in the toolchain module, both without their first directory: `src/go.mod` is
 * `src/_go.mod`, since a module cannot contain another. Undefined for files that no tree hash covers.
 * Rule: Remove and RenameGoMod in cmd/distpack. No release has a file `_go.mod`; here it gets another `_`, so that two
 * paths never share a name: else a tree with `_go.mod` in place of `go.mod`, which is not a working Go, had the right hash.
 */
export function releasePathInModule(path: string): string | undefined {
  const slash = path.indexOf('/');
  if (slash > 0 && OUTSIDE_MODULE.includes(path.slice(0, slash))) return undefined;
  if (!path.endsWith('go.mod')) return path;
  const baseAt = path.lastIndexOf('/') + 1;
  return /^_*go\.mod$/u.test(path.slice(baseAt)) ? `${path.slice(0, baseAt)}_${path.slice(baseAt)}` : path;
}

export interface TreeHasher {
  /**
   * One file, in any order: its path in the module, without the module's name, and its SHA-256 in lower-case hex.
   * Throws ARC.NAME for a name that was added before or that holds a line feed, which could imitate another line.
   */
  add(pathInModule: string, sha256Hex: string): void;
  /** `h1:` hash of what was added. */
  result(): string;
  readonly count: number;
}

/**
 * Hash1 of golang.org/x/mod/sumdb/dirhash, file by file: one line `hex  module/path` per file, sorted by the bytes of
 * the name as Go does, then SHA-256 and base64. It covers names and contents; not modes, times, links or the container.
 */
export function createTreeHasher(moduleName: string): TreeHasher {
  const hashes = new Map<string, string>();
  let ascii = true;
  return {
    add(pathInModule, sha256Hex) {
      if (hashes.has(pathInModule) || pathInModule.includes('\n')) throw badName(pathInModule);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is asked for
      if (ascii && !/^[\x00-\x7f]*$/u.test(pathInModule)) ascii = false;
      hashes.set(pathInModule, sha256Hex);
    },
    result() {
      const names = [...hashes.keys()];
      // UTF-16 order, the default, is byte order only within ASCII.
      if (ascii) names.sort();
      else names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const hash = createHash('sha256');
      for (const name of names) hash.update(`${hashes.get(name)}  ${moduleName}/${name}\n`);
      return `h1:${hash.digest('base64')}`;
    },
    get count() {
      return hashes.size;
    },
  };
}

function badName(name: string): Error {
  return failure('ARC.NAME', { subject: name.slice(0, 200), evidence: { name: JSON.stringify(name.slice(0, 200)) } });
}

/** Whether the text is a tree hash: `h1:` and the canonical base64 of 32 bytes. */
export function isTreeHash(text: string): boolean {
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text);
}
