import type { Files } from '../../src/ports/machine.ts';
import type { MemoryFiles } from './memory-files.ts';

/** Files of a machine with drives and links, over memory files. */
export interface WindowsFiles extends MemoryFiles {
  /** Where each link leads, by its path. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * `C:\tools/go` is `/c/tools/go` in the memory below. A link is followed everywhere but at the end of a path that is looked at,
 * renamed or removed. `fileLinks: false`: this user may not make links to files, as without developer mode.
 */
export function createWindowsFiles(memory: MemoryFiles, options: { readonly fileLinks?: boolean } = {}): WindowsFiles {
  const links = new Map<string, string>();
  const plain = (path: string): string =>
    path.replace(/^([A-Za-z]):/u, (_, drive: string) => `/${drive.toLowerCase()}`).replaceAll('\\', '/');

  /** Through every link. */
  const real = (path: string): string => {
    const at = plain(path);
    for (const [link, target] of links) {
      if (at === link || at.startsWith(`${link}/`)) return real(`${target}${at.slice(link.length)}`);
    }
    return at;
  };
  /** Through links above the last name. */
  const own = (path: string): string => {
    const at = plain(path).replace(/(?<=.)\/$/u, '');
    const cut = at.lastIndexOf('/');
    return cut <= 0 ? at : `${real(at.slice(0, cut))}${at.slice(cut)}`;
  };
  const changed: Pick<Files, 'stat' | 'rename' | 'remove' | 'link'> = {
    async stat(path) {
      return links.has(own(path)) ? { kind: 'symlink', sizeBytes: 0, mtimeMs: 0, mode: 0o777 } : memory.stat(own(path));
    },
    async rename(from, to) {
      const target = links.get(own(from));
      if (target === undefined) return memory.rename(own(from), own(to));
      links.delete(own(from));
      links.set(own(to), target);
      return true;
    },
    async remove(path) {
      if (!links.delete(own(path))) await memory.remove(own(path));
    },
    async link({ target, path, kind }) {
      if (kind === 'file' && options.fileLinks === false) {
        await memory.read('/not/permitted', 0);
      }
      if (links.has(own(path)) || (await memory.stat(own(path))) !== undefined) return false;
      links.set(own(path), plain(target));
      return true;
    },
  };
  return {
    ...memory,
    ...changed,
    links,
    read: (path, maxBytes) => memory.read(real(path), maxBytes),
    readRange: (path, from, to) => memory.readRange(real(path), from, to),
    stream: path => memory.stream(real(path)),
    list: path => memory.list(real(path)),
    makeDirectory: path => memory.makeDirectory(real(path)),
    write: (path, data, how) => memory.write(real(path), data, how),
    append: (path, data) => memory.append(real(path), data),
    removeEmptyDirectory: async path => !links.has(own(path)) && memory.removeEmptyDirectory(own(path)),
    touch: path => memory.touch(real(path)),
    tree: {
      ...memory.tree,
      makeDirectory: path => memory.tree.makeDirectory(real(path)),
      createFile: (path, mode) => memory.tree.createFile(real(path), mode),
      removeTree: path => memory.tree.removeTree(own(path)),
      readFile: path => memory.tree.readFile(real(path)),
      readDirectory: path => memory.tree.readDirectory(real(path)),
    },
    paths: below => {
      const top = plain(below);
      const linked = [...links].flatMap(([link, target]) => (link.startsWith(`${top}/`) ? [link, ...memory.paths(target)] : []));
      return [...memory.paths(top), ...linked].map(path => (path.startsWith(top) ? `${below}${path.slice(top.length)}` : path));
    },
    put: (path, content, mode) => memory.put(real(path), content, mode),
    content: path => memory.content(real(path)),
    isDirectory: path => memory.isDirectory(real(path)),
  };
}
