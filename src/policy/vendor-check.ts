import type { ModuleFacts, Replacement, VendorFacts, WorkFacts } from '../domain/project-facts.ts';
import { joinSlashes, relativeSlashes } from '../domain/slash-path.ts';
import { findReplacement, nameOfVersion } from './replacements.ts';

/** One point in which vendor/modules.txt and the module files differ. */
export interface VendorDifference {
  /** `path@version`, or the path where every version is meant. */
  readonly module: string;
  readonly what: string;
  readonly file: string;
  readonly line: number;
}

export interface VendoredBuild {
  readonly vendor: VendorFacts;
  /** The module, or all those that go.work uses. */
  readonly modules: readonly ModuleFacts[];
  readonly work: WorkFacts | undefined;
}

/**
 * cmd/go's comparison of a vendor directory with the module files, for a go line of 1.14 or newer (modload.checkVendorConsistency): every
 * requirement is marked explicit, every explicit module that gives packages is required, and the replacements are the same.
 */
export function vendorDifferences(build: VendoredBuild): readonly VendorDifference[] {
  return [...notExplicit(build), ...otherReplacements(build), ...notRequired(build), ...notReplaced(build)];
}

function notExplicit({ vendor, modules }: VendoredBuild): readonly VendorDifference[] {
  const explicit = new Set(vendor.modules.filter(each => each.explicit).map(nameOfVersion));
  return modules.flatMap(({ mod }) =>
    mod.requires
      .filter(each => !explicit.has(nameOfVersion(each)))
      .map(each => ({
        module: nameOfVersion(each),
        what: 'required, but not marked explicit in modules.txt',
        file: mod.file,
        line: each.line,
      })),
  );
}

function notRequired({ vendor, modules }: VendoredBuild): readonly VendorDifference[] {
  const required = new Set(modules.flatMap(({ mod }) => mod.requires.map(nameOfVersion)));
  return vendor.modules
    .filter(each => each.explicit && each.hasPackages && !required.has(nameOfVersion(each)))
    .map(each => ({
      module: nameOfVersion(each),
      what: 'marked explicit in modules.txt, but not required',
      file: vendor.file,
      line: each.line,
    }));
}

interface PlacedReplacement extends Replacement {
  readonly file: string;
}

function otherReplacements(build: VendoredBuild): readonly VendorDifference[] {
  const marks = new Map(build.vendor.replaces.map(each => [nameOfVersion(each), each]));
  const lists = replacementLists(build);
  const replacementOf = effective(build, lists);
  const unique = new Map(lists.flat().map(each => [nameOfVersion(each), each]));
  return [...unique].flatMap(([module, old]) => {
    const counting = replacementOf(old);
    const marked = marks.get(module);
    const place = { module, file: old.file, line: old.line };
    // A module of the workspace is not replaced.
    if (counting === undefined) return [];
    if (marked === undefined) return [{ ...place, what: 'replaced, but not marked so in modules.txt' }];
    if (marked.newPath === counting.newPath && marked.newVersion === counting.newVersion) return [];
    return [{ ...place, what: `replaced by ${describe(counting)}, but in modules.txt by ${describe(marked)}` }];
  });
}

function notReplaced(build: VendoredBuild): readonly VendorDifference[] {
  const { vendor } = build;
  const replacementOf = effective(build, replacementLists(build));
  return vendor.replaces
    .filter(each => replacementOf(each) === undefined)
    .map(each => ({
      module: nameOfVersion(each),
      what: 'marked as replaced in modules.txt, but not replaced',
      file: vendor.file,
      line: each.line,
    }));
}

/** Those of go.work come first, and count before those of its modules. Paths are seen from the vendor directory's parent. */
function replacementLists({ modules, work }: VendoredBuild): readonly (readonly PlacedReplacement[])[] {
  const ofModules = modules.map(({ mod, directory }) =>
    mod.replaces.map(each => ({
      ...each,
      file: mod.file,
      ...(work === undefined ? {} : seenFrom(work.directory, directory, each)),
    })),
  );
  return work === undefined ? ofModules : [work.replaces.map(each => ({ ...each, file: work.file })), ...ofModules];
}

/** modload.canonicalizeReplacePath. */
function seenFrom(workDirectory: string, directory: string, { newPath, newVersion }: Replacement): Partial<Replacement> {
  if (newVersion !== undefined || /^(?:[/\\]|[A-Za-z]:)/u.test(newPath)) return {};
  return { newPath: relativeSlashes(workDirectory, joinSlashes(directory, newPath)) };
}

function effective(
  { modules, work }: VendoredBuild,
  lists: readonly (readonly PlacedReplacement[])[],
): (old: Pick<Replacement, 'path' | 'version'>) => PlacedReplacement | undefined {
  const own = new Set(work === undefined ? [] : modules.map(({ mod }) => mod.module?.text));
  const replacementOf = findReplacement(...lists);
  return old => (old.version === undefined && own.has(old.path) ? undefined : replacementOf(old));
}

function describe({ newPath, newVersion }: Replacement): string {
  return nameOfVersion({ path: newPath, version: newVersion });
}
