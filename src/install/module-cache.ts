import { join } from 'node:path';
import { unescapeModuleName } from '../domain/gosum.ts';
import type { ModulePart } from '../policy/cache-trim.ts';
import type { Files } from '../ports/machine.ts';
import { readableEntries } from './readable-directory.ts';

/**
 * Every removable part of a module cache (go.dev/ref/mod#module-cache): unpacked modules `path@version/`, and the files of
 * `cache/download/path/@v/`. Lists of versions, the tiles of the checksum database and version control data are no parts. Empty
 * when there is no such directory.
 */
export function listModuleParts(files: Pick<Files, 'tree'>, root: string): readonly ModulePart[] {
  const parts: ModulePart[] = [];
  visitDirectories(files, root, ({ path, below, name }) => {
    if (below === 'cache') return 'skip';
    if (!name.includes('@')) return 'enter';
    parts.push({ kind: 'tree', path, module: unescapeModuleName(below) });
    return 'skip';
  });
  visitDirectories(files, join(root, 'cache', 'download'), ({ path, below, name }) => {
    if (below === 'sumdb') return 'skip';
    if (name !== '@v') return 'enter';
    parts.push(...versionFiles(files, path, below.slice(0, -'/@v'.length)));
    return 'skip';
  });
  return parts;
}

/**
 * What of a module cache Go takes for whole when it is there: its parts, the repositories of modules that come straight from version
 * control, and what the checksum database has answered. Half of one makes go commands fail, and is not fetched again.
 */
export function listBelievedPaths(files: Pick<Files, 'tree'>, root: string): readonly string[] {
  const repositories = join(root, 'cache', 'vcs');
  return [
    ...listModuleParts(files, root).map(({ path }) => path),
    ...readableEntries(files, repositories).map(({ name }) => join(repositories, name)),
    ...listFiles(files, join(root, 'cache', 'download', 'sumdb')),
  ];
}

function listFiles(files: Pick<Files, 'tree'>, directory: string): readonly string[] {
  return readableEntries(files, directory).flatMap(({ name, kind }) => {
    const path = join(directory, name);
    return kind === 'directory' ? listFiles(files, path) : [path];
  });
}

interface Visited {
  readonly path: string;
  /** Relative to the root, with `/`. */
  readonly below: string;
  readonly name: string;
}

function visitDirectories(files: Pick<Files, 'tree'>, root: string, visit: (at: Visited) => 'enter' | 'skip'): void {
  const waiting = [{ path: root, below: '' }];
  for (const { path: directory, below: prefix } of waiting) {
    for (const { name, kind } of readableEntries(files, directory)) {
      const at = { path: join(directory, name), below: prefix === '' ? name : `${prefix}/${name}`, name };
      if (kind === 'directory' && visit(at) === 'enter') waiting.push(at);
    }
  }
}

function versionFiles(files: Pick<Files, 'tree'>, directory: string, modulePath: string): readonly ModulePart[] {
  return readableEntries(files, directory).flatMap(({ name, kind }) => {
    const match = /^(v.+)\.(info|mod|zip|ziphash|lock|partial)$/u.exec(name);
    if (kind !== 'file' || match === null) return [];
    const module = unescapeModuleName(`${modulePath}@${match[1]}`);
    const isOfMod = match[2] === 'info' || match[2] === 'mod';
    return [{ kind: isOfMod ? 'mod' : 'zip', module, path: join(directory, name) } as const];
  });
}
