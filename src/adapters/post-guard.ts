import { LIMITS } from '../domain/limits.ts';
import type { GuardedProcess } from './exit-guard.ts';

export interface PostOptions {
  readonly process: GuardedProcess;
  /** The whole budget of the step. */
  readonly timeoutMs: number;
  /** Prints one line; called exactly once, as long as anything can be printed. */
  readonly say: (text: string, level: 'info' | 'warning') => void;
}

/**
 * Runs what is to be done after the job so that it never makes the job red: whatever is thrown, drains or hangs, the exit code is 0,
 * one line is said, and the process ends promptly, although the client of the cache may keep connections and timers. A signal aborts.
 */
export function superviseAfterJob(
  options: PostOptions,
  body: (signal: AbortSignal) => Promise<{ readonly text: string; readonly level: 'info' | 'warning' }>,
): void {
  const { process, timeoutMs, say } = options;
  process.exitCode = 0;
  const stop = new AbortController();
  let isOver = false;
  const end = (text: string, level: 'info' | 'warning'): void => {
    if (isOver) return;
    isOver = true;
    try {
      say(text, level);
    } finally {
      process.exitCode = 0;
      setTimeout(() => process.exit(0), LIMITS.postExitMs).unref();
    }
  };
  const giveUp = (why: string): void => {
    stop.abort(new Error(why));
    setTimeout(() => end(`Cache: nothing more is saved, ${why}`, 'warning'), LIMITS.cacheStopMs).unref();
  };
  process.on('SIGINT', () => giveUp('the step was interrupted'));
  process.on('SIGTERM', () => giveUp('the step was interrupted'));
  process.on('uncaughtException', error => giveUp(error instanceof Error ? error.message : String(error)));
  process.on('beforeExit', () => end('Cache: nothing more is saved, an operation never ended', 'warning'));
  setTimeout(() => giveUp('it took too long'), timeoutMs).unref();
  body(stop.signal).then(
    ({ text, level }) => end(text, level),
    (error: unknown) => end(`Cache: nothing is saved, ${error instanceof Error ? error.message : String(error)}`, 'warning'),
  );
}
