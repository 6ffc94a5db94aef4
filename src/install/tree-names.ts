import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { foldPath, refusedName } from './entry-name.ts';

/** Every path that one tree has so far, so that no two can be one file anywhere. */
export interface TreeNames {
  /**
   * Takes the path of a file. Gives the directories that do not exist yet, parents first. Throws ARC.NAME when the
   * path, or a directory above it, was taken in any spelling that some file system takes for the same; ARC.LIMIT when
   * there are too many.
   */
  addFile(path: string): readonly string[];
  /** The same for a directory entry; one that was only implied by a file is no duplicate. */
  addDirectory(path: string): readonly string[];
}

const NONE: readonly string[] = [];

export function createTreeNames(): TreeNames {
  /** Folded path to what took it. Strings only: with an object for each of 17,000 paths the process would be 2 MiB larger. */
  const taken = new Map<string, string>();
  const directories = new Set<string>();
  const declared = new Set<string>();
  let lastParent = '';

  function take(path: string, isDirectory: boolean): void {
    const folded = foldPath(path);
    const other = taken.get(folded);
    if (other !== undefined) throw refusedName(path, other === path ? 'duplicate' : `the same as ${other}`);
    if (taken.size >= LIMITS.entryCount) throw tooMany();
    taken.set(folded, path);
    if (isDirectory) directories.add(path);
  }

  /** The directories of `path` that are new; a file in the place of a directory is refused. */
  function open(path: string): readonly string[] {
    if (path === '' || path === lastParent) return NONE;
    const other = taken.get(foldPath(path));
    if (other !== undefined) {
      if (!directories.has(path)) throw refusedName(path, `the same as ${other}`);
      lastParent = path;
      return NONE;
    }
    const above = open(parentOf(path));
    take(path, true);
    lastParent = path;
    return [...above, path];
  }

  return {
    addFile(path) {
      const fresh = open(parentOf(path));
      take(path, false);
      return fresh;
    },
    addDirectory(path) {
      if (declared.has(path)) throw refusedName(path, 'duplicate');
      declared.add(path);
      return open(path);
    },
  };
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function tooMany(): Error {
  return failure('ARC.LIMIT', { subject: 'entries', evidence: { limit: LIMITS.entryCount } });
}
