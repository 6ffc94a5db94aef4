import { compareGoLines } from '../domain/go-order.ts';
import type { ModuleFacts, Replacement, Requirement, VendorFacts, WorkFacts } from '../domain/project-facts.ts';
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
 * cmd/go's comparison of a vendor directory with the module files (modload.checkVendorConsistency): every requirement is marked explicit,
 * every explicit module that gives packages is required, and the replacements are the same. For an older go line than 1.14 only what
 * gives packages must agree, for modules.txt did not say more.
 */
export function vendorDifferences(build: VendoredBuild): readonly VendorDifference[] {
  return [...notExplicit(build), ...otherReplacements(build), ...notRequired(build), ...notReplaced(build)];
}

const MARKED_SINCE = '1.14';

/** The version of each module that gives packages, where a go line says that modules.txt has no marks; undefined where it has. */
function unmarkedVersions({ vendor, modules, work }: VendoredBuild): ReadonlyMap<string, string> | undefined {
  const isOld = modules.some(({ mod }) => compareGoLines(mod.go?.text ?? '', MARKED_SINCE) < 0);
  if (work !== undefined || !isOld) return undefined;
  return new Map(vendor.modules.filter(each => each.hasPackages).map(({ path, version }) => [path, version]));
}

function notExplicit(build: VendoredBuild): readonly VendorDifference[] {
  const { vendor, modules } = build;
  const explicit = new Set(vendor.modules.filter(each => each.explicit).map(nameOfVersion));
  const unmarked = unmarkedVersions(build);
  const isOther = (each: Requirement): boolean => (unmarked?.get(each.path) ?? each.version) !== each.version;
  return modules.flatMap(({ mod }) =>
    mod.requires
      .filter(each => !explicit.has(nameOfVersion(each)) && (unmarked === undefined || isOther(each)))
      .map(each => ({
        module: nameOfVersion(each),
        what:
          unmarked === undefined
            ? 'required, but not marked explicit in modules.txt'
            : 'required, but modules.txt has another version',
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
  const unmarked = unmarkedVersions(build);
  const unique = new Map(lists.flat().map(each => [nameOfVersion(each), each]));
  return [...unique].flatMap(([module, old]) => {
    const counting = replacementOf(old);
    const marked = marks.get(module);
    const place = { module, file: old.file, line: old.line };
    // A module that is built here is not replaced.
    if (counting === undefined) return [];
    if (marked === undefined && unmarked !== undefined && (old.version === undefined || unmarked.get(old.path) !== old.version))
      return [];
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
  { modules }: VendoredBuild,
  lists: readonly (readonly PlacedReplacement[])[],
): (old: Pick<Replacement, 'path' | 'version'>) => PlacedReplacement | undefined {
  const own = new Set(modules.map(({ mod }) => mod.module?.text));
  const replacementOf = findReplacement(...lists);
  return old => (old.version === undefined && own.has(old.path) ? undefined : replacementOf(old));
}

function describe({ newPath, newVersion }: Replacement): string {
  return nameOfVersion({ path: newPath, version: newVersion });
}
