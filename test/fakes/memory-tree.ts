import { failure } from '../../src/domain/failure.ts';
import type { TreeWriter } from '../../src/ports/machine.ts';

export interface MemoryFile {
  readonly mode: number;
  readonly content: Buffer;
  readonly mtimeSeconds: number | undefined;
}

export interface MemoryTree {
  readonly writer: TreeWriter;
  readonly files: Map<string, MemoryFile>;
  readonly directories: Set<string>;
  /** Files that were created and not closed. */
  readonly openCount: () => number;
}

/** A TreeWriter in memory. It is as strict as a disk: parents must exist, nothing is created twice. `failAfter` writes, the disk is full. */
export function createMemoryTree(options: { readonly root: string; readonly failAfter?: number }): MemoryTree {
  const files = new Map<string, MemoryFile>();
  const directories = new Set([options.root]);
  const open = new Map<number, { readonly path: string; readonly mode: number; readonly parts: Buffer[] }>();
  let writes = 0;
  let lastHandle = 0;
  const parent = (path: string) => path.slice(0, path.lastIndexOf('/'));
  const problem = (path: string) => failure('FS.IO', { subject: path });
  const writer: TreeWriter = {
    makeDirectory(path) {
      if (directories.has(path) || files.has(path) || !directories.has(parent(path))) throw problem(path);
      directories.add(path);
    },
    createFile(path, mode) {
      if (directories.has(path) || files.has(path) || !directories.has(parent(path))) throw problem(path);
      lastHandle++;
      open.set(lastHandle, { path, mode, parts: [] });
      return lastHandle;
    },
    write(handle, data, from, to) {
      writes++;
      if (writes > (options.failAfter ?? Number.POSITIVE_INFINITY)) throw failure('FS.NO_SPACE', { subject: 'disk' });
      open.get(handle)?.parts.push(Buffer.from(data.subarray(from, to)));
    },
    closeFile(handle, mtimeSeconds) {
      const file = open.get(handle);
      if (file === undefined) throw problem(`handle ${handle}`);
      open.delete(handle);
      files.set(file.path, { mode: file.mode, content: Buffer.concat(file.parts), mtimeSeconds });
    },
    removeTree(path) {
      for (const name of [...files.keys()]) if (name === path || name.startsWith(`${path}/`)) files.delete(name);
      for (const name of [...directories]) if (name === path || name.startsWith(`${path}/`)) directories.delete(name);
    },
    readFile(path) {
      const file = files.get(path);
      if (file === undefined) throw problem(path);
      return file.content;
    },
    status(path) {
      const file = files.get(path);
      if (file === undefined && !directories.has(path)) return undefined;
      const mtimeMs = (file?.mtimeSeconds ?? 0) * 1_000;
      return { kind: file === undefined ? 'directory' : 'file', sizeBytes: file?.content.length ?? 0, mtimeMs, ctimeMs: 0 };
    },
    readDirectory(path) {
      const at = path.replace(/\/$/u, '');
      const below = (name: string) => parent(name) === at;
      return [
        ...[...files.keys()].filter(below).map(name => ({ name: name.slice(at.length + 1), kind: 'file' as const })),
        ...[...directories].filter(below).map(name => ({ name: name.slice(at.length + 1), kind: 'directory' as const })),
      ];
    },
  };
  return { writer, files, directories, openCount: () => open.size };
}
