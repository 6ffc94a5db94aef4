import { expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';

const clock = createClock();

test('sleep takes its time', async () => {
  const before = clock.monotonic();
  await clock.sleep(20);
  expect(clock.monotonic() - before).toBeGreaterThanOrEqual(18);
});

test('sleep rejects with the reason of the signal, before and during', async () => {
  const reason = new Error('enough');
  await expect(clock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  const controller = new AbortController();
  const sleeping = clock.sleep(60_000, controller.signal);
  controller.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
});

test('sleep for longer than a timer can hold does not end at once', async () => {
  const controller = new AbortController();
  const first = await Promise.race([
    clock.sleep(1e12, controller.signal).then(() => 'long'),
    clock.sleep(20).then(() => 'short'),
  ]).finally(() => controller.abort());
  expect(first).toBe('short');
});

test('now is the time of day', () => {
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
});
