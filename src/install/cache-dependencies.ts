import { createHash } from 'node:crypto';
import { join, resolve, sep } from 'node:path';
import { type CachePattern, matchPattern } from '../domain/cache-pattern.ts';
import { LIMITS } from '../domain/limits.ts';
import { type TreeWalk, walkTree } from '../policy/walk-tree.ts';
import type { Files } from '../ports/machine.ts';
import { readableEntries } from './readable-directory.ts';

/** What says which modules a project uses. */
const DEPENDENCY_FILES: readonly string[] = ['go.mod', 'go.sum', 'go.work', 'go.work.sum'];
/** Go looks into none of them for packages of the main module, and node_modules is merely large. */
const SKIPPED: readonly string[] = ['vendor', 'node_modules', 'testdata'];

export interface DependencySearch {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
  /** Absolute directories that are no part of the project although they may stand in it: GOMODCACHE, GOCACHE, GOROOT. */
  readonly foreign: readonly string[];
}

/** Paths relative to the workspace, with `/`, sorted. A link to a file counts, as for Go and setup-go; one to a directory is not followed. */
export type DependencyPaths = readonly string[];

/** Every go.mod, go.sum, go.work and go.work.sum of the workspace: nested modules and several beside each other. */
export function findDependencyFiles(search: DependencySearch): Promise<DependencyPaths> {
  return walk(search, {
    enter: names => !SKIPPED.includes(names.at(-1) ?? '') && names.at(-1)?.startsWith('.') !== true,
    take: names => DEPENDENCY_FILES.includes(names.at(-1) ?? ''),
  });
}

/** The files that patterns name, and the patterns that name none. */
export async function findPatternFiles(
  search: DependencySearch,
  patterns: readonly CachePattern[],
): Promise<{ readonly paths: DependencyPaths; readonly unmatched: readonly CachePattern[] }> {
  const included = patterns.filter(pattern => !pattern.isExclusion);
  const excluded = patterns.filter(pattern => pattern.isExclusion);
  const isOut = (names: readonly string[]): boolean => excluded.some(pattern => matchPattern(pattern, names) === 'whole');
  const used = new Set<CachePattern>();
  const paths = await walk(search, {
    enter: names => names.at(-1) !== '.git' && !isOut(names) && included.some(each => matchPattern(each, names) !== 'none'),
    take: names => {
      const matching = included.filter(pattern => matchPattern(pattern, names) === 'whole');
      for (const pattern of matching) used.add(pattern);
      return matching.length > 0 && !isOut(names);
    },
  });
  return { paths, unmatched: included.filter(pattern => !used.has(pattern)) };
}

/** A directory that cannot be read holds nothing. */
async function walk(
  { files, workspace, foreign }: DependencySearch,
  choice: Pick<TreeWalk, 'enter' | 'take'>,
): Promise<DependencyPaths> {
  const outside = new Set(foreign.map(path => resolve(path)));
  const { paths } = walkTree({
    entries: place => readableEntries(files, join(workspace, ...place)).map(linkAsFile),
    enter: place => !outside.has(join(workspace, ...place)) && choice.enter(place),
    take: choice.take,
    limits: {
      depth: LIMITS.dependencyDepth,
      directoryCount: LIMITS.dependencyDirectoryCount,
      fileCount: LIMITS.dependencyFileCount,
    },
  });
  const isFile = await Promise.all(paths.map(path => leadsToFile(files, join(workspace, ...path.split('/')))));
  return paths.filter((_, at) => isFile[at]);
}

/** Where it leads is asked only of those that are looked for. */
function linkAsFile<T extends { readonly kind: string }>(entry: T): T {
  return entry.kind === 'symlink' ? { ...entry, kind: 'file' } : entry;
}

async function leadsToFile(files: Files, path: string): Promise<boolean> {
  if ((await files.stat(path))?.kind !== 'symlink') return true;
  // One in a circle leads nowhere.
  const real = await files.realPath(path).catch(() => undefined);
  return real !== undefined && (await files.stat(real))?.kind === 'file';
}

/** Over names and contents; lower-case hexadecimal. Throws FS.*, also for a file that is too large to be what it is named. */
export async function hashDependencyFiles(
  { files, workspace }: Pick<DependencySearch, 'files' | 'workspace'>,
  paths: DependencyPaths,
): Promise<string> {
  const whole = createHash('sha256');
  for (const path of paths) {
    const bytes = await files.read(join(workspace, ...path.split('/')), LIMITS.dependencyFileBytes);
    whole.update(`${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  }
  return whole.digest('hex');
}

/** The texts of every go.sum and go.work.sum among the paths. Throws FS.*. */
export async function readSumFiles(
  { files, workspace }: Pick<DependencySearch, 'files' | 'workspace'>,
  paths: DependencyPaths,
): Promise<readonly string[]> {
  const sums = paths.filter(path => /(?:^|\/)go(?:\.work)?\.sum$/u.test(path));
  const read = async (path: string): Promise<string> =>
    (await files.read(join(workspace, path.replaceAll('/', sep)), LIMITS.dependencyFileBytes)).toString('utf8');
  return Promise.all(sums.map(read));
}
