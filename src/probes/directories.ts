import { dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { type Mount, mountOf } from '../domain/mount-table.ts';
import type { DirectoryFacts } from '../domain/project-facts.ts';
import { isAbsolutePath, type NamedDirectory } from '../policy/go-directories.ts';
import type { Files, Machine } from '../ports/machine.ts';
import { readMounts } from './mounts.ts';

export interface DirectoryPorts extends Pick<Machine, 'platform' | 'randomName'> {
  readonly files: Pick<Files, 'realPath' | 'stat' | 'read' | 'write' | 'remove' | 'freeSpace'>;
}

/** Nothing is ever made in these. */
const NOT_TRIED: readonly string[] = ['GOROOT', 'HOME'];
/** Mount options that decide whether Go can work in a directory. */
const FLAGS: readonly string[] = ['ro', 'noexec'];

interface Look extends DirectoryPorts {
  readonly mounts: readonly Mount[];
  /** Attempts to write, by place: several settings often name one. */
  readonly tries: Map<string, Promise<boolean | undefined>>;
}

/** Looks at every directory, in parallel. Never throws for what it finds. */
export async function observeDirectories(
  ports: DirectoryPorts,
  directories: readonly NamedDirectory[],
): Promise<readonly DirectoryFacts[]> {
  const look: Look = { ...ports, mounts: await readMounts(ports.files, ports.platform.os), tries: new Map() };
  return Promise.all(directories.map(directory => observe(look, directory)));
}

async function observe(look: Look, { name, value }: NamedDirectory): Promise<DirectoryFacts> {
  const isAbsolute = isAbsolutePath(value, look.platform.os);
  const unknown = { writable: undefined, freeBytes: undefined, freeInodes: undefined, mountFlags: [] };
  // What a relative path is relative to differs with each command.
  if (!isAbsolute) return { name, value, isAbsolute, kind: 'missing', ...unknown };
  const { files } = look;
  const kind = await kindOf(files, value);
  if (kind === 'unreadable') return { name, value, isAbsolute, kind, ...unknown };
  const place = kind === 'directory' ? await realPlace(files, value) : await nearestDirectory(files, dirname(value));
  const isTried = kind !== 'file' && !NOT_TRIED.includes(name);
  const [writable, free] = await Promise.all([isTried ? tryOnce(look, place) : undefined, orUndefined(files.freeSpace(place))]);
  const options = mountOf(look.mounts, place)?.options ?? [];
  return {
    name,
    value,
    isAbsolute,
    kind,
    writable,
    freeBytes: free?.bytes,
    freeInodes: free?.inodes,
    mountFlags: FLAGS.filter(flag => options.includes(flag)),
  };
}

async function kindOf(files: DirectoryPorts['files'], path: string): Promise<DirectoryFacts['kind']> {
  try {
    const real = await files.realPath(path);
    const stat = real === undefined ? undefined : await files.stat(real);
    if (stat === undefined) return 'missing';
    return stat.kind === 'directory' ? 'directory' : 'file';
  } catch (error) {
    if (error instanceof Failure) return 'unreadable';
    throw error;
  }
}

async function realPlace(files: DirectoryPorts['files'], path: string): Promise<string> {
  return (await orUndefined(files.realPath(path))) ?? path;
}

/** The nearest directory above a missing one; the root of all when nothing stands. */
async function nearestDirectory(files: DirectoryPorts['files'], path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    if (dirname(at) === at || (await kindOf(files, at)) === 'directory') return realPlace(files, at);
  }
}

function tryOnce(look: Look, place: string): Promise<boolean | undefined> {
  const known = look.tries.get(place);
  if (known !== undefined) return known;
  const attempt = tryToWrite(look, place);
  look.tries.set(place, attempt);
  return attempt;
}

/** Whether a file can be made there; undefined where something else than permission stands in the way, such as a full disk. */
async function tryToWrite({ files, randomName }: Look, place: string): Promise<boolean | undefined> {
  const path = `${place.replace(/[\\/]$/u, '')}/.setup-go-robust-${randomName()}`;
  try {
    if (!(await files.write(path, '', { exclusive: true }))) return undefined;
    await files.remove(path);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.code === 'FS.PERMISSION' || error.code === 'FS.READ_ONLY' ? false : undefined;
  }
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
