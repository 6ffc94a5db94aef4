import { dirname, join, relative, resolve } from 'node:path';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { readSumLines, type SumLine } from '../domain/sum-lines.ts';
import type { Files } from '../ports/machine.ts';
import type { Context } from './context.ts';

export interface ProjectSums {
  /** Absolute; where a vendor directory may stand. */
  readonly roots: readonly string[];
  /** Of every go.sum and go.work.sum of the project. */
  readonly lines: readonly SumLine[];
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
  const work = await workFile(files, { directory, gowork: env['GOWORK'] ?? '' });
  const isModule = (await files.stat(join(directory, 'go.mod')))?.kind === 'file';
  if (work === undefined && !isModule) throw failure('GO.NO_MOD', { subject: path, evidence: { looked: 'go.mod, go.work' } });
  const used = work === undefined ? [] : usedDirectories(await text(files, work)).map(name => resolve(dirname(work), name));
  const roots = [...new Set([...(isModule ? [directory] : []), ...(work === undefined ? [] : [dirname(work)]), ...used])];
  const sums = [...roots.map(root => join(root, 'go.sum')), ...(work === undefined ? [] : [`${work}.sum`])];
  const lines: SumLine[] = [];
  for (const file of sums) {
    if ((await files.stat(file)) === undefined) continue;
    lines.push(...readSumLines(await text(files, file), relative(workspace, file) || file));
  }
  return { roots, lines };
}

async function text(files: Files, path: string): Promise<string> {
  return (await files.read(path, LIMITS.dependencyFileBytes)).toString('utf8');
}

async function workFile(
  files: Files,
  { directory, gowork }: { readonly directory: string; readonly gowork: string },
): Promise<string | undefined> {
  if (gowork === 'off') return undefined;
  if (gowork !== '') return gowork;
  for (let at = directory; ; at = dirname(at)) {
    const file = join(at, 'go.work');
    if ((await files.stat(file))?.kind === 'file') return file;
    if (at === dirname(at)) return undefined;
  }
}

/** `use ./a` and `use ( ./a … )`; a path may be quoted. */
function usedDirectories(work: string): readonly string[] {
  const directories: string[] = [];
  let isInBlock = false;
  for (const line of work.split('\n')) {
    const words = line
      .replace(/\/\/.*$/u, '')
      .trim()
      .split(/\s+/u);
    const [first = '', second = ''] = words;
    if (first === 'use' && second === '(') isInBlock = true;
    else if (first === ')') isInBlock = false;
    else if (first === 'use' || (isInBlock && first !== '')) directories.push(unquote(first === 'use' ? second : first));
  }
  return directories;
}

function unquote(word: string): string {
  return word.replace(/^(["`])(.*)\1$/u, '$2');
}
