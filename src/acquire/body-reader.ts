import { failure } from '../domain/failure.ts';
import type { Clock, NetResponse } from '../ports/machine.ts';

/** A body whose every wait can be broken off from outside, even when its source never settles. */
export interface BodyReader {
  next(): Promise<IteratorResult<Uint8Array, unknown>>;
  /** Closes the connection; the present wait and all later ones reject with the reason. */
  breakOff(reason: unknown): void;
}

/**
 * Reads a response. A read that waits for `end` alone never settles when the peer is cut off; Node then drains its
 * event loop and the step ends green without a result (setup-go 7).
 */
function openReader(response: Pick<NetResponse, 'body' | 'discard'>): BodyReader {
  const iterator = response.body[Symbol.asyncIterator]();
  let broken: { readonly reason: unknown } | undefined;
  let rejectWait: ((reason: unknown) => void) | undefined;
  return {
    next() {
      return new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken.reason);
        rejectWait = reject;
        iterator.next().then(resolve, reject);
      });
    },
    breakOff(reason) {
      broken ??= { reason };
      rejectWait?.(broken.reason);
      response.discard();
    },
  };
}

export interface WholeBodyLimits {
  readonly maxBytes: number;
  /** From now to the last byte. */
  readonly totalMs: number;
}

/** `complete` is false when a limit ended the reading; `why` says which. */
export interface WholeBody {
  readonly bytes: Buffer;
  readonly why: 'complete' | 'too-large' | 'too-slow';
}

/**
 * Reads at most `maxBytes` in at most `totalMs`, and closes the connection when a limit is reached. Throws Failure
 * BODY.* of the transport, or the signal's reason.
 */
export async function readWithin(
  options: { readonly clock: Clock; readonly response: Pick<NetResponse, 'body' | 'discard'>; readonly limits: WholeBodyLimits },
  signal: AbortSignal,
): Promise<WholeBody> {
  signal.throwIfAborted();
  const { clock, limits } = options;
  const reader = openReader(options.response);
  const finished = new AbortController();
  const onAbort = (): void => reader.breakOff(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const tooSlow = failure('BODY.STALL', { subject: 'body' });
  clock.sleep(limits.totalMs, finished.signal).then(
    () => reader.breakOff(tooSlow),
    () => undefined,
  );
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for (let read = await reader.next(); read.done !== true; read = await reader.next()) {
      chunks.push(read.value);
      sizeBytes += read.value.length;
      if (sizeBytes > limits.maxBytes) {
        options.response.discard();
        return { bytes: Buffer.concat(chunks).subarray(0, limits.maxBytes), why: 'too-large' };
      }
    }
    return { bytes: Buffer.concat(chunks), why: 'complete' };
  } catch (error) {
    if (error === tooSlow) return { bytes: Buffer.concat(chunks), why: 'too-slow' };
    throw error;
  } finally {
    finished.abort();
    signal.removeEventListener('abort', onAbort);
  }
}
