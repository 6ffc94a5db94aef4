import type { Clock } from '../ports/machine.ts';

/** setTimeout fires at once above this, instead of late. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine. */
export function createClock(): Clock {
  return { now: () => Date.now(), monotonic: () => performance.now(), sleep };
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
