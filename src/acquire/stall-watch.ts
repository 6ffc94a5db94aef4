import { failure } from '../domain/failure.ts';
import type { Clock } from '../ports/machine.ts';
import type { BodyReader } from './body-reader.ts';

export interface PaceLimits {
  /** No byte for so long, while we wait for one, is BODY.STALL. */
  readonly stallMs: number;
  /** Over a whole window of waiting, less than this is BODY.SLOW. */
  readonly minimumRateBytesPerSecond: number;
  readonly minimumRateWindowMs: number;
}

/**
 * Reads a body to its end and gives up on a peer that is silent or too slow. Only the time in which we wait for the peer
 * counts: while the consumer works (inflating, writing) the peer is held back by us. The signal ends every wait.
 */
export async function* readPaced(
  options: { readonly clock: Clock; readonly reader: BodyReader; readonly limits: PaceLimits; readonly subject: string },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal.throwIfAborted();
  const { clock, reader, limits, subject } = options;
  const finished = new AbortController();
  const onAbort = (): void => reader.breakOff(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  let waitingSinceMs: number | undefined;
  let receivedBytes = 0;
  let window = { waitedMs: 0, bytes: 0 };

  // Ends by itself: `finished` rejects its sleep.
  const watch = async (): Promise<void> => {
    for (;;) {
      const waitedMs = waitingSinceMs === undefined ? 0 : clock.monotonic() - waitingSinceMs;
      if (waitedMs >= limits.stallMs) {
        const evidence = { 'received bytes': receivedBytes, 'budget ms': limits.stallMs };
        return reader.breakOff(failure('BODY.STALL', { subject, evidence }));
      }
      await clock.sleep(limits.stallMs - waitedMs, finished.signal);
    }
  };
  watch().catch(() => undefined);
  try {
    for (;;) {
      const startMs = clock.monotonic();
      waitingSinceMs = startMs;
      const read = await reader.next();
      waitingSinceMs = undefined;
      if (read.done === true) return;
      receivedBytes += read.value.length;
      window = { waitedMs: window.waitedMs + clock.monotonic() - startMs, bytes: window.bytes + read.value.length };
      if (window.waitedMs >= limits.minimumRateWindowMs) {
        refuseSlow({ ...window, limits, subject });
        window = { waitedMs: 0, bytes: 0 };
      }
      yield read.value;
    }
  } finally {
    finished.abort();
    signal.removeEventListener('abort', onAbort);
  }
}

function refuseSlow(window: {
  readonly waitedMs: number;
  readonly bytes: number;
  readonly limits: PaceLimits;
  readonly subject: string;
}): void {
  const rate = Math.round((window.bytes * 1_000) / window.waitedMs);
  const { minimumRateBytesPerSecond } = window.limits;
  if (rate >= minimumRateBytesPerSecond) return;
  const evidence = { 'bytes per second': rate, 'minimum bytes per second': minimumRateBytesPerSecond };
  throw failure('BODY.SLOW', { subject: window.subject, evidence });
}
