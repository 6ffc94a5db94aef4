import { describe, expect, it } from 'vitest';
import { within } from '../../src/steps/within.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

function setUp(graceMs?: number) {
  const clock = createFakeClock();
  const outer = new AbortController();
  const limit = { clock, ms: 1_000, reason: () => new Error('too slow'), ...(graceMs === undefined ? {} : { graceMs }) };
  return { clock, outer, limit };
}

describe('within', () => {
  it('hands on what the body gives or throws, and leaves no timer', async () => {
    const { clock, outer, limit } = setUp();
    expect(await within(limit, async () => 5, outer.signal)).toBe(5);
    await expect(within(limit, () => Promise.reject(new Error('own')), outer.signal)).rejects.toThrow('own');
    expect(clock.pendingSleepCount()).toBe(0);
  });

  it('ends a body that does not obey', async () => {
    const { clock, outer, limit } = setUp();
    await expect(within(limit, () => never(), outer.signal)).rejects.toThrow('too slow');
    expect({ at: clock.monotonic(), sleepers: clock.pendingSleepCount() }).toEqual({ at: 1_000, sleepers: 0 });
  });

  it('lets a body that obeys clean up, for the grace period at most', async () => {
    const { clock, outer, limit } = setUp(300);
    const cleaned: string[] = [];
    const obeys = async (signal: AbortSignal): Promise<void> => {
      await clock.sleep(10_000, signal).catch(() => undefined);
      await clock.sleep(100);
      cleaned.push('cleaned');
    };
    await expect(within(limit, obeys, outer.signal)).rejects.toThrow('too slow');
    expect({ cleaned, at: clock.monotonic() }).toEqual({ cleaned: ['cleaned'], at: 1_100 });
    await expect(within(limit, () => never(), outer.signal)).rejects.toThrow('too slow');
    expect(clock.monotonic()).toBe(1_100 + 1_300);
  });

  it('passes an abort from outside on, with its reason', async () => {
    const { clock, outer, limit } = setUp();
    void clock.sleep(200).then(() => outer.abort(new Error('cancelled')));
    await expect(within(limit, () => never(), outer.signal)).rejects.toThrow('cancelled');
    await expect(within(limit, async () => 5, outer.signal)).rejects.toThrow('cancelled');
  });
});
