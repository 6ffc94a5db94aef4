import type { CacheKey } from '../domain/cache-entry.ts';
import { readCachePatterns } from '../domain/cache-pattern.ts';
import { finding } from '../domain/finding.ts';
import type { Platform } from '../domain/platform.ts';
import { type GoVersion, versionText } from '../domain/version.ts';
import {
  type DependencyPaths,
  type DependencySearch,
  findDependencyFiles,
  findPatternFiles,
  hashDependencyFiles,
} from '../install/cache-dependencies.ts';
import { readCacheSettings, readDistribution } from '../install/cache-settings.ts';
import { cacheKeys } from '../policy/cache-keys.ts';
import type { Context } from './context.ts';

/** The Go whose caches are meant. */
export interface CachedGo {
  readonly root: string;
  readonly version: GoVersion;
  /** Where it differs from that of the context. */
  readonly platform?: Platform;
  /** Version with the suffix of a private build. */
  readonly name?: string;
}

/** A directory and the entry that it is to be filled from. */
export interface WantedCache extends CacheKey {
  /** Absolute. */
  readonly path: string;
}

export interface WantedCaches {
  readonly entries: readonly WantedCache[];
  /** Absolute directories in which no dependency files of the project stand. */
  readonly foreign: readonly string[];
}

/**
 * Which entries this job should have. A text says why there are none. Throws FS.* and GO.NOT_RUNNABLE; patterns that count for
 * nothing are findings.
 */
export async function wantedCaches(context: Context, go: CachedGo, signal: AbortSignal): Promise<WantedCaches | string> {
  const { machine, workspace } = context;
  const { files, exec, env } = machine;
  const { platform = context.platform, name = versionText(go.version) } = go;
  const { modules, build, target } = await readCacheSettings({ exec, env, platform, root: go.root }, signal);
  const foreign = [go.root, machine.toolCache.directory, modules, build].filter(path => path !== undefined);
  const paths = await dependencyPaths(context, { files, workspace, foreign });
  if (paths.length === 0) return 'no dependency files were found';
  const dependencyHash = await hashDependencyFiles({ files, workspace }, paths);
  const distribution = await readDistribution(files, platform);
  const keys = cacheKeys({ platform, target, distribution, goVersion: name, dependencyHash });
  const entries = [
    ...(modules === undefined ? [] : [{ ...keys.modules, path: modules }]),
    ...(build === undefined ? [] : [{ ...keys.build, path: build }]),
  ];
  return entries.length === 0 ? 'this Go names no cache directories' : { entries, foreign };
}

async function dependencyPaths(context: Context, search: DependencySearch): Promise<DependencyPaths> {
  const { inputs, machine, workspace, emit } = context;
  if (inputs.cacheDependencyPath === undefined) return findDependencyFiles(search);
  const place = { workspace, isWindows: machine.platform.os === 'win32' };
  const { patterns, outside } = readCachePatterns(inputs.cacheDependencyPath, place);
  const { paths, unmatched } = await findPatternFiles(search, patterns);
  const complain = (pattern: string, problem: string): void => {
    const evidence = { pattern, problem, accepted: 'paths of files inside the workspace, with * ? [ ] and **' };
    const message = `${pattern} counts for nothing: ${problem}`;
    emit({ type: 'finding', finding: finding('CACHE.PATTERN', { subject: 'cache-dependency-path', message, evidence }) });
  };
  for (const text of outside) complain(text, 'it leads out of the workspace');
  for (const { text } of unmatched) complain(text, 'it matches no file');
  return paths;
}
