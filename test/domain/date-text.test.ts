import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../src/domain/date-text.ts';

describe('dateText', () => {
  it('is the date of the Gregorian calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-03-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        date => {
          expect(dateText(date.getTime())).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e17, -1e15])('of %s is none', ms => {
    expect(dateText(ms)).toBeUndefined();
  });
});
