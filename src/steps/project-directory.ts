import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Files } from '../ports/machine.ts';
import type { Context } from './context.ts';

/** In this order in each directory. */
const MODULE_FILES = ['go.work', 'go.mod'] as const;

/** Whether a path is the directory, or lies in it. */
export function isBelow(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way === '' || (!isAbsolute(way) && way.split(/[\\/]/u)[0] !== '..');
}

/**
 * The nearest go.work or go.mod, from a directory up to the workspace. Above the workspace is somebody else's project, and so is
 * everything above a directory outside of it.
 */
export async function nearestModuleFile(
  files: Files,
  { start, workspace }: { readonly start: string; readonly workspace: string },
): Promise<string | undefined> {
  const top = isBelow(workspace, start) ? workspace : start;
  for (let directory = start; ; directory = dirname(directory)) {
    for (const name of MODULE_FILES) {
      const path = join(directory, name);
      if (await isFile(files, path)) return path;
    }
    if (directory === top || directory === dirname(directory)) return undefined;
  }
}

type LookedAt = Pick<Files, 'stat' | 'realPath'>;

/** A link counts as what it leads to, wherever that is, as for Go and setup-go. One that cannot be followed is there: reading says why not. */
export function isFile(files: LookedAt, path: string): Promise<boolean> {
  return leadsTo(files, path, 'file');
}

/** The same of a directory. */
export function isDirectory(files: LookedAt, path: string): Promise<boolean> {
  return leadsTo(files, path, 'directory');
}

async function leadsTo(files: LookedAt, path: string, kind: 'file' | 'directory'): Promise<boolean> {
  const stat = await files.stat(path);
  if (stat?.kind !== 'symlink') return stat?.kind === kind;
  try {
    const real = await files.realPath(path);
    return real !== undefined && (await files.stat(real))?.kind === kind;
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}

/** Where the project of an installation is: the working directory, else the directory of the go.mod or go.work that names the version. */
export async function projectDirectory({ inputs, machine, request, ...context }: Context): Promise<string | undefined> {
  const workspace = resolve(context.workspace);
  const start = resolve(workspace, inputs.workingDirectory);
  if ((await nearestModuleFile(machine.files, { start, workspace })) !== undefined) return start;
  const file = resolve(workspace, request?.origin.file ?? '.');
  return isBelow(workspace, file) && /^go\.(?:mod|work)$/u.test(basename(file)) ? dirname(file) : undefined;
}
