import type { ClockFacts } from '../domain/network-facts.ts';

/**
 * How far this machine is ahead, in ms: the median over independent origins, when most of them agree within a minute; undefined where
 * nobody told, or they contradict each other.
 */
export function clockOffset(clock: ClockFacts | undefined): number | undefined {
  const offsets = (clock?.offsets ?? []).map(({ offsetMs }) => offsetMs).sort((a, b) => a - b);
  const median = offsets[Math.floor((offsets.length - 1) / 2)];
  if (median === undefined) return undefined;
  const agreeing = offsets.filter(offset => Math.abs(offset - median) <= 60_000);
  return agreeing.length * 2 > offsets.length ? median : undefined;
}
