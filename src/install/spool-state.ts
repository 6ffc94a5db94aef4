import { Failure } from '../domain/failure.ts';
import type { Clock } from '../ports/machine.ts';
import type { Place } from './place.ts';
import { type HeldPart, heldBytes } from './spool-parts.ts';
import { removeOwned, type StagingTools } from './staging.ts';

export interface SpoolOptions extends StagingTools {
  readonly place: Place;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  randomName(): string;
  /** What will be downloaded: a part of anything else is of no use. */
  readonly fileNames: readonly string[];
}

/** What is on the disk, and who works on it. */
export interface SpoolState {
  readonly options: SpoolOptions;
  held: HeldPart | undefined;
  /** The latest download has read or written it. */
  isInUse: boolean;
  /** Nothing is kept any more. */
  isOver: boolean;
  /** Settles when what is being made on the disk is there. */
  opening: Promise<unknown> | undefined;
  open: OpenPiece | undefined;
}

/** The file that is being written. */
export interface OpenPiece {
  readonly handle: number;
  readonly path: string;
  sizeBytes: number;
}

/** All that is on the disk, with what is being written. */
export function takenBytes({ held, open }: SpoolState): number {
  return (held === undefined ? 0 : heldBytes(held)) + (open?.sizeBytes ?? 0);
}

/** Throws FS.*. */
export async function remove(state: SpoolState): Promise<void> {
  // What is made after this would stay.
  await state.opening?.catch(() => undefined);
  const { held, options } = state;
  forget(state);
  if (held !== undefined) await removeOwned(held.directory, options.files);
}

/** Closes what is open. Whether that succeeds is of no interest, for it is about to be removed. */
function forget(state: SpoolState): void {
  const { open, options } = state;
  state.held = undefined;
  state.isInUse = false;
  state.open = undefined;
  try {
    if (open !== undefined) options.files.tree.closeFile(open.handle);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** A disk that is full is needed for the tree; one that fails is no place for anything. Throws what is no failure of a disk. */
export function giveUp(state: SpoolState, error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  const { held, options } = state;
  state.isOver = true;
  forget(state);
  try {
    if (held !== undefined) options.files.tree.removeTree(held.directory);
  } catch (second) {
    // What is left of it is swept by the next run.
    if (!(second instanceof Failure)) throw second;
  }
}
