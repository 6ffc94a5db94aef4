import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfMs, dateText, instantText, secondsOfDate, secondsOfDay } from '../../src/domain/calendar.ts';

describe('the calendar', () => {
  test('agrees with that of the platform from 1970 to 2106', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), seconds => {
        const expected = new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
        expect(instantText(seconds)).toBe(expected);
        expect(dateText(seconds)).toBe(expected.slice(0, 10));
        const [year = 0, month = 0, day = 0] = expected.slice(0, 10).split('-').map(Number);
        expect(secondsOfDay(year, month, day)).toBe(Math.floor(seconds / 86_400) * 86_400);
        expect(secondsOfDate(expected.slice(0, 10))).toBe(Math.floor(seconds / 86_400) * 86_400);
      }),
    );
  });

  test('has the date of any millisecond in the years 0 to 9999', () => {
    const range = { min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), date => {
        expect(dateOfMs(date.getTime())).toBe(date.toISOString().slice(0, 10));
      }),
    );
    for (const date of [range.min, range.max]) expect(dateOfMs(date.getTime())).toBe(date.toISOString().slice(0, 10));
    expect([range.min.getTime() - 1, range.max.getTime() + 1].map(dateOfMs)).toEqual([undefined, undefined]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e17, -1e15])('has no date for %s', ms => {
    expect(dateOfMs(ms)).toBeUndefined();
  });

  test.each(['', '2026-1-01', '2026-11-21T00:00:00Z', 'today'])('reads no date in "%s"', text => {
    expect(secondsOfDate(text)).toBeUndefined();
  });
});
