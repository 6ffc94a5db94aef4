import { join } from 'node:path';
import { LIMITS } from '../domain/limits.ts';
import type { Platform } from '../domain/platform.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { isAcrossFileSystems } from '../policy/fs-errors.ts';
import type { Files, ToolCache } from '../ports/machine.ts';
import { type Place, toolCachePlace } from './place.ts';
import { removeOwned, type Stage } from './staging.ts';

/** A Go that stands at its place. Nothing of it is proved: hash it before it is used. */
export interface StoredEntry {
  readonly root: string;
  /** Whether the marker of the tool cache is there. */
  readonly isMarked: boolean;
  /** Whether the go program is there: a marked entry without it is what a killed copy leaves. */
  readonly hasGo: boolean;
  /** First line of VERSION, such as `go1.26.8`; undefined without one. */
  readonly versionLine: string | undefined;
  /** Undefined when there is none. */
  readonly receipt: Buffer | undefined;
}

/** What stands at the place; undefined when there is nothing, or nothing but an empty directory. Throws FS.*. */
export async function findEntry(place: Place, files: Files): Promise<StoredEntry | undefined> {
  const stat = await files.stat(place.root);
  // A link too: hosted Windows runners keep the tree on another drive and a junction here.
  if (stat === undefined || (stat.kind !== 'directory' && stat.kind !== 'symlink')) return undefined;
  const names = await files.list(place.root);
  if (names.length === 0) return undefined;
  const programs = await files.list(join(place.root, 'bin'));
  const version = names.includes('VERSION')
    ? await readSmall(join(place.root, 'VERSION'), LIMITS.goVersionBytes, files)
    : undefined;
  return {
    root: place.root,
    isMarked: (await files.stat(place.marker)) !== undefined,
    hasGo: programs.includes('go') || programs.includes('go.exe'),
    versionLine: version?.toString('utf8').split(/\r?\n/u, 1)[0],
    receipt: await readSmall(place.receipt, LIMITS.receiptBytes, files),
  };
}

/** GOROOT of every entry of the tool cache that is marked complete for the platform, newest first. None of them is proved. */
export function installedRoots(toolCache: ToolCache, platform: Pick<Platform, 'cacheArch'>): readonly string[] {
  return toolCache
    .versions('go', platform.cacheArch)
    .flatMap(name => parseGoVersion(name) ?? [])
    .sort((a, b) => compareVersions(b, a))
    .map(version => toolCachePlace({ toolCache: toolCache.directory, version, platform }).root);
}

/** Undefined when it is missing or larger than its kind can be. */
async function readSmall(path: string, maxBytes: number, files: Files): Promise<Buffer | undefined> {
  const stat = await files.stat(path);
  return stat?.kind === 'file' && stat.sizeBytes <= maxBytes ? files.read(path, maxBytes) : undefined;
}

/** Marks an entry whose tree was proved, and keeps what proved it. The marker comes last. Throws FS.*. */
export async function markComplete(place: Place, receipt: string | undefined, files: Files): Promise<void> {
  if (receipt !== undefined) await files.write(place.receipt, receipt);
  await files.write(place.marker, '');
}

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

/** A link whose directory is gone, as with the image of a runner, is no entry; but no directory can be renamed onto it. */
async function isDeadLink({ place, files }: Pick<PublishOptions, 'place' | 'files'>): Promise<boolean> {
  return (await files.stat(place.root))?.kind === 'symlink' && (await files.realPath(place.root)) === undefined;
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
