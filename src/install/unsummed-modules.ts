import { join } from 'node:path';
import type { Files } from '../ports/machine.ts';
import { readableEntries } from './readable-directory.ts';

/** In any case of letters: a file system may know only one. */
const OWNER = /^golang\.org$/iu;
const NAMES = /^(?:toolchain|fips140)(?:@|$)/iu;

/**
 * Removes from a module cache what Go runs (`golang.org/toolchain`, for GOTOOLCHAIN=auto) or compiles in (`golang.org/fips140`, for
 * GOFIPS140) though no go.sum can name it, unpacked and downloaded: cmd/go compares neither once it stands there, and brings both again
 * from where they are compared (cmd/go/internal/modfetch, Download and unzip: a directory that is there is used). Gives the names below
 * the cache. Throws FS.*.
 */
export async function removeUnsummed(files: Files, root: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const place of ['', 'cache/download/']) {
    for (const owner of namesIn(files, join(root, place)).filter(name => OWNER.test(name))) {
      for (const name of namesIn(files, join(root, place, owner)).filter(each => NAMES.test(each))) {
        await files.remove(join(root, place, owner, name));
        removed.push(`${place}${owner}/${name}`);
      }
    }
  }
  return removed;
}

function namesIn(files: Files, directory: string): readonly string[] {
  return readableEntries(files, directory).map(({ name }) => name);
}
