import { dirname, isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { ModuleFacts, ProjectFacts, WorkFacts } from '../domain/project-facts.ts';
import { walkTree } from '../policy/walk-tree.ts';
import type { Files } from '../ports/machine.ts';
import { type ModulePlace, readModule, readWork } from './project-modules.ts';
import { createProjectReader } from './project-reader.ts';
import { readVersionFiles } from './project-version-files.ts';

export interface ProjectSearch {
  readonly files: Files;
  /** Absolute; facts name paths relative to it. */
  readonly workspace: string;
  /** Absolute: what was checked out. A replacement that leads out of it may be missing elsewhere. Undefined: nobody knows. */
  readonly checkout: string | undefined;
  /** Absolute: where go commands will run. */
  readonly directory: string;
  /** Absolute: go.mod and go.work are looked for up to here. Undefined: up to the root of the file system, as Go does. */
  readonly top: string | undefined;
  /** `main`: only the modules that go commands in the directory build. `all`: every module below the directory too. */
  readonly scope: 'main' | 'all';
  /** The setting GOWORK: empty, `off`, or a path. */
  readonly gowork: string;
  /** Absolute directories that are no part of the project although they may stand in it: GOMODCACHE, GOCACHE, GOROOT. */
  readonly foreign: readonly string[];
}

export type GatheredProject = Pick<
  ProjectFacts,
  'directory' | 'moduleDirectory' | 'modules' | 'work' | 'versionFiles' | 'incomplete'
>;

/** Names of directories in which Go looks for no module of the project; node_modules is merely large. */
const SKIPPED: readonly string[] = ['vendor', 'testdata', 'node_modules'];

/**
 * Reads the module files of a project, bounded by LIMITS.project…. Never throws because of what it reads: what cannot be read is a
 * fact. Symbolic links to directories are not followed, those to files are, as Go does.
 */
export async function gatherProject(search: ProjectSearch): Promise<GatheredProject> {
  const { files, workspace, directory, checkout } = search;
  const reader = createProjectReader({ files, workspace });
  const place: ModulePlace = { reader, checkout };
  const incomplete: string[] = [];
  const nearest = await nearestWith(search, path => reader.hasFile(path), 'go.mod');
  const work = await workInEffect(place, search);
  const used = work?.uses.filter(({ hasGoMod }) => hasGoMod).map(use => resolve(workspace, use.directory));
  const below = search.scope === 'all' ? modulesBelow(search, incomplete) : [];
  const own = nearest === undefined ? [] : [nearest];
  // A repository whose only module stands in a subdirectory is built there.
  const main = used ?? (nearest === undefined && below.length === 1 ? below : own);
  const modules: ModuleFacts[] = [];
  for (const each of new Set([...main, ...own, ...below])) {
    if (modules.length >= LIMITS.projectModuleCount || reader.bytesRead() > LIMITS.projectBytes) {
      incomplete.push(`modules after ${reader.show(each)}`);
      break;
    }
    const read = await readModule(place, { directory: each, isMain: main.includes(each) });
    if (read !== undefined) modules.push(read);
  }
  return {
    directory: reader.show(directory),
    moduleDirectory: nearest && reader.show(nearest),
    modules,
    work,
    versionFiles: await readVersionFiles(reader, [directory, ...own, workspace]),
    incomplete,
  };
}

async function workInEffect(place: ModulePlace, search: ProjectSearch): Promise<WorkFacts | undefined> {
  const { gowork } = search;
  if (gowork === 'off') return undefined;
  if (isAbsolute(gowork)) return readWork(place, gowork);
  const directory = await nearestWith(search, path => place.reader.hasFile(path), 'go.work');
  return directory === undefined ? undefined : readWork(place, join(directory, 'go.work'));
}

/** The directory itself, or the first above it, that has the file. */
async function nearestWith(
  { directory, top }: ProjectSearch,
  hasFile: (path: string) => Promise<boolean>,
  name: string,
): Promise<string | undefined> {
  for (let at = directory; ; at = dirname(at)) {
    if (await hasFile(join(at, name))) return at;
    if (at === top || at === dirname(at)) return undefined;
  }
}

/** Absolute directories of go.mod files, in the order of their paths. */
function modulesBelow({ files, directory, foreign }: ProjectSearch, incomplete: string[]): readonly string[] {
  const outside = new Set(foreign.map(path => resolve(path)));
  const { paths, isCut } = walkTree({
    entries: place => entriesOf(files, join(directory, ...place)),
    enter: place => {
      const name = place.at(-1) ?? '';
      return !SKIPPED.includes(name) && !/^[._]/u.test(name) && !outside.has(join(directory, ...place));
    },
    take: place => place.at(-1) === 'go.mod',
    limits: {
      depth: LIMITS.dependencyDepth,
      directoryCount: LIMITS.dependencyDirectoryCount,
      fileCount: LIMITS.dependencyFileCount,
    },
  });
  if (isCut) incomplete.push('directories: too many, or too deep');
  return paths.map(path => dirname(join(directory, path)));
}

function entriesOf(files: Files, directory: string): ReturnType<Files['tree']['readDirectory']> {
  try {
    return files.tree.readDirectory(directory);
  } catch (error) {
    // Whoever may not read a directory cannot build in it either.
    if (error instanceof Failure) return [];
    throw error;
  }
}
