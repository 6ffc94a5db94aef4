import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import { heldBytes, takePart } from './spool-parts.ts';
import { inTurn, readKept } from './spool-reading.ts';
import { type RecorderSink, recorded } from './spool-recorder.ts';
import type { PartOf } from './spool-sidecar.ts';
import { remove, type SpoolOptions, type SpoolState, takenBytes } from './spool-state.ts';
import { openSink } from './spool-writing.ts';

/** Archive bytes whose source can go on behind what was kept of them. */
export interface Resumable extends ArchiveBytes {
  /** How many bytes of its beginning are on the disk; the source is not asked for them. 0: all comes from the source. */
  readonly keptBytes: number;
  /** What a later run must know to go on; undefined before the first byte, and where nobody can go on. */
  validator(): { readonly url: string; readonly tag: string | undefined; readonly sizeBytes: number | undefined } | undefined;
}

/**
 * The beginning of a slow download on the disk, beside the target, so that a run that is killed loses little. Nothing of it is proved:
 * the proof of the whole archive decides. At most one is there at any time, and a run that ends by itself leaves none.
 */
export interface Spool {
  /** What is on the disk of this file; undefined: nothing. Never all of it, so that a source always has the last word on the size. */
  kept(fileName: string): (PartOf & { readonly bytes: number }) | undefined;
  /** What it takes of the disk. */
  readonly heldBytes: number;
  /**
   * The same bytes: first those that are kept, then those of the source, which are kept too when it is slow (spool-recorder.ts). Reading
   * throws BODY.CHANGED when what was kept is not there any more. A disk that is full, or fails, ends the keeping and not the reading.
   */
  through(bytes: Resumable, fileName: string): ArchiveBytes;
  /** Removes what the latest download has read or written, because something is wrong with it. Throws FS.*. */
  discard(): Promise<void>;
  /** Removes all, and keeps nothing from now on. Throws FS.*. */
  end(): Promise<void>;
}

/**
 * Takes over what a killed run kept of one of the files; sweepStaging, called afterwards, removes the rest of what it left. To be called
 * by the holder of the lock. Throws FS.* when the directory of the target cannot be read.
 */
export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const { place, fileNames } = options;
  const held = await takePart(place, fileNames, options);
  const state: SpoolState = { options, held, isInUse: false, isOver: false, opening: undefined, open: undefined };
  return {
    kept: fileName => kept(state, fileName),
    get heldBytes() {
      return takenBytes(state);
    },
    through: (bytes, fileName) => through(state, bytes, fileName),
    discard: async () => {
      if (state.isInUse) await remove(state);
    },
    end: async () => {
      state.isOver = true;
      await remove(state);
    },
  };
}

function kept({ held, isOver }: SpoolState, fileName: string): (PartOf & { readonly bytes: number }) | undefined {
  if (held === undefined || isOver || held.of.fileName !== fileName) return undefined;
  const bytes = Math.min(heldBytes(held), held.of.sizeBytes - 1);
  return bytes > 0 ? { ...held.of, bytes } : undefined;
}

function through(state: SpoolState, bytes: Resumable, fileName: string): ArchiveBytes {
  state.isInUse = false;
  return {
    get sizeBytes() {
      return bytes.sizeBytes;
    },
    tail: count => bytes.tail(count),
    stream: (end, from = 0) => ({
      [Symbol.asyncIterator]: () => {
        const localEnd = Math.max(from, Math.min(bytes.keptBytes, end ?? Number.POSITIVE_INFINITY));
        const local = localEnd === from ? undefined : readKept(state, { fileName, from, end: localEnd });
        if (localEnd === end) return local ?? bytes.stream(end, localEnd)[Symbol.asyncIterator]();
        return inTurn(local, record(state, { bytes, fileName, from: localEnd, end }));
      },
    }),
  };
}

function record(
  state: SpoolState,
  read: { readonly bytes: Resumable; readonly fileName: string; readonly from: number; readonly end: number | undefined },
): AsyncIterator<Uint8Array, void, undefined> {
  const { bytes, fileName, from, end } = read;
  const totalBytes = (): number | undefined => {
    const endBytes = end ?? bytes.sizeBytes;
    return endBytes === undefined ? undefined : endBytes - from;
  };
  const open = async (): Promise<RecorderSink | undefined> => {
    const { url, tag, sizeBytes } = bytes.validator() ?? {};
    if (url === undefined || sizeBytes === undefined) return undefined;
    return openSink(state, { of: { fileName, url, tag, sizeBytes }, from });
  };
  const source = bytes.stream(end, from)[Symbol.asyncIterator]();
  return recorded({ source, clock: state.options.clock, totalBytes, open });
}
