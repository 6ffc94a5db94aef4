import type { Clock } from '../../src/ports/machine.ts';

/** A clock whose time passes only while everybody sleeps. The same run always takes the same time. */
export interface FakeClock extends Clock {
  /** Lets this much time pass, sleeper by sleeper, also on a clock that does not run by itself. */
  advance(ms: number): Promise<void>;
  /** Sleeps that have neither ended nor been aborted. */
  pendingSleepCount(): number;
  /**
   * Says that zlib was given work: it runs in a thread, so the event loop cannot tell whether it is done. Until threadsAreDone is
   * called, time then stands still for THREAD_MS of real time, and passes slowly afterwards.
   */
  noteThreadWork(owner: object): void;
  threadsAreDone(owner: object): void;
}

export interface FakeClockOptions {
  /** Milliseconds since 1970 at the beginning; default: the first second of 2026. */
  readonly startMs?: number;
  /** False: time stands still but for `advance`. */
  readonly runs?: boolean;
}

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
}

/** So many empty turns of the event loop mean that nothing more will happen by itself. */
const QUIET_TURNS = 4;
/** A few KiB take zlib some microseconds, but on a busy machine its thread may have to wait for a processor. */
const THREAD_MS = 100;

export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  const { startMs = Date.UTC(2026, 0, 1), runs = true } = options;
  const sleepers: Sleeper[] = [];
  let elapsedMs = 0;
  let stirs = 0;
  /** By owner: the real time until which it is waited for. */
  const threadWork = new Map<object, number>();
  let isWatching = false;

  const quiet = async (): Promise<void> => {
    for (let turns = 0, seen = stirs; turns < QUIET_TURNS; turns += 1) {
      const waitMs = Math.max(0, ...threadWork.values()) - performance.now();
      // Asleep, the event loop leaves the processor to the threads.
      await new Promise(resolve => (threadWork.size > 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
      if (seen === stirs && waitMs <= 0) continue;
      seen = stirs;
      turns = -1;
    }
  };
  const nextSleeper = (): Sleeper | undefined => {
    let next = sleepers[0];
    for (const sleeper of sleepers) if (next !== undefined && sleeper.wakeMs < next.wakeMs) next = sleeper;
    return next;
  };
  const wakeNext = (untilMs: number): boolean => {
    const next = nextSleeper();
    if (next === undefined || next.wakeMs > untilMs) return false;
    sleepers.splice(sleepers.indexOf(next), 1);
    elapsedMs = Math.max(elapsedMs, next.wakeMs);
    stirs += 1;
    next.wake();
    return true;
  };
  const watch = async (): Promise<void> => {
    if (isWatching || !runs) return;
    isWatching = true;
    do await quiet();
    while (wakeNext(Number.POSITIVE_INFINITY));
    isWatching = false;
  };

  return {
    now: () => startMs + elapsedMs,
    monotonic: () => elapsedMs,
    pendingSleepCount: () => sleepers.length,
    noteThreadWork: owner => void threadWork.set(owner, performance.now() + THREAD_MS),
    threadsAreDone: owner => void threadWork.delete(owner),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as unknown);
        const onAbort = (): void => {
          const at = sleepers.indexOf(sleeper);
          if (at === -1) return;
          sleepers.splice(at, 1);
          stirs += 1;
          reject(signal?.reason as unknown);
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        const sleeper: Sleeper = { wakeMs: elapsedMs + Math.max(0, ms), wake };
        sleepers.push(sleeper);
        stirs += 1;
        signal?.addEventListener('abort', onAbort, { once: true });
        void watch();
      }),
    async advance(ms) {
      const untilMs = elapsedMs + ms;
      do await quiet();
      while (wakeNext(untilMs));
      elapsedMs = Math.max(elapsedMs, untilMs);
    },
  };
}
