import { basename, dirname, resolve } from 'node:path';
import type { FileStat, FileStatus } from '../../src/ports/machine.ts';

export interface MemoryFile {
  readonly kind: 'file';
  readonly mode: number;
  parts: Buffer[];
  sizeBytes: number;
  mtimeMs: number;
  /** Grows with every change, as the kernel's change time does; no test can set it back. */
  ctimeMs: number;
}

interface MemoryDirectory {
  readonly kind: 'directory';
  readonly entries: Map<string, MemoryFile | MemoryDirectory>;
  mtimeMs: number;
  ctimeMs: number;
}

/** A tree of files and directories. Throws what node:fs would throw: errors with the name of the errno. */
export interface MemoryDisk {
  stat(path: string): FileStat | undefined;
  status(path: string): FileStatus | undefined;
  read(path: string): Buffer;
  /** Sorted names; undefined when there is no such directory. */
  list(path: string): readonly string[] | undefined;
  makeDirectory(path: string): void;
  makeDirectories(path: string): void;
  /** Replaces the content, or makes the file. */
  write(path: string, data: Buffer): void;
  /** Makes a file that is not there. */
  create(path: string, mode: number): MemoryFile;
  append(file: MemoryFile, data: Buffer): void;
  /** False when a directory that is not empty is in the way. */
  rename(from: string, to: string): boolean;
  remove(path: string): void;
  touch(path: string): void;
}

export function errnoError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

export function createMemoryDisk(options: {
  readonly now: () => number;
  readonly capacityBytes?: number | undefined;
}): MemoryDisk {
  const { now, capacityBytes = Number.POSITIVE_INFINITY } = options;
  const root: MemoryDirectory = { kind: 'directory', entries: new Map(), mtimeMs: now(), ctimeMs: 0 };
  let usedBytes = 0;
  let changeCount = 0;
  const changed = (node: MemoryFile | MemoryDirectory): void => {
    changeCount += 1;
    node.mtimeMs = now();
    node.ctimeMs = changeCount;
  };

  const find = (path: string): MemoryFile | MemoryDirectory | undefined => {
    let at: MemoryFile | MemoryDirectory | undefined = root;
    for (const name of resolve(path).split('/')) {
      if (name === '') continue;
      if (at?.kind !== 'directory') return undefined;
      at = at.entries.get(name);
    }
    return at;
  };
  /** The directory that holds the path. A file in its place is ENOTDIR. */
  const parentOf = (path: string): MemoryDirectory => {
    const node = find(dirname(resolve(path)));
    if (node === undefined) throw errnoError('ENOENT');
    if (node.kind === 'file') throw errnoError('ENOTDIR');
    return node;
  };
  const isBelowFile = (path: string): boolean => {
    for (let at = dirname(resolve(path)); at !== '/'; at = dirname(at)) if (find(at)?.kind === 'file') return true;
    return false;
  };
  const take = (sizeBytes: number): void => {
    if (usedBytes + sizeBytes > capacityBytes) throw errnoError('ENOSPC');
    usedBytes += sizeBytes;
  };
  const free = (node: MemoryFile | MemoryDirectory): void => {
    if (node.kind === 'file') usedBytes -= node.sizeBytes;
    else for (const child of node.entries.values()) free(child);
  };
  const fileAt = (path: string): MemoryFile => {
    const node = find(path);
    if (node === undefined) throw errnoError(isBelowFile(path) ? 'ENOTDIR' : 'ENOENT');
    if (node.kind === 'directory') throw errnoError('EISDIR');
    return node;
  };
  const create = (path: string, mode: number): MemoryFile => {
    if (isBelowFile(path)) throw errnoError('ENOTDIR');
    const parent = parentOf(path);
    const name = basename(resolve(path));
    if (parent.entries.has(name)) throw errnoError('EEXIST');
    const file: MemoryFile = { kind: 'file', mode, parts: [], sizeBytes: 0, mtimeMs: now(), ctimeMs: 0 };
    parent.entries.set(name, file);
    changed(file);
    changed(parent);
    return file;
  };
  const append = (file: MemoryFile, data: Buffer): void => {
    take(data.length);
    file.parts.push(data);
    file.sizeBytes += data.length;
    changed(file);
  };
  const makeDirectory = (path: string): void => {
    if (isBelowFile(path)) throw errnoError('ENOTDIR');
    const parent = parentOf(path);
    const name = basename(resolve(path));
    if (parent.entries.has(name)) throw errnoError('EEXIST');
    const directory: MemoryDirectory = { kind: 'directory', entries: new Map(), mtimeMs: now(), ctimeMs: 0 };
    parent.entries.set(name, directory);
    changed(directory);
    changed(parent);
  };
  const remove = (path: string): void => {
    const node = find(path);
    if (node === undefined || node === root) return;
    free(node);
    const parent = parentOf(path);
    parent.entries.delete(basename(resolve(path)));
    changed(parent);
  };

  return {
    makeDirectory,
    create,
    append,
    remove,
    stat(path) {
      const node = find(path);
      if (node === undefined) return undefined;
      const { kind, mtimeMs } = node;
      return node.kind === 'file'
        ? { kind, mtimeMs, sizeBytes: node.sizeBytes, mode: node.mode }
        : { kind, mtimeMs, sizeBytes: 0, mode: 0o755 };
    },
    status(path) {
      const node = find(path);
      if (node === undefined) return undefined;
      const { kind, mtimeMs, ctimeMs } = node;
      return { kind, mtimeMs, ctimeMs, sizeBytes: node.kind === 'file' ? node.sizeBytes : 0 };
    },
    read(path) {
      const file = fileAt(path);
      if (file.parts.length !== 1) file.parts = [Buffer.concat(file.parts)];
      return file.parts[0] ?? Buffer.alloc(0);
    },
    list(path) {
      const node = find(path);
      return node?.kind === 'directory' ? [...node.entries.keys()].sort() : undefined;
    },
    makeDirectories(path) {
      const full = resolve(path);
      const node = find(full);
      if (node?.kind === 'file') throw errnoError('EEXIST');
      if (isBelowFile(full)) throw errnoError('ENOTDIR');
      const missing: string[] = [];
      for (let at = full; find(at) === undefined; at = dirname(at)) missing.unshift(at);
      for (const each of missing) makeDirectory(each);
    },
    write(path, data) {
      const file = find(path) === undefined ? create(path, 0o644) : fileAt(path);
      // As open(2) with O_TRUNC: when the disk is full, an empty file is what remains.
      usedBytes -= file.sizeBytes;
      file.parts = [];
      file.sizeBytes = 0;
      append(file, data);
    },
    rename(from, to) {
      const node = find(from);
      if (node === undefined) throw errnoError('ENOENT');
      const target = find(to);
      const parent = parentOf(to);
      if (target?.kind === 'directory' && node.kind === 'file') throw errnoError('EISDIR');
      if (target?.kind === 'file' && node.kind === 'directory') throw errnoError('ENOTDIR');
      if (target?.kind === 'directory' && target !== node && target.entries.size > 0) return false;
      if (target?.kind === 'file' && target !== node) free(target);
      const old = parentOf(from);
      old.entries.delete(basename(resolve(from)));
      parent.entries.set(basename(resolve(to)), node);
      changed(old);
      changed(parent);
      return true;
    },
    touch(path) {
      const node = find(path);
      if (node === undefined) throw errnoError(isBelowFile(path) ? 'ENOTDIR' : 'ENOENT');
      changed(node);
    },
  };
}
