import { failure } from '../domain/failure.ts';
import type { ArchiveLayout } from '../domain/source.ts';
import { releasePathInModule } from '../verify/tree-hash.ts';
import { problemOfPath, refusedName } from './entry-name.ts';

/** Where a file of an archive belongs. */
export interface FilePlace {
  /** Below GOROOT. */
  readonly path: string;
  /** Its name in the tree hash; undefined when the hash does not cover it. */
  readonly pathInModule: string | undefined;
}

/** Gives every name of an archive its place. Throws ARC.NAME for a name that is refused, ARC.LAYOUT for one outside the layout. */
export interface EntryPlacer {
  file(name: string): FilePlace;
  /** Undefined for the directories of the prefix itself. `isProved`: files in it are covered by the tree hash. */
  directory(name: string): { readonly path: string; readonly isProved: boolean } | undefined;
}

export function createEntryPlacer(layout: ArchiveLayout, moduleName: string): EntryPlacer {
  const prefix = layout === 'release' ? 'go/' : `${moduleName}/`;

  function belowPrefix(name: string): string {
    const isInside = name.startsWith(prefix);
    const path = isInside ? name.slice(prefix.length) : name;
    const problem = problemOfPath(path);
    if (problem !== undefined) throw refusedName(name, problem);
    if (!isInside) throw foreign(name, prefix);
    return path;
  }

  return {
    file(name) {
      const path = belowPrefix(name);
      return layout === 'release' ? { path, pathInModule: releasePathInModule(path) } : placeOfModuleFile(name, path);
    },
    directory(name) {
      if (`${prefix}`.startsWith(`${name}/`)) return undefined;
      const path = belowPrefix(name);
      return { path, isProved: layout === 'module' || releasePathInModule(`${path}/file`) !== undefined };
    },
  };
}

/** Every `_go.mod` of the module is `go.mod` in GOROOT (cmd/go/internal/toolchain does the same after unpacking). */
function placeOfModuleFile(name: string, path: string): FilePlace {
  const baseAt = path.lastIndexOf('/') + 1;
  const isRenamed = /^_+go\.mod$/u.test(path.slice(baseAt));
  const released = isRenamed ? `${path.slice(0, baseAt)}${path.slice(baseAt + 1)}` : path;
  // A name that no release maps to, such as go.mod itself or test/…, would be hashed otherwise once it is installed.
  if (releasePathInModule(released) !== path) throw foreign(name, 'a file of the toolchain module');
  return { path: released, pathInModule: path };
}

function foreign(name: string, expected: string): Error {
  return failure('ARC.LAYOUT', { subject: name, evidence: { name, expected } });
}
