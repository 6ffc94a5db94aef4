import type { CacheKind } from '../domain/cache-entry.ts';
import { CACHE_NAMES } from './cache-wording.ts';
import { plain } from './plain.ts';
import { durationText } from './units.ts';

/** What the post step did; steps/save-cache.ts makes it. */
export interface SavedLine {
  readonly entries: readonly {
    readonly kind: CacheKind;
    readonly result: 'saved' | 'skipped' | 'failed';
    readonly reason: string;
    readonly ms: number;
  }[];
  readonly reason: string;
}

/** The one line of the post step, and whether it is a warning. */
export function savedLine({ entries, reason }: SavedLine): { readonly text: string; readonly level: 'info' | 'warning' } {
  if (entries.length === 0) return { text: plain(`Cache: nothing is saved, ${reason}`), level: 'info' };
  const parts = entries.map(({ kind, result, reason: why, ms }) => {
    return `${CACHE_NAMES[kind]} ${result === 'saved' ? `saved in ${durationText(ms)}` : `not saved, ${why}`}`;
  });
  const level = entries.some(({ result }) => result === 'failed') ? 'warning' : 'info';
  return { text: plain(`Cache: ${parts.join('; ')}`, 600), level };
}
