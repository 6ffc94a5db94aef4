import { basename, dirname, join } from 'node:path';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Machine } from '../ports/machine.ts';

/** An entry that is out of the way, and may come back. */
export interface SetAside {
  /** Puts it back as it was; where something stands at its place meanwhile, that stays, and this goes. Throws FS.*. */
  undo(): Promise<void>;
  /** Removes it for good. Throws FS.*. */
  remove(): Promise<void>;
}

const PREFIX = 'aside-';

/**
 * Moves paths into a new directory below `directory`, one rename each, in their order; what does not exist is passed by. Not beside the
 * entry: there an installation sweeps. What a killed run left is removed after a day. Throws FS.*, and then everything is where it was.
 */
export async function setAside(
  entry: { readonly paths: readonly string[]; readonly directory: string },
  machine: Pick<Machine, 'files' | 'randomName' | 'clock'>,
): Promise<SetAside> {
  const { files } = machine;
  const aside = join(entry.directory, `${PREFIX}${machine.randomName()}`);
  const moved: string[] = [];
  // Entries of several places may have one name.
  const placeOf = (path: string): string => join(aside, `${entry.paths.indexOf(path)}-${basename(path)}`);
  const remove = async (): Promise<void> => {
    await files.remove(aside);
    await files.removeEmptyDirectory(entry.directory);
  };
  const undo = async (): Promise<void> => {
    // The content before the claims about it.
    for (const path of moved.splice(0).reverse()) {
      await files.makeDirectory(dirname(path));
      await files.rename(placeOf(path), path);
    }
    await remove();
  };
  await sweep(entry.directory, machine);
  await files.makeDirectory(aside);
  try {
    for (const path of entry.paths) {
      if ((await files.stat(path)) === undefined) continue;
      if (!(await files.rename(path, placeOf(path)))) throw failure('FS.IO', { subject: path });
      moved.push(path);
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return { undo, remove };
}

async function sweep(directory: string, { files, clock }: Pick<Machine, 'files' | 'clock'>): Promise<void> {
  for (const name of await files.list(directory)) {
    const path = join(directory, name);
    const stat = name.startsWith(PREFIX) ? await files.stat(path) : undefined;
    if (stat !== undefined && clock.now() - stat.mtimeMs > LIMITS.stagingMaxAgeMs) await files.remove(path);
  }
}
