import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { parseGoMod } from '../domain/go-mod-file.ts';
import { parseGoSum } from '../domain/go-sum-file.ts';
import { parseGoWork } from '../domain/go-work-file.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoSumFacts, ModuleFacts, Replacement, ReplacementTarget, VendorFacts, WorkFacts } from '../domain/project-facts.ts';
import { parseVendorModules } from '../domain/vendor-modules.ts';
import type { ProjectReader } from './project-reader.ts';

/** Where replacements may lead. */
export interface ModulePlace {
  readonly reader: ProjectReader;
  /** Absolute. Undefined: any place is as good as another. */
  readonly checkout: string | undefined;
}

/** A module with its go.sum, its vendor directory, and what its replacements lead to. Undefined where there is no go.mod. */
export async function readModule(
  place: ModulePlace,
  { directory, isMain }: { readonly directory: string; readonly isMain: boolean },
): Promise<ModuleFacts | undefined> {
  const { reader } = place;
  const text = await reader.text(join(directory, 'go.mod'), LIMITS.versionFileBytes);
  if (text === undefined) return undefined;
  const mod = parseGoMod(text);
  const [sum, vendor, replaces] = await Promise.all([
    readSum(reader, join(directory, 'go.sum')),
    readVendor(reader, join(directory, 'vendor')),
    followReplacements(place, { directory, replaces: mod.replaces }),
  ]);
  return { directory: reader.show(directory), isMain, mod: { ...mod, replaces }, sum, vendor };
}

/** A go.work with its go.work.sum, its vendor directory, and the directories that it uses. Undefined where there is none. */
export async function readWork(place: ModulePlace, path: string): Promise<WorkFacts | undefined> {
  const { reader } = place;
  const text = await reader.text(path, LIMITS.versionFileBytes);
  if (text === undefined) return undefined;
  const { uses, ...work } = parseGoWork(text);
  const directory = dirname(path);
  const [sum, vendor, replaces] = await Promise.all([
    readSum(reader, `${path}.sum`),
    readVendor(reader, join(directory, 'vendor')),
    followReplacements(place, { directory, replaces: work.replaces }),
  ]);
  const used = uses.slice(0, LIMITS.projectModuleCount).map(async ({ text: use, line }) => {
    const target = resolve(directory, use);
    return { path: use, line, directory: reader.show(target), hasGoMod: await reader.hasFile(join(target, 'go.mod')) };
  });
  return { ...work, directory: reader.show(directory), uses: await Promise.all(used), replaces, sum, vendor };
}

async function readSum(reader: ProjectReader, path: string): Promise<GoSumFacts | undefined> {
  const text = await reader.text(path, LIMITS.goSumBytes);
  return text && parseGoSum(text);
}

/** A vendor directory counts for Go also without its modules.txt. */
async function readVendor(reader: ProjectReader, directory: string): Promise<VendorFacts | undefined> {
  if (!(await reader.hasDirectory(directory))) return undefined;
  const path = join(directory, 'modules.txt');
  return parseVendorModules((await reader.text(path, LIMITS.goSumBytes)) ?? { file: reader.show(path), sizeBytes: 0, text: '' });
}

async function followReplacements(
  place: ModulePlace,
  from: { readonly directory: string; readonly replaces: readonly Replacement[] },
): Promise<readonly Replacement[]> {
  return Promise.all(
    from.replaces.map(async (replacement, index) => {
      if (replacement.newVersion !== undefined || index >= LIMITS.projectReplacementCount) return replacement;
      return { ...replacement, target: await targetOf(place, resolve(from.directory, replacement.newPath)) };
    }),
  );
}

async function targetOf({ reader, checkout }: ModulePlace, directory: string): Promise<ReplacementTarget> {
  if (!(await reader.hasFile(join(directory, 'go.mod')))) return (await reader.hasDirectory(directory)) ? 'no-go-mod' : 'missing';
  const way = checkout === undefined ? '' : relative(checkout, directory);
  return isAbsolute(way) || way.split(/[\\/]/u)[0] === '..' ? 'outside' : 'module';
}
