import { dirname, join, relative, resolve } from 'node:path';
import { failure } from '../domain/failure.ts';
import { parseGoMod } from '../domain/go-mod-file.ts';
import { parseGoSum } from '../domain/go-sum-file.ts';
import { parseGoWork } from '../domain/go-work-file.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoModFacts, Replacement, TextFileFacts } from '../domain/project-facts.ts';
import { type ProvingSum, provingSums } from '../domain/sum-lines.ts';
import { findReplacement, nameOfVersion } from '../policy/replacements.ts';
import type { Files } from '../ports/machine.ts';
import type { Context } from './context.ts';
import { isFile } from './project-directory.ts';

export interface ProjectSums {
  /** Absolute; where a vendor directory may stand. */
  readonly roots: readonly string[];
  /** Of every go.sum and go.work.sum of the project. */
  readonly lines: readonly ProvingSum[];
  /** Modules (`path@version`) that the go.mod files require, but for those that a directory replaces. */
  readonly required: readonly string[];
}

/**
 * Reads the go.sum files of a project: of its directory, or, where a go.work is in effect (GOWORK, else the nearest one upward, as
 * cmd/go looks for it), of all its modules, and its go.work.sum. Throws GO.NO_MOD where there is neither go.mod nor go.work, and FS.*.
 */
export async function readProjectSums(
  { machine, workspace }: Pick<Context, 'machine' | 'workspace'>,
  path: string,
): Promise<ProjectSums> {
  const { files, env } = machine;
  const directory = resolve(workspace, path);
  const workPath = await workFile(files, { directory, gowork: env['GOWORK'] ?? '' });
  const mod = await textOf(files, join(directory, 'go.mod'));
  if (workPath === undefined && mod === undefined)
    throw failure('GO.NO_MOD', { subject: path, evidence: { looked: 'go.mod, go.work' } });
  const workText = workPath === undefined ? undefined : await textOf(files, workPath);
  const work = workText && parseGoWork(workText);
  const ofWork =
    work === undefined ? [] : ['.', ...work.uses.map(({ text }) => text)].map(use => resolve(dirname(work.file), use));
  const roots = [...new Set([...(mod === undefined ? [] : [directory]), ...ofWork])];
  const lines: ProvingSum[] = [];
  for (const file of [...roots.map(root => join(root, 'go.sum')), ...(work === undefined ? [] : [`${work.file}.sum`])]) {
    const sum = await textOf(files, file);
    if (sum !== undefined) lines.push(...provingSums(parseGoSum({ ...sum, file: relative(workspace, file) || file })));
  }
  const mods = await Promise.all(roots.map(root => textOf(files, join(root, 'go.mod'))));
  const required = mods.flatMap(each => (each === undefined ? [] : fetched(parseGoMod(each), work?.replaces ?? [])));
  return { roots, lines, required };
}

/** What a go.mod requires from elsewhere than a directory. A replacement of go.work counts before that of a module. */
function fetched({ requires, replaces }: GoModFacts, ofWork: readonly Replacement[]): readonly string[] {
  const replacementOf = findReplacement(ofWork, replaces);
  const isDirectory = (replacement: Replacement | undefined): boolean =>
    replacement !== undefined && replacement.newVersion === undefined;
  return requires.filter(module => !isDirectory(replacementOf(module))).map(nameOfVersion);
}

/** Undefined when there is no such file. */
async function textOf(files: Files, file: string): Promise<(TextFileFacts & { readonly text: string }) | undefined> {
  if (!(await isFile(files, file))) return undefined;
  const bytes = await files.read(file, LIMITS.dependencyFileBytes);
  return { file, sizeBytes: bytes.length, text: bytes.toString('utf8') };
}

async function workFile(
  files: Files,
  { directory, gowork }: { readonly directory: string; readonly gowork: string },
): Promise<string | undefined> {
  if (gowork === 'off') return undefined;
  if (gowork !== '') return gowork;
  for (let at = directory; ; at = dirname(at)) {
    const file = join(at, 'go.work');
    if (await isFile(files, file)) return file;
    if (at === dirname(at)) return undefined;
  }
}
