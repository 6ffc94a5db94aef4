import type { Event } from '../domain/event.ts';
import type { Report } from '../domain/report.ts';

/** Events without those of repairs that were tried and undone: what ended the run is what it was before them. */
export function withoutUndone(events: readonly Event[]): readonly Event[] {
  const kept: Event[] = [];
  let fromIndex: number | undefined;
  for (const event of events) {
    if (event.type === 'repair-tried') fromIndex = kept.length;
    if (event.type === 'repair' && event.state === 'rolled-back' && fromIndex !== undefined) kept.length = fromIndex;
    if (event.type === 'repair') fromIndex = undefined;
    kept.push(event);
  }
  return kept;
}

/** Left out where no repair was spoken of. */
export function foldRepairs(events: readonly Event[]): Pick<Report, 'repairs'> {
  const repairs = events.flatMap(event => {
    if (event.type !== 'repair') return [];
    const { type: _type, atMs: _atMs, ...outcome } = event;
    return [outcome];
  });
  return repairs.length === 0 ? {} : { repairs };
}
