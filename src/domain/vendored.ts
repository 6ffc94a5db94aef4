import type { VendorFacts } from './project-facts.ts';

/** Whose files stand in a directory below vendor. */
export interface VendoredSource {
  /** The directory, which is the path of the module. */
  readonly path: string;
  /** Whose files they are: `path@version` of the module or of its replacement; undefined for a directory, which nothing proves. */
  readonly source: string | undefined;
}

/** By path, for every module that vendor/modules.txt lists. */
export function vendoredSources(list: Pick<VendorFacts, 'modules' | 'replaces'>): ReadonlyMap<string, VendoredSource> {
  const replacements = new Map(list.replaces.map(each => [`${each.path}@${each.version ?? ''}`, each]));
  const sources = list.modules.map(({ path, version }) => {
    const key = `${path}@${version}`;
    // Where every version is replaced, the line of the module says so too (cmd/go, modload/vendor.go).
    const { newPath, newVersion } = replacements.get(key) ?? { newPath: path, newVersion: version };
    return { path, source: newVersion === undefined ? undefined : `${newPath}@${newVersion}` };
  });
  return new Map(sources.map(each => [each.path, each]));
}

/** The module that a file below vendor belongs to: the one with the longest path. Undefined for a file of none. */
export function ownerOf(file: string, modules: ReadonlyMap<string, VendoredSource>): VendoredSource | undefined {
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
    const owner = modules.get(file.slice(0, slash));
    if (owner !== undefined) return owner;
  }
  return undefined;
}
