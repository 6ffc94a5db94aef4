import type { Event } from '../domain/event.ts';

/**
 * Milliseconds by phase, and `total`. A phase that is walked twice counts both times; one that never ended counts
 * until the last event, so that a run that hung shows where.
 */
export function foldTimings(events: readonly Event[]): Readonly<Record<string, number>> {
  const endMs = events.at(-1)?.atMs ?? 0;
  const timings: Record<string, number> = {};
  const open = new Map<string, number>();
  const close = (phase: string, atMs: number): void => {
    const startMs = open.get(phase);
    if (startMs === undefined) return;
    open.delete(phase);
    timings[phase] = (timings[phase] ?? 0) + atMs - startMs;
  };
  for (const event of events) {
    if (event.type === 'phase-started') open.set(event.phase, event.atMs);
    if (event.type === 'phase-ended') close(event.phase, event.atMs);
  }
  for (const phase of [...open.keys()]) close(phase, endMs);
  return { ...timings, total: endMs };
}
