import { dirname, join, resolve } from 'node:path';
import { failure } from '../../src/domain/failure.ts';
import { fsFailure } from '../../src/policy/fs-errors.ts';
import type { FileStat, Files } from '../../src/ports/machine.ts';
import type { FakeClock } from './fake-clock.ts';
import { createMemoryDisk, errnoError, type MemoryDisk, type MemoryFile } from './memory-disk.ts';

export interface MemoryFilesOptions {
  readonly clock: FakeClock;
  /** What all files together may take; a write beyond it is ENOSPC, as with a quota that statfs does not tell. */
  readonly capacityBytes?: number;
  /** What freeSpace says. Default: plenty. */
  readonly free?: { readonly bytes: number; readonly inodes?: number };
  /** Asked before every operation; an errno name makes it fail. */
  readonly fault?: (operation: FileOperation, path: string) => string | undefined;
}

export type FileOperation = 'stat' | 'read' | 'list' | 'mkdir' | 'write' | 'rename' | 'remove' | 'touch';

/** Files in memory, with a look behind the scenes for tests. */
export interface MemoryFiles extends Files {
  /** Every path that exists below this one, sorted; directories end in a slash. */
  paths(below: string): readonly string[];
  /** Makes a file with its parents, without asking `fault`. */
  put(path: string, content: string | Uint8Array, mode?: number): void;
  /** Content of a file, or undefined. */
  content(path: string): Buffer | undefined;
  isDirectory(path: string): boolean;
  /** Handles that were made and not closed. */
  openCount(): number;
}

const STREAM_CHUNK_BYTES = 64 * 1024;
const PLENTY_BYTES = 10 * 1024 ** 3;

/** The Files port in memory, as strict as a disk: what adapters/node-files.ts refuses is refused here with the same code. */
export function createMemoryFiles(options: MemoryFilesOptions): MemoryFiles {
  const disk = createMemoryDisk({ now: () => options.clock.now(), capacityBytes: options.capacityBytes });
  const guard = <T>(operation: FileOperation, path: string, work: () => T): T => {
    try {
      const errno = options.fault?.(operation, path);
      if (errno !== undefined) throw errnoError(errno);
      return work();
    } catch (error) {
      throw fsFailure(error, { operation, path });
    }
  };
  const handles = new Map<number, { readonly path: string; readonly file: MemoryFile }>();
  let lastHandle = 0;
  const noteArchive = (data: Buffer): void => {
    const isArchive = (data[0] === 0x1f && data[1] === 0x8b) || (data[0] === 0x50 && data[1] === 0x4b);
    if (isArchive) options.clock.noteThreadWork(files);
  };

  const files: MemoryFiles = {
    ...inspection(disk),
    openCount: () => handles.size,
    stat: async path => guard('stat', path, () => disk.stat(path)),
    realPath: async path => guard('stat', path, () => (disk.stat(path) === undefined ? undefined : resolve(path))),
    read: async (path, maxBytes) =>
      guard('read', path, () => {
        const data = disk.read(path);
        if (data.length > maxBytes) throw failure('FS.IO', { subject: path });
        return Buffer.from(data);
      }),
    readRange: async (path, from, to) =>
      guard('read', path, () => {
        const data = disk.read(path);
        noteArchive(data);
        if (to > data.length) throw failure('FS.IO', { subject: path });
        return Buffer.from(data.subarray(from, Math.max(from, to)));
      }),
    async *stream(path) {
      const data = guard('read', path, () => disk.read(path));
      for (let at = 0; at < data.length; at += STREAM_CHUNK_BYTES) {
        noteArchive(data);
        yield Buffer.from(data.subarray(at, at + STREAM_CHUNK_BYTES));
      }
      noteArchive(data);
    },
    list: async path => guard('list', path, () => disk.list(path) ?? []),
    makeDirectory: async path => guard('mkdir', path, () => disk.makeDirectories(path)),
    write: async (path, data, writeOptions) =>
      guard('write', path, () => {
        if (writeOptions?.exclusive === true && disk.stat(path) !== undefined) return false;
        try {
          disk.write(path, Buffer.from(data));
        } catch (error) {
          if (writeOptions?.exclusive === true) disk.remove(path);
          throw error;
        }
        return true;
      }),
    append: async (path, data) =>
      guard('write', path, () => {
        const before = disk.stat(path) === undefined ? Buffer.alloc(0) : disk.read(path);
        disk.write(path, Buffer.concat([before, Buffer.from(data)]));
      }),
    rename: async (from, to) => guard('rename', to, () => disk.rename(from, to)),
    remove: async path => guard('remove', path, () => disk.remove(path)),
    removeEmptyDirectory: async path =>
      guard('remove', path, () => {
        if (disk.stat(path)?.kind !== 'directory' || (disk.list(path) ?? []).length > 0) return false;
        disk.remove(path);
        return true;
      }),
    touch: async path => guard('touch', path, () => disk.touch(path)),
    freeSpace: async () => options.free ?? { bytes: PLENTY_BYTES },
    tree: {
      makeDirectory: path => guard('mkdir', path, () => disk.makeDirectory(path)),
      createFile: (path, mode) =>
        guard('write', path, () => {
          lastHandle += 1;
          handles.set(lastHandle, { path, file: disk.create(path, mode) });
          return lastHandle;
        }),
      write(handle, data, from, to) {
        const open = handles.get(handle);
        guard('write', open?.path ?? `handle ${handle}`, () => {
          if (open === undefined) throw errnoError('EBADF');
          disk.append(open.file, Buffer.from(data.subarray(from, to)));
        });
      },
      closeFile(handle, mtimeSeconds) {
        const open = handles.get(handle);
        guard('stat', open?.path ?? `handle ${handle}`, () => {
          if (open === undefined) throw errnoError('EBADF');
          handles.delete(handle);
          if (mtimeSeconds !== undefined) open.file.mtimeMs = mtimeSeconds * 1_000;
        });
      },
      removeTree: path => guard('remove', path, () => disk.remove(path)),
      readFile: path => guard('read', path, () => Buffer.from(disk.read(path))),
      status: path => guard('stat', path, () => disk.status(path)),
      readDirectory: path =>
        guard('list', path, () => {
          const names = disk.list(path);
          if (names === undefined) throw errnoError(disk.stat(path) === undefined ? 'ENOENT' : 'ENOTDIR');
          return names.map(name => ({ name, kind: disk.stat(join(path, name))?.kind ?? ('other' as FileStat['kind']) }));
        }),
    },
  };
  return files;
}

function inspection(disk: MemoryDisk): Pick<MemoryFiles, 'paths' | 'put' | 'content' | 'isDirectory'> {
  const walk = (directory: string): readonly string[] =>
    (disk.list(directory) ?? []).flatMap(name => {
      const path = join(directory, name);
      return disk.stat(path)?.kind === 'directory' ? [`${path}/`, ...walk(path)] : [path];
    });
  return {
    paths: below => [...walk(resolve(below))].sort(),
    put(path, content, mode = 0o644) {
      disk.makeDirectories(dirname(path));
      disk.remove(path);
      const file = disk.create(path, mode);
      disk.append(file, Buffer.from(content));
    },
    isDirectory: path => disk.stat(path)?.kind === 'directory',
    content: path => (disk.stat(path)?.kind === 'file' ? disk.read(path) : undefined),
  };
}
