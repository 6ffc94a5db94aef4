import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { FileStat, Files } from '../ports/machine.ts';
import type { Place } from './place.ts';
import { findEntry } from './tool-store.ts';

export interface DestinationOptions {
  readonly place: Place;
  readonly files: Files;
  readonly randomName: () => string;
}

/**
 * Looks whether a Go can be installed at the place before anything is downloaded: FS.NO_SPACE (bytes or inodes; only when no Go
 * fits for certain), FS.READ_ONLY, FS.PERMISSION, FS.IO, and INPUT.DESTINATION when something stands there that is no Go and so must not be
 * replaced. Empty when all is well. Leaves nothing behind but the directories above the place.
 */
export async function checkDestination(options: DestinationOptions): Promise<readonly Finding[]> {
  const { place, files } = options;
  try {
    const occupied = await whatStandsThere(place, files);
    if (occupied !== undefined) return [occupied];
    const full = await whatIsMissing(options);
    if (full.length > 0) return full;
    await files.makeDirectory(place.parent);
    const probe = join(place.parent, `${place.probePrefix}${options.randomName()}`);
    await files.write(probe, 'x', { exclusive: true });
    await files.remove(probe);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.findings;
    throw error;
  }
}

async function whatStandsThere(place: Place, files: Files): Promise<Finding | undefined> {
  const stat = await files.stat(place.root);
  if (stat === undefined) return undefined;
  const isPlain = stat.kind === 'directory' || stat.kind === 'symlink';
  const isEmpty = isPlain && (await files.list(place.root)).length === 0;
  const entry = isPlain ? await findEntry(place, files) : undefined;
  if (await isMountPoint(place, stat, files)) {
    const evidence = { 'stands there': 'a mount point: nothing can be renamed onto it, but a directory in it can be made' };
    return finding('INPUT.DESTINATION', { subject: place.root, evidence });
  }
  if (isEmpty || entry?.hasGo === true || entry?.isMarked === true || entry?.versionLine?.startsWith('go') === true)
    return undefined;
  return finding('INPUT.DESTINATION', {
    subject: place.root,
    evidence: { 'stands there': isPlain ? 'a directory without Go' : stat.kind },
  });
}

/** A directory on another file system than the one that it is in, once the links above it are resolved. */
async function isMountPoint({ parent }: Place, { kind, device }: FileStat, files: Files): Promise<boolean> {
  if (kind !== 'directory' || device === undefined) return false;
  const above = await files.stat((await files.realPath(parent)) ?? parent);
  return above?.device !== undefined && above.device !== device;
}

async function whatIsMissing({ place, files }: DestinationOptions): Promise<readonly Finding[]> {
  const free = await files.freeSpace(place.parent);
  if (free === undefined) return [];
  const needed = { bytes: LIMITS.freeSpaceBytes, inodes: LIMITS.freeInodes };
  const isShort = free.bytes < needed.bytes || (free.inodes ?? needed.inodes) < needed.inodes;
  const evidence = {
    'bytes needed at least': needed.bytes,
    'bytes free': free.bytes,
    'inodes needed at least': needed.inodes,
    'inodes free': free.inodes ?? 'not counted',
  };
  return isShort ? [finding('FS.NO_SPACE', { subject: place.parent, evidence })] : [];
}
