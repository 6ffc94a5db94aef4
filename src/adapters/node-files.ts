import { createReadStream, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { errnoOf, fsFailure } from '../policy/fs-errors.ts';
import type { Clock, FileStat, Files } from '../ports/machine.ts';
import { createTreeWriter, kindOf } from './node-tree-writer.ts';
import {
  appendFile,
  lstat,
  mkdir,
  openToRead,
  readdir,
  readFlags,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
  symlink,
  utimes,
  writeFile,
} from './promised-fs.ts';
import { removeTree } from './remove-tree.ts';

const STREAM_CHUNK_BYTES = 256 * 1024;

export interface NodeFilesOptions {
  /** `win32` and so on, as node:os says it. */
  readonly os: string;
  readonly clock: Clock;
  /** Whether the user is root, who may use what a file system reserves for it (5 % of ext4). Default: false. */
  readonly isRoot?: boolean;
}

/**
 * The Files port over node:fs. Every error is a Failure FS.* (policy/fs-errors.ts). Long paths need nothing here: node:fs hands
 * every absolute path to Windows in its `\\\\?\\` form (path.toNamespacedPath), which has no limit of 260 characters.
 */
export function createFiles({ os, clock, isRoot = false }: NodeFilesOptions): Files {
  const isWindows = os === 'win32';
  return {
    stat: readStat,
    realPath: path => guard('realpath', path, () => orIfMissing<string | undefined>(realpath(path), undefined)),
    read: readCapped,
    readRange,
    stream: streamFile,
    list: path => guard('readdir', path, () => orIfMissing(readdir(path), []).then(names => [...names].sort())),
    makeDirectory: path => guard('mkdir', path, () => makeDirectories(path)),
    write: writeWhole,
    append: (path, data) => guard('append', path, () => appendFile(path, data)),
    rename: (from, to) => (isWindows ? renameOnWindows({ from, to, clock }) : renameOnce(from, to)),
    link: makeLink,
    remove: path => guard('remove', path, () => removeTree(path)),
    removeEmptyDirectory,
    touch: path => guard('touch', path, () => utimes(path, clock.now() / 1000, clock.now() / 1000)),
    freeSpace: path => freeSpace(path, isRoot),
    tree: createTreeWriter({ isWindows }),
  };
}

async function guard<T>(operation: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fsFailure(error, { operation, path });
  }
}

/** ENOTDIR means the same here: a parent is a file, so there is nothing at the path. */
async function orIfMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return otherwise;
    throw error;
  }
}

/**
 * With parents. Not Node's recursive form: it says ENOENT for a disk that is read-only (seen with 20.20 and 24.21), and never ends
 * below /proc (20.20).
 */
async function makeDirectories(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || dirname(path) === path) return unlessDirectory(path, error);
    await makeDirectories(dirname(path));
    await mkdir(path).catch((again: unknown) => unlessDirectory(path, again));
  }
}

/** It is there: EEXIST; EPERM and EISDIR at the root of a drive or of all. Somebody else may make it in the same moment. */
async function unlessDirectory(path: string, error: unknown): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw error;
}

function readStat(path: string): Promise<FileStat | undefined> {
  return guard('stat', path, async () => {
    const found = await orIfMissing<Stats | undefined>(lstat(path), undefined);
    if (found === undefined) return undefined;
    return { kind: kindOf(found), sizeBytes: found.size, mtimeMs: found.mtimeMs, mode: found.mode & 0o777, device: found.dev };
  });
}

function readCapped(path: string, maxBytes: number): Promise<Buffer> {
  return guard('read', path, async () => {
    const handle = await openToRead(path);
    try {
      const parts: Buffer[] = [];
      let total = 0;
      // Read on until nothing comes: the size of a file in /proc is 0, and a file may grow meanwhile.
      for (;;) {
        const part = Buffer.allocUnsafe(Math.min(STREAM_CHUNK_BYTES, maxBytes + 1 - total));
        const { bytesRead } = await handle.read(part, 0, part.length, null);
        if (bytesRead === 0) return Buffer.concat(parts, total);
        parts.push(part.subarray(0, bytesRead));
        total += bytesRead;
        if (total > maxBytes) {
          throw failure('FS.IO', { subject: path, evidence: { problem: 'larger than its kind can be', limit: maxBytes } });
        }
      }
    } finally {
      await handle.close();
    }
  });
}

