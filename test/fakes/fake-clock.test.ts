import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.ts';

describe('a fake clock', () => {
  it('passes only while everybody sleeps, and wakes in the order of time', async () => {
    const clock = createFakeClock();
    const seen: string[] = [];
    const sleeper = async (name: string, ...naps: readonly number[]): Promise<void> => {
      for (const ms of naps) {
        await clock.sleep(ms);
        // Work that takes some turns of the event loop takes no time.
        for (let turn = 0; turn < 3; turn += 1) await new Promise(resolve => setImmediate(resolve));
        seen.push(`${name} ${clock.monotonic()}`);
      }
    };
    await Promise.all([sleeper('a', 3_000, 1_000), sleeper('b', 1_000, 2_500), sleeper('c', 3_500)]);
    expect(seen).toEqual(['b 1000', 'a 3000', 'c 3500', 'b 3500', 'a 4000']);
    expect(clock.now() - clock.monotonic()).toBe(Date.UTC(2026, 0, 1));
  });

  it('ends a sleep with the reason of its signal, at once', async () => {
    const clock = createFakeClock();
    const stop = new AbortController();
    const long = clock.sleep(60_000, stop.signal);
    void clock.sleep(100).then(() => stop.abort('enough'));
    await expect(long).rejects.toBe('enough');
    await expect(clock.sleep(1, stop.signal)).rejects.toBe('enough');
    expect({ now: clock.monotonic(), pending: clock.pendingSleepCount() }).toEqual({ now: 100, pending: 0 });
  });

  it('that does not run by itself is moved by hand', async () => {
    const clock = createFakeClock({ runs: false });
    const seen: number[] = [];
    for (const ms of [50, 10, 200]) void clock.sleep(ms).then(() => seen.push(clock.monotonic()));
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(seen).toEqual([]);
    await clock.advance(100);
    expect([seen, clock.monotonic(), clock.pendingSleepCount()]).toEqual([[10, 50], 100, 1]);
  });

  it('waits for a thread that was said to work', async () => {
    const clock = createFakeClock();
    const owner = {};
    clock.noteThreadWork(owner);
    let worked = false;
    setTimeout(() => {
      worked = true;
      clock.threadsAreDone(owner);
    }, 5);
    await clock.sleep(1_000);
    expect(worked).toBe(true);
  });
});
