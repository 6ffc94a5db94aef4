import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Clock, Files } from '../ports/machine.ts';
import type { Place } from './place.ts';
import { type PartOf, parseSidecar, SIDECAR_BYTES, sidecarText } from './spool-sidecar.ts';
import { createOwned, isAbandoned, removeOwned, type StagingTools, takeOwnership } from './staging.ts';

/**
 * The beginning of an archive on the disk: a sidecar that says of which, and one file for each run that went on with it, because the
 * Files port appends to nothing that stands there already.
 */
export interface HeldPart {
  readonly directory: string;
  readonly of: PartOf;
  /** In order and without a gap, from byte 0. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly path: string;
  readonly sizeBytes: number;
}

const SIDECAR = 'archive.json';
const PIECE_NAME = /^archive-(\d{1,12})\.part$/u;
/** For nobody but the user: an archive may come from a private source. */
const FILE_MODE = 0o600;

export function heldBytes({ pieces }: HeldPart): number {
  return pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** Makes a place for an archive beside the target; a later run sweeps it as it does a stage. Throws FS.*. */
export async function createPart(place: Place, of: PartOf, tools: StagingTools & { randomName(): string }): Promise<HeldPart> {
  const directory = await createOwned(place, tools);
  try {
    await tools.files.write(join(directory, SIDECAR), sidecarText(of));
  } catch (error) {
    await removeOwned(directory, tools.files);
    throw error;
  }
  return { directory, of, pieces: [] };
}

/** Opens the file that goes on behind what is held. Gives its handle. Throws FS.*. */
export function createPiece(held: HeldPart, files: Pick<Files, 'tree'>): { readonly path: string; readonly handle: number } {
  const path = join(held.directory, `archive-${heldBytes(held)}.part`);
  return { path, handle: files.tree.createFile(path, FILE_MODE) };
}

/**
 * Takes over the longest part of one of these files that a killed run left beside the target; undefined when there is none that is of
 * use. What is not taken stays for sweepStaging, which is to be called next. To be called by the holder of the lock. Throws what Files.list
 * of the target's directory throws.
 */
export async function takePart(
  place: Place,
  fileNames: readonly string[],
  tools: StagingTools & { readonly clock: Pick<Clock, 'now'> },
): Promise<HeldPart | undefined> {
  let best: HeldPart | undefined;
  for (const name of await tools.files.list(place.parent)) {
    if (!name.startsWith(place.stagePrefix)) continue;
    const found = await orNone(() => findPart(join(place.parent, name), fileNames, tools));
    if (found !== undefined && heldBytes(found) > (best === undefined ? 0 : heldBytes(best))) best = found;
  }
  return best === undefined ? undefined : orNone(() => adopt(best, tools));
}

/** A part that cannot be read is no reason to install nothing. */
async function orNone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

async function findPart(
  directory: string,
  fileNames: readonly string[],
  tools: StagingTools & { readonly clock: Pick<Clock, 'now'> },
): Promise<HeldPart | undefined> {
  const { files, clock } = tools;
  const names = await files.list(directory);
  if (!names.includes(SIDECAR) || !(await isAbandoned(directory, tools))) return undefined;
  const path = join(directory, SIDECAR);
  if ((await files.stat(path))?.kind !== 'file') return undefined;
  const of = parseSidecar((await files.read(path, SIDECAR_BYTES)).toString('utf8'));
  if (of === undefined || !fileNames.includes(of.fileName)) return undefined;
  const { pieces, changedAtMs } = await findPieces(directory, names, files);
  const held = { directory, of, pieces };
  const isOld = clock.now() - changedAtMs > LIMITS.stagingMaxAgeMs;
  // Longer than the file: whatever it is, it is not its beginning.
  return isOld || heldBytes(held) > of.sizeBytes ? undefined : held;
}

/** The pieces that follow each other from byte 0, and when the latest of them was written. */
async function findPieces(
  directory: string,
  names: readonly string[],
  files: Files,
): Promise<{ readonly pieces: readonly Piece[]; readonly changedAtMs: number }> {
  const starts = names.flatMap(name => {
    const digits = PIECE_NAME.exec(name)?.[1];
    return digits === undefined ? [] : [{ name, fromBytes: Number(digits) }];
  });
  const pieces: Piece[] = [];
  let atBytes = 0;
  let changedAtMs = 0;
  for (const { name, fromBytes } of starts.sort((a, b) => a.fromBytes - b.fromBytes)) {
    const path = join(directory, name);
    const stat = await files.stat(path);
    if (fromBytes !== atBytes || stat?.kind !== 'file' || stat.sizeBytes === 0) continue;
    pieces.push({ path, sizeBytes: stat.sizeBytes });
    atBytes += stat.sizeBytes;
    changedAtMs = Math.max(changedAtMs, stat.mtimeMs);
  }
  return { pieces, changedAtMs };
}

async function adopt(held: HeldPart, tools: StagingTools): Promise<HeldPart> {
  const { files } = tools;
  await takeOwnership(held.directory, tools);
  // An empty file that a kill left stands where the next piece is to be made.
  const known = new Set(held.pieces.map(({ path }) => path));
  for (const name of await files.list(held.directory)) {
    const path = join(held.directory, name);
    if (PIECE_NAME.test(name) && !known.has(path)) await files.remove(path);
  }
  return held;
}
