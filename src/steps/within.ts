import type { Clock } from '../ports/machine.ts';

export interface TimeLimit {
  readonly clock: Clock;
  readonly ms: number;
  /** What is thrown when the time is over; the body's signal carries it. */
  readonly reason: () => Error;
  /** So long is the body waited for after its signal was aborted. Default: not at all. */
  readonly graceMs?: number;
}

/**
 * Runs a body that may not obey its signal under a deadline of its own. Ends when the body ends, or with the reason when the time
 * is over or the outer signal is aborted; what the body does after that is ignored.
 */
export async function within<T>(limit: TimeLimit, body: (signal: AbortSignal) => Promise<T>, outer: AbortSignal): Promise<T> {
  outer.throwIfAborted();
  const { clock, ms, reason, graceMs = 0 } = limit;
  const stop = new AbortController();
  const over = new AbortController();
  const onOuter = (): void => stop.abort(outer.reason);
  outer.addEventListener('abort', onOuter, { once: true });
  clock.sleep(ms, over.signal).then(
    () => stop.abort(reason()),
    () => undefined,
  );
  const stopped = new Promise<'stopped'>(resolve => {
    stop.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  const work = body(stop.signal);
  const ended = work.then(
    () => undefined,
    () => undefined,
  );
  try {
    const first = await Promise.race([work, stopped]);
    if (first !== 'stopped') return first as T;
    if (graceMs > 0) await Promise.race([ended, clock.sleep(graceMs, over.signal).catch(() => undefined)]);
    throw stop.signal.reason;
  } finally {
    over.abort();
    outer.removeEventListener('abort', onOuter);
  }
}
