import { createPart, createPiece, heldBytes } from './spool-parts.ts';
import type { RecorderSink } from './spool-recorder.ts';
import type { PartOf } from './spool-sidecar.ts';
import { giveUp, type OpenPiece, type SpoolState } from './spool-state.ts';
import { removeOwned } from './staging.ts';

/**
 * The archive of Go 1.26 and its tree take 4.4 times what the archive takes. Where that does not fit, nothing is kept: the tree needs
 * the room.
 */
const ROOM_FACTOR = 6;

interface Wanted {
  readonly of: PartOf;
  /** Position in the file of what is written first: 0 begins anew, anything else must follow what is held. */
  readonly from: number;
}

/** Begins to keep a download. Undefined when there is no room, or no way; then nothing more is kept in this run. */
export async function openSink(state: SpoolState, wanted: Wanted): Promise<RecorderSink | undefined> {
  if (state.isOver || state.opening !== undefined || state.open !== undefined) return undefined;
  const opening = openPiece(state, wanted);
  state.opening = opening;
  try {
    const open = await opening;
    return open && { write: bytes => write(state, open, bytes), close: () => closePiece(state, open) };
  } catch (error) {
    giveUp(state, error);
    return undefined;
  } finally {
    state.opening = undefined;
  }
}

async function openPiece(state: SpoolState, { of, from }: Wanted): Promise<OpenPiece | undefined> {
  const { options, held } = state;
  const { files, place } = options;
  const free = await files.freeSpace(place.parent);
  if (free !== undefined && free.bytes < of.sizeBytes * ROOM_FACTOR) return undefined;
  if (from === 0) {
    state.held = undefined;
    if (held !== undefined) await removeOwned(held.directory, files);
    state.held = await createPart(place, of, options);
  }
  if (state.held === undefined || heldBytes(state.held) !== from) return undefined;
  state.isInUse = true;
  state.open = { ...createPiece(state.held, files), sizeBytes: 0 };
  return state.open;
}

function write(state: SpoolState, open: OpenPiece, bytes: Uint8Array): boolean {
  if (state.open !== open) return false;
  try {
    state.options.files.tree.write(open.handle, bytes, 0, bytes.length);
    open.sizeBytes += bytes.length;
    return true;
  } catch (error) {
    giveUp(state, error);
    return false;
  }
}

function closePiece(state: SpoolState, open: OpenPiece): void {
  const { held, options } = state;
  if (state.open !== open || held === undefined) return;
  const { path, sizeBytes } = open;
  try {
    options.files.tree.closeFile(open.handle);
    state.open = undefined;
    if (sizeBytes === 0) options.files.tree.removeTree(path);
    else state.held = { ...held, pieces: [...held.pieces, { path, sizeBytes }] };
  } catch (error) {
    giveUp(state, error);
  }
}
