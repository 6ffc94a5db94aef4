import { join } from 'node:path';
import type { GoSum } from '../domain/gosum.ts';
import { isBuildEntryUsed, isModuleWanted, type ModulePart } from '../policy/cache-trim.ts';
import type { Files } from '../ports/machine.ts';
import { listModuleParts } from './module-cache.ts';
import { readableEntries } from './readable-directory.ts';

export interface Trimmed {
  readonly removedCount: number;
  readonly keptCount: number;
}

/** Files that are looked at, or removed, at the same time. */
const PARALLEL_COUNT = 32;

/**
 * Removes from a module cache what no go.sum names and this job did not bring, so that entries that are handed on from key to key
 * do not grow for ever. Throws FS.*, or the signal's reason.
 */
export async function trimModules(
  cache: { readonly files: Files; readonly root: string; readonly sum: GoSum; readonly restoredAtMs: number },
  signal: AbortSignal,
): Promise<Trimmed> {
  const { files, root, sum, restoredAtMs } = cache;
  const keep = (part: ModulePart, mtimeMs: number): boolean => isModuleWanted({ ...part, mtimeMs }, sum, restoredAtMs);
  return removeUnless(keep, { files, items: listModuleParts(files, root) }, signal);
}

/** Removes from a build cache the entries that were not used since it was restored. Throws FS.*, or the signal's reason. */
export async function trimBuild(
  cache: { readonly files: Files; readonly root: string; readonly restoredAtMs: number },
  signal: AbortSignal,
): Promise<Trimmed> {
  const { files, root, restoredAtMs } = cache;
  const keep = (_: unknown, mtimeMs: number): boolean => isBuildEntryUsed(mtimeMs, restoredAtMs);
  return removeUnless(keep, { files, items: listBuildEntries(files, root) }, signal);
}

/** `00/<hash>-a` to `ff/<hash>-d`; what else stands there (fuzz, trim.txt, README) is no entry (cmd/go/internal/cache, fileName). */
function listBuildEntries(files: Files, root: string): readonly { readonly path: string }[] {
  return [...Array(256).keys()].flatMap(index => {
    const directory = join(root, index.toString(16).padStart(2, '0'));
    return readableEntries(files, directory).flatMap(({ name, kind }) =>
      kind === 'file' && /-[ad]$/u.test(name) ? [{ path: join(directory, name) }] : [],
    );
  });
}

async function removeUnless<T extends { readonly path: string }>(
  keep: (item: T, mtimeMs: number) => boolean,
  { files, items }: { readonly files: Files; readonly items: readonly T[] },
  signal: AbortSignal,
): Promise<Trimmed> {
  let removedCount = 0;
  const rest = items[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const item of { [Symbol.iterator]: () => rest }) {
      signal.throwIfAborted();
      const stat = await files.stat(item.path);
      if (stat === undefined || keep(item, stat.mtimeMs)) continue;
      await files.remove(item.path);
      removedCount += 1;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_COUNT }, work));
  return { removedCount, keptCount: items.length - removedCount };
}
