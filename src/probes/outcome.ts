import type { TargetFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';

const NOTHING: Outcome = { ok: false, ms: 0, code: 'NOT_ASKED' };

/** Of the deepest stage that was reached: what ended the way to a target. */
export function lastOutcome(target: TargetFacts): Outcome {
  const { http, handshakes, tunnel, connects, resolve } = target;
  const deepest = http ?? handshakes[0] ?? tunnel ?? connects.find(({ ok }) => !ok) ?? connects[0] ?? resolve?.lookup;
  if (deepest === undefined) return NOTHING;
  const { ok, ms, code, errno, syscall, message, ended } = deepest;
  return {
    ok,
    ms,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    ...(syscall === undefined ? {} : { syscall }),
    ...(message === undefined ? {} : { message }),
    ...(ended === undefined ? {} : { ended }),
  };
}
