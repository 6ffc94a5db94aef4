import type { Event } from '../domain/event.ts';
import type { Report, ReportPhase } from '../domain/report.ts';

/**
 * Each time that a phase was walked, in the order of beginning, and the milliseconds of each phase and of the whole. A phase that is
 * walked twice counts both times; one that never ended counts until the last event, so that a run that hung shows where.
 */
export function foldTimings(events: readonly Event[]): Pick<Report, 'phases' | 'timings'> {
  const total = events.at(-1)?.atMs ?? 0;
  const phases: { -readonly [K in keyof ReportPhase]: ReportPhase[K] }[] = [];
  const open = new Set<(typeof phases)[number]>();
  const timings: Record<string, number> = {};
  const close = (walk: (typeof phases)[number], endMs: number): void => {
    open.delete(walk);
    walk.endMs = endMs;
    timings[walk.phase] = (timings[walk.phase] ?? 0) + endMs - walk.startMs;
  };
  for (const event of events) {
    if (event.type === 'phase-started') {
      const walk = { phase: event.phase, startMs: event.atMs, endMs: event.atMs };
      phases.push(walk);
      open.add(walk);
    }
    if (event.type !== 'phase-ended') continue;
    const walk = [...open].find(({ phase }) => phase === event.phase);
    if (walk !== undefined) close(walk, event.atMs);
  }
  for (const walk of open) close(walk, total);
  return { ...(phases.length === 0 ? {} : { phases }), timings: { ...timings, total } };
}
