import type { Files, TreeWriter } from '../../src/ports/machine.ts';

/** What a killed process does: nothing, from this operation on. */
export class Killed extends Error {}

/**
 * Files of a process that is killed at operation number `at` (0: the first). With `halfDone`, that operation still
 * happens, but nobody hears of it. Reading counts too: a kill may come at any moment.
 */
export function killedAt(
  files: Files,
  options: { readonly at: number; readonly halfDone: boolean },
): { readonly files: Files; count(): number } {
  let count = 0;
  const step = <T>(work: () => T): T => {
    const mine = count++;
    if (mine < options.at) return work();
    if (mine === options.at && options.halfDone) {
      const late = work();
      if (late instanceof Promise) {
        return late.then(
          () => Promise.reject(new Killed()),
          () => Promise.reject(new Killed()),
        ) as T;
      }
    }
    throw new Killed();
  };
  const tree: TreeWriter = {
    makeDirectory: path => step(() => files.tree.makeDirectory(path)),
    createFile: (path, mode) => step(() => files.tree.createFile(path, mode)),
    write: (handle, data, from, to) => step(() => files.tree.write(handle, data, from, to)),
    closeFile: (handle, mtime) => step(() => files.tree.closeFile(handle, mtime)),
    removeTree: path => step(() => files.tree.removeTree(path)),
    readFile: path => step(() => files.tree.readFile(path)),
    status: path => step(() => files.tree.status(path)),
    readDirectory: path => step(() => files.tree.readDirectory(path)),
  };
  const killed: Files = {
    stat: async path => step(() => files.stat(path)),
    realPath: async path => step(() => files.realPath(path)),
    read: async (path, maxBytes) => step(() => files.read(path, maxBytes)),
    readRange: async (path, from, to) => step(() => files.readRange(path, from, to)),
    stream: path => step(() => files.stream(path)),
    list: async path => step(() => files.list(path)),
    makeDirectory: async path => step(() => files.makeDirectory(path)),
    write: async (path, data, writeOptions) => step(() => files.write(path, data, writeOptions)),
    append: async (path, data) => step(() => files.append(path, data)),
    rename: async (from, to) => step(() => files.rename(from, to)),
    remove: async path => step(() => files.remove(path)),
    removeEmptyDirectory: async path => step(() => files.removeEmptyDirectory(path)),
    touch: async path => step(() => files.touch(path)),
    freeSpace: async path => step(() => files.freeSpace(path)),
    tree,
  };
  return { files: killed, count: () => count };
}
