import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One call of @actions/cache. The library has no signal, swallows its errors and writes to the log; what it calls for that is
 * replaced by cache-library-*.ts, which ask the session of the call that they run in.
 */
export interface CacheSession {
  readonly signal: AbortSignal;
  /** Hears every line that the library would have written. A throw ends the call: the library has no other way to be stopped. */
  hear(level: 'debug' | 'info' | 'warning' | 'error', text: string): void;
  /** Signed addresses must not be in the log. */
  mask(secret: string): void;
}

/** The session of the running call, through every promise and timer that it starts. */
export const cacheSession = new AsyncLocalStorage<CacheSession>();
