import type { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Clock } from '../ports/machine.ts';

/**
 * Runs one phase of an exchange. It settles with the work, or rejects with `late()` after `ms`, or with the reason of the
 * signal; in the last two cases `abandon` first destroys what the work has opened, so that nothing goes on behind.
 */
export function withinPhase<T>(
  phase: {
    readonly clock: Clock;
    readonly ms: number;
    readonly late: () => Failure;
    readonly abandon: () => void;
    readonly work: () => Promise<T>;
  },
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      phase.abandon();
      return reject(signal.reason);
    }
    const settled = new AbortController();
    const settle = (): boolean => {
      if (settled.signal.aborted) return false;
      settled.abort();
      signal.removeEventListener('abort', onAbort);
      return true;
    };
    const giveUp = (reason: unknown): void => {
      if (!settle()) return;
      phase.abandon();
      reject(reason);
    };
    const onAbort = (): void => giveUp(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    sleepAwake(phase.clock, phase.ms, settled.signal).then(
      () => giveUp(phase.late()),
      () => undefined,
    );
    phase.work().then(
      value => settle() && resolve(value),
      (error: unknown) => settle() && reject(error),
    );
  });
}

/**
 * A sleep that limits the wait for a peer. Where it ends late, this process was busy or asleep, and what the peer sent meanwhile
 * has not been read yet: then it goes on, once, for as long as it was late.
 */
export async function sleepAwake(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  const dueMs = clock.monotonic() + ms;
  await clock.sleep(ms, signal);
  const lateMs = clock.monotonic() - dueMs;
  if (lateMs > LIMITS.lateMs) await clock.sleep(Math.min(lateMs, ms), signal);
}
