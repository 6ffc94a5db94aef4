import { dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { PathGo } from '../domain/project-facts.ts';
import { isAbsolutePath } from '../policy/go-directories.ts';
import type { Env, Exec, Files } from '../ports/machine.ts';

/** A `go` on PATH, and the program that it leads to. */
export interface FoundGo extends PathGo {
  readonly program: string;
}

/** What direct fetching may need (`go help vcs`). */
const VCS_COMMANDS = ['git', 'hg', 'svn', 'fossil', 'bzr'] as const;

/** Every `go` on PATH in its order; one that leads to a program that came before is left out. Nothing is executed. */
export async function findPathGos(
  files: Pick<Files, 'stat' | 'realPath' | 'read'>,
  env: Env,
  os: string,
): Promise<readonly FoundGo[]> {
  const isWindows = os === 'win32';
  const variable = isWindows ? Object.keys(env).find(name => name.toUpperCase() === 'PATH') : 'PATH';
  // Entries that are empty or relative are not searched by Go either (exec.LookPath).
  const directories = (env[variable ?? 'PATH'] ?? '').split(isWindows ? ';' : ':').filter(each => isAbsolutePath(each, os));
  const separator = isWindows ? '\\' : '/';
  const found = await Promise.all(
    directories.map(async (directory, position) => {
      const path = `${directory.replace(/[\\/]+$/u, '')}${separator}${isWindows ? 'go.exe' : 'go'}`;
      return unlessFailed(readGo(files, { path, position, isWindows }));
    }),
  );
  const programs = new Set<string>();
  return found.filter((go): go is FoundGo => {
    if (go === undefined || programs.has(go.program)) return false;
    programs.add(go.program);
    return true;
  });
}

async function readGo(
  files: Pick<Files, 'stat' | 'realPath' | 'read'>,
  { path, position, isWindows }: { readonly path: string; readonly position: number; readonly isWindows: boolean },
): Promise<FoundGo | undefined> {
  const program = await files.realPath(path);
  const stat = program === undefined ? undefined : await files.stat(program);
  // Windows has no such bits.
  if (program === undefined || stat?.kind !== 'file' || (!isWindows && (stat.mode & 0o111) === 0)) return undefined;
  return { position, path, program, version: await versionAt(files, dirname(dirname(program))) };
}

/** What the VERSION file of a GOROOT says, without `go`; undefined where there is none. */
export async function versionAt(files: Pick<Files, 'read'>, root: string): Promise<string | undefined> {
  const file = await unlessFailed(files.read(`${root}/VERSION`, LIMITS.versionFileBytes));
  return /^go(\S+)/u.exec(file?.toString('utf8') ?? '')?.[1];
}

/** GOROOT of a go program, as it finds it: the directory above its own. */
export function rootOf(go: FoundGo | undefined): string | undefined {
  return go === undefined ? undefined : dirname(dirname(go.program));
}

/** Those that are on PATH. */
export async function findVcsCommands(exec: Pick<Exec, 'find'>): Promise<readonly string[]> {
  const found = await Promise.all(VCS_COMMANDS.map(name => exec.find(name)));
  return VCS_COMMANDS.filter((_, index) => found[index] !== undefined);
}

/** A file that cannot be read is like none. */
async function unlessFailed<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
