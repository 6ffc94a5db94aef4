import { cacheSession } from './cache-session.ts';

// Stands for @actions/core in dist/cache.cjs, as far as @actions/cache and what it needs call it: lines are heard by the session of
// the call instead of written. A line of the real one could be a workflow command, and `error` would mark a run red that is green.

/** @public Taken by scripts/build.mjs. */
export function debug(text: string): void {
  cacheSession.getStore()?.hear('debug', text);
}

/** @public */
export function info(text: string): void {
  cacheSession.getStore()?.hear('info', text);
}

/** @public */
export function warning(text: string | Error): void {
  cacheSession.getStore()?.hear('warning', String(text));
}

/** @public */
export function error(text: string | Error): void {
  cacheSession.getStore()?.hear('error', String(text));
}

/** @public */
export function setSecret(secret: string): void {
  cacheSession.getStore()?.mask(secret);
}

/** @public In debug mode the library would list every file of an archive. */
export function isDebug(): boolean {
  return false;
}
