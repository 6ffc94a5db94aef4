import { hrtime } from 'node:process';
import type { Clock } from '../ports/machine.ts';

/** setTimeout fires at once above this, instead of late. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine. */
export function createClock(): Clock {
  return { now: () => Date.now(), monotonic: monotonicMs, sleep };
}

/** Not performance.now(), which loads node:perf_hooks: 1 ms of a run that takes tens. */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = hrtime();
  return seconds * 1_000 + nanoseconds / 1e6;
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.min(Math.max(ms, 0), LONGEST_TIMER_MS),
    );
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