function readRange(path: string, from: number, to: number): Promise<Buffer> {
  return guard('read', path, async () => {
    const handle = await openToRead(path);
    try {
      const data = Buffer.allocUnsafe(Math.max(0, to - from));
      let filled = 0;
      while (filled < data.length) {
        const { bytesRead } = await handle.read(data, filled, data.length - filled, from + filled);
        if (bytesRead === 0) {
          throw failure('FS.IO', { subject: path, evidence: { problem: 'the file is shorter', wanted: to, got: from + filled } });
        }
        filled += bytesRead;
      }
      return data;
    } finally {
      await handle.close();
    }
  });
}

async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    // node:fs takes a number here too; its types do not say so.
    const flags = readFlags(path) as unknown as string;
    for await (const chunk of createReadStream(path, { flags, highWaterMark: STREAM_CHUNK_BYTES })) yield chunk as Uint8Array;
  } catch (error) {
    throw fsFailure(error, { operation: 'read', path });
  }
}

function writeWhole(path: string, data: string | Uint8Array, options?: { readonly exclusive?: boolean }): Promise<boolean> {
  return guard('write', path, async () => {
    try {
      await writeFile(path, data, { flag: options?.exclusive === true ? 'wx' : 'w' });
      return true;
    } catch (error) {
      if (options?.exclusive === true && errnoOf(error) === 'EEXIST') return false;
      // The file is there and empty when only its content had no room; it is ours, since it was made here.
      if (options?.exclusive === true) await rm(path, { force: true });
      throw error;
    }
  });
}

function makeLink(link: {
  readonly target: string;
  readonly path: string;
  readonly kind: 'directory' | 'file';
}): Promise<boolean> {
  return guard('link', link.path, async () => {
    try {
      // The type matters on Windows only; a junction needs no privilege there.
      await symlink(link.target, link.path, link.kind === 'directory' ? 'junction' : 'file');
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

async function renameOnce(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOTEMPTY' || errno === 'EEXIST') return false;
    throw fsFailure(error, { operation: 'rename', path: to });
  }
}

/** Windows cannot rename onto a directory, even an empty one, and says EPERM for that as for a file that is in use. */
async function renameOnWindows(job: { readonly from: string; readonly to: string; readonly clock: Clock }): Promise<boolean> {
  const { from, to, clock } = job;
  const start = clock.monotonic();
  for (;;) {
    try {
      await rename(from, to);
      return true;
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === 'ENOTEMPTY' || errno === 'EEXIST') return false;
      if ((await readStat(to))?.kind === 'directory' && !(await removeEmptyDirectory(to))) return false;
      const isHeld = errno === 'EPERM' || errno === 'EBUSY' || errno === 'EACCES';
      if (!isHeld || clock.monotonic() - start > LIMITS.renameRetryMs) throw fsFailure(error, { operation: 'rename', path: to });
      await clock.sleep(LIMITS.renameRetryPauseMs);
    }
  }
}

async function removeEmptyDirectory(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOTEMPTY' || errno === 'EEXIST' || errno === 'ENOENT' || errno === 'ENOTDIR') return false;
    throw fsFailure(error, { operation: 'rmdir', path });
  }
}

/**
 * Root of a container whose user namespace has no such right over the disk is told too much by what is reserved; then the disk itself
 * says that it is full. To refuse where there is room would be worse.
 */
async function freeSpace(
  path: string,
  isRoot: boolean,
): Promise<{ readonly bytes: number; readonly inodes?: number } | undefined> {
  for (let at = path; ; at = dirname(at)) {
    try {
      const { bavail, bfree, bsize, files, ffree } = await statfs(at);
      // btrfs, and Windows, count no inodes: they say 0 of 0.
      return { bytes: (isRoot ? bfree : bavail) * bsize, ...(files > 0 ? { inodes: ffree } : {}) };
    } catch (error) {
      const isMissing = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR';
      if (!isMissing || dirname(at) === at) return undefined;
    }
  }
}
