import type { CacheKind, CacheOutcome } from '../domain/cache-entry.ts';

/** What the caches are called where people read. */
export const CACHE_NAMES: Readonly<Record<CacheKind, string>> = { modules: 'modules', build: 'build results' };

const RESULTS = {
  exact: 'restored',
  prefix: 'restored from an older entry',
  none: 'no entry yet',
  failed: 'not restored',
} as const;

/** `modules: restored`, in words without keys. */
export function cacheText(outcome: CacheOutcome): string {
  if (outcome.result === 'off') return `off, ${outcome.reason}`;
  return `${CACHE_NAMES[outcome.entry]}: ${RESULTS[outcome.result]}`;
}
