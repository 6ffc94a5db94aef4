import { LIMITS } from '../domain/limits.ts';

/** How a source does: undefined where it has not been measured. */
export interface Performance {
  /** Bytes per second, smoothed. */
  readonly rate: number | undefined;
  /** From question to answer, with a new connection if it needed one. */
  readonly roundTripMs: number | undefined;
}

/** Half of the new sample: a source that stands still is below 7 % of its rate after four samples (one second). */
export function smoothedRate(before: number | undefined, sample: number): number {
  return before === undefined ? sample : (before + sample) / 2;
}

/**
 * Whether other sources should help: only when much is left at the present rate, and when the reader mostly waits for the network.
 * A slow disk must not open connections.
 */
export function isJoinWorthwhile(stream: {
  readonly restBytes: number;
  readonly rate: number | undefined;
  /** 0 to 1: how much of the time the reader waited for bytes. */
  readonly waitShare: number;
}): boolean {
  const { restBytes, rate, waitShare } = stream;
  if (rate === undefined || waitShare <= 0.5) return false;
  return restBytes * 1_000 > rate * LIMITS.joinWorthMs;
}

/**
 * What a source is asked for at a time: 1 MiB, more where its round trip would cost over 5 % of the time of that. Bounded, so that
 * two segments for each of `memberCount` fit into the window.
 */
export function segmentBytesFor({ rate = 0, roundTripMs = 0 }: Performance, memberCount: number): number {
  const worthBytes = (rate * roundTripMs * 20) / 1_000;
  const mostBytes = Math.max(LIMITS.segmentBytes, LIMITS.windowBytes / (2 * Math.max(1, memberCount)));
  return Math.round(Math.min(Math.max(LIMITS.segmentBytes, worthBytes), mostBytes));
}

/** The same near the end of the file: what is left is shared, so that all are done at the same time. */
export function claimBytesFor(segmentBytes: number, unclaimedBytes: number, memberCount: number): number {
  const shareBytes = Math.ceil(unclaimedBytes / Math.max(1, memberCount));
  return Math.min(Math.max(LIMITS.segmentMinBytes, Math.min(segmentBytes, shareBytes)), unclaimedBytes);
}

/**
 * Whether an idle source should go on with what another has begun: when the owner would need more than twice as long. An owner
 * that was not measured yet is left alone, unless its `rate` is said to be 0.
 */
export function isTakeoverWorthwhile(owner: Pick<Performance, 'rate'>, taker: Performance, restBytes: number): boolean {
  if (owner.rate === undefined) return false;
  // A taker that was never measured is only better than nothing.
  if (taker.rate === undefined) return owner.rate < 1;
  if (taker.rate < 1) return false;
  const ownerMs = (restBytes * 1_000) / owner.rate;
  const takerMs = (restBytes * 1_000) / taker.rate + (taker.roundTripMs ?? 0);
  return ownerMs > 2 * takerMs;
}
