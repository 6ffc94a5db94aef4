import { join } from 'node:path';
import { parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Clock, Files, ProcessIdentity } from '../ports/machine.ts';
import type { Place } from './place.ts';

/** A directory beside the target in which a tree is made. Nothing in it is ever executed. */
export interface Stage {
  readonly directory: string;
  /** Empty, and becomes GOROOT when it is published. */
  readonly root: string;
  /** For an archive that must be read more than once. */
  readonly spoolPath: string;
}

export interface StagingTools {
  readonly files: Files;
  readonly process: ProcessIdentity;
}

const OWNER_FILE = 'owner.json';
const OWNER_BYTES = 4_096;

/** Makes a stage. It says whose it is, so that a later run can tell whether anybody still works in it. Throws FS.*. */
export async function createStage(place: Place, tools: StagingTools & { randomName(): string }): Promise<Stage> {
  const directory = await createOwned(place, tools);
  const root = join(directory, 'go');
  try {
    tools.files.tree.makeDirectory(root);
  } catch (error) {
    await removeOwned(directory, tools.files);
    throw error;
  }
  return { directory, root, spoolPath: join(directory, 'archive') };
}

/** Makes a directory beside the target that sweepStaging removes when this run is killed. Gives its path. Throws FS.*. */
export async function createOwned(place: Place, tools: StagingTools & { randomName(): string }): Promise<string> {
  const { files, process } = tools;
  await files.makeDirectory(place.parent);
  const directory = join(place.parent, `${place.stagePrefix}${tools.randomName()}`);
  await files.makeDirectory(directory);
  try {
    await files.write(join(directory, OWNER_FILE), ownerText(process));
  } catch (error) {
    await files.remove(directory);
    throw error;
  }
  return directory;
}

/**
 * Removes a stage, or a part. The file that names its owner goes last, so that a later run can still tell that nobody works there
 * when a kill comes in between. Throws FS.*.
 */
export async function removeOwned(directory: string, files: Pick<Files, 'list' | 'remove'>): Promise<void> {
  for (const name of await files.list(directory)) if (name !== OWNER_FILE) await files.remove(join(directory, name));
  await files.remove(directory);
}

/**
 * Makes an abandoned directory ours, in one step: a kill leaves it with one owner or the other, and then both are dead. Throws
 * FS.*.
 */
export async function takeOwnership(directory: string, { files, process }: StagingTools): Promise<void> {
  const fresh = join(directory, `${OWNER_FILE}.new`);
  await files.write(fresh, ownerText(process));
  await files.rename(fresh, join(directory, OWNER_FILE));
}

function ownerText({ pid, hostname, run }: ProcessIdentity): string {
  return JSON.stringify({ pid, hostname, run });
}

/**
 * Removes what killed runs left beside the target: stages whose owner does not run any more, or that are older than a
 * day; trees that were moved aside; and small files of a moment. Gives the names. To be called by the holder of the lock. Throws FS.*.
 */
export async function sweepStaging(
  place: Place,
  tools: StagingTools & { readonly clock: Pick<Clock, 'now'> },
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await tools.files.list(place.parent)) {
    const path = join(place.parent, name);
    const isLeft =
      name.startsWith(place.trashPrefix) ||
      name.startsWith(place.probePrefix) ||
      (name.startsWith(place.claimPrefix) && (await isOlder(path, LIMITS.lockStaleMs, tools))) ||
      (name.startsWith(place.stagePrefix) && (await isAbandoned(path, tools)));
    if (!isLeft) continue;
    await removeOwned(path, tools.files);
    removed.push(name);
  }
  return removed;
}

async function isOlder(
  path: string,
  ms: number,
  { files, clock }: { readonly files: Files; readonly clock: Pick<Clock, 'now'> },
): Promise<boolean> {
  const stat = await files.stat(path);
  return stat !== undefined && clock.now() - stat.mtimeMs > ms;
}

/**
 * Whether nobody works in a stage any more, for the holder of the lock: its owner does not run, it is older than a day, or a kill came
 * before it said whose it is, and so before anything was put into it. Throws FS.*.
 */
export async function isAbandoned(path: string, tools: StagingTools & { readonly clock: Pick<Clock, 'now'> }): Promise<boolean> {
  const { files, process, clock } = tools;
  const stat = await files.stat(path);
  if (stat?.kind !== 'directory') return false;
  if (clock.now() - stat.mtimeMs > LIMITS.stagingMaxAgeMs) return true;
  const owner = await readOwner(join(path, OWNER_FILE), files);
  if (owner === undefined) return (await files.list(path)).every(name => name === OWNER_FILE);
  // A pid means nothing on another machine, and other containers have other host names.
  if (owner.hostname !== process.hostname) return false;
  return owner.pid === process.pid ? owner.run !== process.run : !process.isAlive(owner.pid);
}

/** Whoever made a stage or a lock; `run` is missing in a lock, whose token tells more. */
interface Owner extends Pick<ProcessIdentity, 'pid' | 'hostname'> {
  readonly run: unknown;
}

async function readOwner(path: string, files: Files): Promise<Owner | undefined> {
  if ((await files.stat(path))?.kind !== 'file') return undefined;
  return parseOwner((await files.read(path, OWNER_BYTES)).toString('utf8'));
}

/** Reads `{pid, hostname}`, and `run`; undefined for anything else, such as a file that was cut by a kill. */
export function parseOwner(text: string): Owner | undefined {
  const { pid, hostname, run } = parseJsonObject(text) ?? {};
  return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof hostname === 'string'
    ? { pid, hostname, run }
    : undefined;
}
