import { Failure, failure } from '../domain/failure.ts';
import type { Files } from '../ports/machine.ts';
import type { Piece } from './spool-parts.ts';
import type { SpoolState } from './spool-state.ts';

/** One after the other. Leaving does not wait for a read that goes on. */
export function inTurn(
  first: AsyncIterator<Uint8Array, void, undefined> | undefined,
  second: AsyncIterator<Uint8Array, void, undefined>,
): AsyncIterator<Uint8Array, void, undefined> {
  if (first === undefined) return second;
  let current = first;
  const next = async (): Promise<IteratorResult<Uint8Array, void>> => {
    const read = await current.next();
    if (read.done !== true || current === second) return read;
    current = second;
    return second.next();
  };
  return {
    next: () => (current === second ? second.next() : next()),
    async return() {
      await Promise.all([first.return?.(), second.return?.()]);
      return { value: undefined, done: true };
    },
  };
}

/** Bytes from..end (exclusive) of what is kept. Throws BODY.CHANGED when they are not there any more. */
export async function* readKept(
  state: SpoolState,
  wanted: { readonly fileName: string; readonly from: number; readonly end: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { held } = state;
  const { fileName, from, end } = wanted;
  let atBytes = 0;
  if (held?.of.fileName === fileName) {
    state.isInUse = true;
    for (const piece of held.pieces) {
      for await (const chunk of readPiece(state.options.files, piece)) {
        const part = chunk.subarray(Math.max(0, from - atBytes), end - atBytes);
        atBytes += chunk.length;
        if (part.length > 0) yield part;
        if (atBytes >= end) return;
      }
    }
  }
  throw changed({ 'kept bytes': atBytes, 'expected bytes': end });
}

/** As many bytes as it had when it was found, or fewer. */
async function* readPiece(files: Files, { path, sizeBytes }: Piece): AsyncGenerator<Uint8Array, void, undefined> {
  let leftBytes = sizeBytes;
  try {
    for await (const chunk of files.stream(path)) {
      yield chunk.subarray(0, leftBytes);
      leftBytes -= chunk.length;
      if (leftBytes <= 0) return;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw changed({ reason: error.code });
  }
}

function changed(evidence: Readonly<Record<string, string | number>>): Failure {
  return failure('BODY.CHANGED', { subject: 'kept part', evidence });
}
