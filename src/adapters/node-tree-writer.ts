import {
  chmodSync,
  closeSync,
  type Dirent,
  fchmodSync,
  fstatSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { fsFailure } from '../policy/fs-errors.ts';
import type { FileStat, FileStatus, TreeWriter } from '../ports/machine.ts';

const DIRECTORY_MODE = 0o755;

/**
 * The synchronous half of the Files port. The umask (or a default ACL) may take bits from a mode, so the first directory of a tree and
 * the first file of each mode in it are looked at, and chmod is only called where it is needed: all of a new tree fares alike, as a
 * default ACL is handed down (acl(5)). To look at each directory costs 15 ms for a Go tree, a chmod for each of its 15,000 files 60.
 */
export function createTreeWriter({ isWindows }: { readonly isWindows: boolean }): TreeWriter {
  /** The directory that the last tree began with, and a separator. */
  let top: string | undefined;
  /** By mode, in that tree: whether what is created lacks bits. */
  const needsChmod = new Map<number, boolean>();
  let directoryNeedsChmod: boolean | undefined;
  /** For evidence: a handle tells nobody which file could not be written. */
  const pathOf = new Map<number, string>();

  const isInTree = (path: string): boolean => top !== undefined && path.startsWith(top);

  function setMode(path: string, handle: number, mode: number): void {
    let needed = isInTree(path) ? needsChmod.get(mode) : undefined;
    if (needed === undefined) {
      needed = (fstatSync(handle).mode & 0o777) !== mode;
      needsChmod.set(mode, needed);
    }
    if (needed) fchmodSync(handle, mode);
  }

  return {
    makeDirectory: path =>
      guard('mkdir', path, () => {
        mkdirSync(path, DIRECTORY_MODE);
        if (isWindows) return;
        if (!isInTree(path)) {
          top = `${path}/`;
          needsChmod.clear();
          directoryNeedsChmod = undefined;
        }
        directoryNeedsChmod ??= (lstatSync(path).mode & 0o777) !== DIRECTORY_MODE;
        if (directoryNeedsChmod) chmodSync(path, DIRECTORY_MODE);
      }),
    createFile: (path, mode) =>
      guard('create', path, () => {
        const handle = openSync(path, 'wx', mode);
        pathOf.set(handle, path);
        if (!isWindows) setMode(path, handle, mode);
        return handle;
      }),
    write: (handle, data, from, to) => guard('write', pathOf.get(handle) ?? '', () => writeAll({ handle, data, from, to })),
    closeFile: (handle, mtimeSeconds) =>
      guard('close', pathOf.get(handle) ?? '', () => {
        pathOf.delete(handle);
        closeFile(handle, mtimeSeconds);
      }),
    removeTree: path => guard('remove', path, () => rmSync(path, { recursive: true, force: true, maxRetries: 5 })),
    readFile: path => guard('read', path, () => readFileSync(path)),
    status: readStatus,
    readDirectory: path =>
      guard('readdir', path, () =>
        readdirSync(path, { withFileTypes: true }).map(entry => ({ name: entry.name, kind: kindOf(entry) })),
      ),
  };
}

/** Called for hundreds of paths of a warm run: no function is made for each. */
function readStatus(path: string): FileStatus | undefined {
  try {
    const stat = lstatSync(path, MAY_BE_ABSENT);
    return stat && { kind: kindOf(stat), sizeBytes: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs };
  } catch (error) {
    throw fsFailure(error, { operation: 'stat', path });
  }
}

const MAY_BE_ABSENT = { throwIfNoEntry: false } as const;

/** What a directory entry or a stat is. */
export function kindOf(entry: Stats | Dirent): FileStat['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

function guard<T>(operation: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fsFailure(error, { operation, path });
  }
}

/** write(2) may take fewer bytes than it was given; a full disk then shows at the next call. */
function writeAll(job: { readonly handle: number; readonly data: Uint8Array; readonly from: number; readonly to: number }): void {
  let at = job.from;
  while (at < job.to) at += writeSync(job.handle, job.data, at, job.to - at);
}

function closeFile(handle: number, mtimeSeconds: number | undefined): void {
  try {
    if (mtimeSeconds !== undefined) futimesSync(handle, mtimeSeconds, mtimeSeconds);
  } finally {
    // Also reports what a network file system could not write.
    closeSync(handle);
  }
}
