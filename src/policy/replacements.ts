import type { Replacement } from '../domain/project-facts.ts';

type Replaced = Pick<Replacement, 'path' | 'version'>;

/** `path@version`, or the path where every version is meant. */
export function nameOfVersion({ path, version }: Replaced): string {
  return version === undefined ? path : `${path}@${version}`;
}

/**
 * Finds the replacement that counts for a module version: that of the version, else that of every version (modload.replacement). Of
 * several lists the first that has one decides.
 */
export function findReplacement<T extends Replacement>(...lists: readonly (readonly T[])[]): (module: Replaced) => T | undefined {
  const indexes = lists.map(list => {
    const index = new Map<string, T>();
    // Of two lines for the same, the first counts.
    for (const each of list) if (!index.has(nameOfVersion(each))) index.set(nameOfVersion(each), each);
    return index;
  });
  return module => {
    for (const index of indexes) {
      const found = index.get(nameOfVersion(module)) ?? index.get(module.path);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
