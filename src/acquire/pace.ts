import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { smoothedRate } from '../policy/segments.ts';
import type { Crew, Lane } from './crew.ts';

export interface PaceLimits {
  /** No byte for so long, while we wait for one, is BODY.STALL. */
  readonly stallMs: number;
  /** Over a whole window of waiting, less than this is BODY.SLOW. */
  readonly minimumRateBytesPerSecond: number;
  readonly minimumRateWindowMs: number;
}

/** Why a peer that is silent, or slower than the minimum rate, is given up; undefined while it is not. */
export function paceProblem(crew: Crew, lane: Lane, patienceMs: number): Failure | undefined {
  const { clock } = crew.wire;
  const subject = new URL(lane.member.candidate.url).host;
  const url = redactUrl(lane.answer?.url ?? lane.member.candidate.url);
  const silentMs = lane.waitingSinceMs === undefined ? 0 : clock.monotonic() - lane.waitingSinceMs;
  if (silentMs >= patienceMs) {
    const code = lane.answer === undefined ? 'HTTP.TTFB_STALL' : 'BODY.STALL';
    const evidence = { url, 'received bytes': lane.receivedBytes, 'budget ms': patienceMs };
    return failure(code, { subject, evidence });
  }
  const { minimumRateBytesPerSecond, minimumRateWindowMs } = crew.pace;
  const waitedMs = lane.waitedMs - lane.windowStart.waitedMs;
  if (waitedMs < minimumRateWindowMs) return undefined;
  const rate = Math.round(((lane.receivedBytes - lane.windowStart.receivedBytes) * 1_000) / waitedMs);
  lane.windowStart = { waitedMs: lane.waitedMs, receivedBytes: lane.receivedBytes };
  if (rate >= minimumRateBytesPerSecond) return undefined;
  const evidence = { url, 'bytes per second': rate, 'minimum bytes per second': minimumRateBytesPerSecond };
  return failure('BODY.SLOW', { subject, evidence });
}

/**
 * Takes back a time in which this process was busy or asleep: from the present wait, and what is left of it from those that ended in
 * it, so that it counts neither as silence nor as slowness of the peer.
 */
export function forgive(lane: Lane, lateMs: number, nowMs: number): void {
  const { waitingSinceMs, windowStart } = lane;
  const presentMs = waitingSinceMs === undefined ? 0 : Math.min(lateMs, nowMs - waitingSinceMs);
  if (waitingSinceMs !== undefined) lane.waitingSinceMs = waitingSinceMs + presentMs;
  const waitedMs = Math.min(lane.waitedMs, windowStart.waitedMs + lateMs - presentMs);
  lane.windowStart = { ...windowStart, waitedMs };
}

/** In less time a few pieces more or less make too much of a difference. */
const SAMPLE_LEAST_MS = 50;

/**
 * Measures the rate of a member by what came on its lane since the last sample. A time in which we did not read says nothing, one in
 * which no answer came for long says 0.
 */
export function sampleRate(lane: Lane, nowMs: number): void {
  const { member, sample } = lane;
  const deltaBytes = lane.receivedBytes - sample.receivedBytes;
  const deltaMs = nowMs - sample.atMs;
  if (deltaMs < (lane.answer === undefined ? LIMITS.standstillMs : SAMPLE_LEAST_MS)) return;
  lane.sample = { atMs: nowMs, receivedBytes: lane.receivedBytes };
  if (lane.waitingSinceMs === undefined && deltaBytes === 0) return;
  member.rate = smoothedRate(member.rate, (deltaBytes * 1_000) / deltaMs);
}
