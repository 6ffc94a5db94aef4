import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDurationMs } from '../../src/domain/duration.ts';

describe('parseDurationMs', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h', 3_600_000],
    ['1m30s', 90_000],
    ['1h30m', 5_400_000],
    ['24h', 86_400_000],
  ])('reads %s', (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  it.each(['', '0s', '0h0m0s', '90', '-5m', '5 m', '1.5h', '30s1m', '1d', 'm', '24h1s', '9999h', '600000m', '10M'])(
    'refuses %j',
    text => {
      expect(parseDurationMs(text)).toBeUndefined();
    },
  );

  it('gives a positive number that a timer can hold, or nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,6}[hms]?[0-9]{0,6}[hms]?$/u), text => {
        const ms = parseDurationMs(text) ?? 1;
        expect(ms > 0 && ms < 2 ** 31).toBe(true);
      }),
    );
  });
});
