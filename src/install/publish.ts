import { join } from 'node:path';
import { isAcrossFileSystems } from '../policy/fs-errors.ts';
import type { Files } from '../ports/machine.ts';
import type { Place } from './place.ts';
import { removeOwned, type Stage } from './staging.ts';
import { markComplete } from './tool-store.ts';

export interface PublishOptions {
  readonly place: Place;
  readonly stage: Stage;
  readonly files: Files;
  readonly randomName: () => string;
  /** Text of the receipt; undefined: none is kept. */
  readonly receipt: string | undefined;
  /** Whether a tree that stands there may be discarded, because it was found damaged. */
  readonly replace: boolean;
}

/**
 * Puts a proved tree at its place by one rename. A kill at any moment leaves there either nothing or a whole tree, and
 * the marker only beside a whole one. `published: false` when another tree stands there, which somebody else published
 * meanwhile: prove that one. The stage is removed in any case but a failure. Throws FS.*.
 */
export async function publish(options: PublishOptions): Promise<{ readonly published: boolean }> {
  const { place, stage, files } = options;
  const trash = options.replace || (await isDeadLink(options)) ? await discard(options) : undefined;
  const published = await files.rename(stage.root, place.root);
  if (published) await markComplete(place, options.receipt, files);
  await removeOwned(stage.directory, files);
  if (trash !== undefined) await files.remove(trash);
  return { published };
}

/** A link whose directory is gone, as with the image of a runner, or empty, is no entry; but no directory can be renamed onto it. */
async function isDeadLink({ place, files }: Pick<PublishOptions, 'place' | 'files'>): Promise<boolean> {
  return (await files.stat(place.root))?.kind === 'symlink' && (await files.list(place.root)).length === 0;
}

/**
 * Moves what stands at the place aside; first the claims about it go. Gives the path to be removed. What came with a container image
 * cannot be moved: that is removed where it stands.
 */
async function discard({
  place,
  files,
  randomName,
}: Pick<PublishOptions, 'place' | 'files' | 'randomName'>): Promise<string | undefined> {
  await files.remove(place.marker);
  await files.remove(place.receipt);
  await files.remove(place.seal);
  if ((await files.stat(place.root)) === undefined) return undefined;
  const trash = join(place.parent, `${place.trashPrefix}${randomName()}`);
  try {
    await files.rename(place.root, trash);
    return trash;
  } catch (error) {
    if (!isAcrossFileSystems(error)) throw error;
    await removeWhereItStands(place.root, files);
    return undefined;
  }
}

/** What tells a Go from other directories goes last: what a kill leaves may then be replaced. Throws FS.*. */
async function removeWhereItStands(root: string, files: Files): Promise<void> {
  for (const name of await files.list(root)) if (name !== 'VERSION' && name !== 'bin') await files.remove(join(root, name));
  await files.remove(join(root, 'bin'));
  await files.remove(root);
}

/** Removes an entry with everything beside it, and the directories above it that are empty then. Throws FS.*. */
export async function removeEntry(options: Pick<PublishOptions, 'place' | 'files' | 'randomName'>): Promise<void> {
  const trash = await discard(options);
  if (trash !== undefined) await options.files.remove(trash);
  await removeEmptyParents(options);
}

/** Removes the directories that were made for an entry, as far as nothing is in them. Throws FS.*. */
export async function removeEmptyParents({ place, files }: Pick<PublishOptions, 'place' | 'files'>): Promise<void> {
  for (const parent of place.ownParents) if (!(await files.removeEmptyDirectory(parent))) return;
}
