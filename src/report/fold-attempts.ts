import type { Event } from '../domain/event.ts';
import type { ReportAttempt } from '../domain/report.ts';

/**
 * Attempts in the order in which they began; one that never ended is `running`. An end without a beginning (a source
 * that was skipped) counts as begun and ended at once.
 */
export function foldAttempts(events: readonly Event[]): readonly ReportAttempt[] {
  const attempts = new Map<number, ReportAttempt>();
  for (const event of events) {
    const next = step(event, 'attempt' in event ? attempts.get(event.attempt) : undefined);
    if (next !== undefined && 'attempt' in event) attempts.set(event.attempt, next);
  }
  return [...attempts.values()];
}

/** The attempt after the event; undefined where the event tells nothing of an attempt. */
function step(event: Event, before: ReportAttempt | undefined): ReportAttempt | undefined {
  switch (event.type) {
    case 'attempt-started':
      return { source: event.source, url: event.url, startMs: event.atMs, bytes: 0, end: 'running' };
    case 'attempt-answered':
      return before === undefined ? undefined : { ...before, firstByteMs: event.atMs };
    case 'attempt-progress':
      return before === undefined ? undefined : { ...before, bytes: event.bytes };
    case 'attempt-ended': {
      const { finding } = event;
      const begun = before ?? { source: finding?.subject ?? 'unknown', url: '', startMs: event.atMs };
      const end = { ...begun, endMs: event.atMs, bytes: event.bytes, end: event.end };
      return finding === undefined ? end : { ...end, code: finding.code };
    }
    default:
      return undefined;
  }
}
