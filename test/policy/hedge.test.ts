import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { answerBudgetMs, hedgeDelayMs } from '../../src/policy/hedge.ts';

const { answerMs, answerAmongOthersMs, answerLeastMs, hedgeFirstMs, hedgeNextMs } = LIMITS;

/** Nobody answers: when each of so many sources is asked, and when it is given up. */
function silence(sourceCount: number, leftMs: number): { readonly askedMs: number[]; readonly untilMs: number[] } {
  const askedMs: number[] = [];
  const untilMs: number[] = [];
  let nowMs = 0;
  for (let count = 0; count < sourceCount; count += 1) {
    const waitingCount = sourceCount - count;
    nowMs += hedgeDelayMs({ pendingCount: count, waitingCount, leftMs: leftMs - nowMs });
    askedMs.push(nowMs);
    untilMs.push(nowMs + answerBudgetMs({ pendingCount: count, waitingCount: waitingCount - 1, leftMs: leftMs - nowMs }));
  }
  return { askedMs, untilMs };
}

describe('sources that are asked one beside the other', () => {
  it('follow after a second, every further one half a second later, and at once when nobody is left', () => {
    const delays = [0, 1, 2, 3, 4].map(pendingCount => hedgeDelayMs({ pendingCount, waitingCount: 1, leftMs: answerMs }));
    expect(delays).toEqual([0, hedgeFirstMs, hedgeNextMs, hedgeNextMs, hedgeNextMs]);
  });

  it('have no deadline of their own where none was set', () => {
    const hedge = { pendingCount: 1, waitingCount: 30, leftMs: Number.POSITIVE_INFINITY };
    expect(hedgeDelayMs(hedge)).toBe(hedgeFirstMs);
  });

  it.each([
    { count: 1, askedMs: [0], untilMs: answerMs },
    { count: 2, askedMs: [0, 1_000], untilMs: 1_000 + answerAmongOthersMs },
    { count: 3, askedMs: [0, 1_000, 1_500], untilMs: 1_500 + answerAmongOthersMs },
    { count: 7, askedMs: [0, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500], untilMs: answerMs },
  ])('$count of them that are silent are given up together after $untilMs ms', ({ count, askedMs, untilMs }) => {
    expect(silence(count, answerMs)).toEqual({ askedMs, untilMs: askedMs.map(() => untilMs) });
  });

  it('follow all at once where there is just time for that', () => {
    expect(silence(3, answerLeastMs)).toEqual({ askedMs: [0, 0, 0], untilMs: [0, 0, 0].map(() => answerLeastMs) });
  });

  it('have the least time at least, and are over in the time that is left, however many they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: answerLeastMs, max: answerMs }), (count, leftMs) => {
        const { askedMs, untilMs } = silence(count, leftMs);
        // A delay is rounded to whole milliseconds.
        const slackMs = count;
        const timesMs = untilMs.map((ms, index) => ms - (askedMs[index] ?? 0));
        expect(Math.min(...timesMs)).toBeGreaterThanOrEqual(answerLeastMs - slackMs);
        expect(Math.max(...untilMs)).toBeLessThanOrEqual(leftMs);
      }),
    );
  });

  it('that are left alone, because the others have failed, have all the time that is left', () => {
    expect(answerBudgetMs({ pendingCount: 0, waitingCount: 0, leftMs: 6_500 })).toBe(6_500);
    expect(answerBudgetMs({ pendingCount: 1, waitingCount: 0, leftMs: 6_500 })).toBe(answerAmongOthersMs);
  });
});
