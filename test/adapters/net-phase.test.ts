import { describe, expect, test } from 'vitest';
import { sleepAwake, withinPhase } from '../../src/adapters/net-phase.ts';
import { failure } from '../../src/domain/failure.ts';
import { LIMITS, phaseMs } from '../../src/domain/limits.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { codeOf, PATIENT } from './net-support.ts';

const never = new AbortController().signal;

/** A clock whose first sleep ends so much too late, as when the process was busy. */
function lateClock(lateMs: number): Clock & { readonly elapsedMs: () => number } {
  const fake = createFakeClock();
  let isFirst = true;
  const sleep: Clock['sleep'] = async (ms, signal) => {
    const extraMs = isFirst ? lateMs : 0;
    isFirst = false;
    await fake.sleep(ms + extraMs, signal);
  };
  return { ...fake, sleep, elapsedMs: () => fake.monotonic() };
}

describe('a wait for a peer', () => {
  test.each([
    { lateMs: 0, tookMs: 1_000 },
    { lateMs: LIMITS.lateMs, tookMs: 1_000 + LIMITS.lateMs },
    { lateMs: 400, tookMs: 1_000 + 400 + 400 },
    { lateMs: 60_000, tookMs: 1_000 + 60_000 + 1_000 },
  ])('that ends $lateMs ms too late goes on for as long, but not longer than it was meant to be', async ({ lateMs, tookMs }) => {
    const clock = lateClock(lateMs);
    await sleepAwake(clock, 1_000, never);
    expect(clock.elapsedMs()).toBe(tookMs);
  });

  test('is over when the work is done, also in the time that was added', async () => {
    const clock = lateClock(5_000);
    const late = () => failure('HTTP.TTFB_STALL', { subject: 'x' });
    const phase = { clock, ms: 1_000, late, abandon: () => undefined };
    // The answer came while nobody looked, and is read right afterwards.
    const work = () => clock.sleep(6_001).then(() => 'answer');
    expect(await withinPhase({ ...phase, work }, never)).toBe('answer');
    const silent = () => new Promise<never>(() => undefined);
    expect(await codeOf(withinPhase({ ...phase, work: silent }, never))).toBe('HTTP.TTFB_STALL');
  });
});

describe('the time of a phase', () => {
  test('is its own limit, cut where all phases must be over', () => {
    expect(phaseMs(PATIENT, 'tlsMs', 99_999)).toBe(PATIENT.tlsMs);
    expect(phaseMs({ ...PATIENT, untilMs: 20_000 }, 'tlsMs', 5_000)).toBe(PATIENT.tlsMs);
    expect(phaseMs({ ...PATIENT, untilMs: 20_000 }, 'tlsMs', 19_000)).toBe(1_000);
    expect(phaseMs({ ...PATIENT, untilMs: 20_000 }, 'tlsMs', 21_000)).toBe(0);
  });
});
