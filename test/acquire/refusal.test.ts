import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOfStatus, retryAfterSeconds } from '../../src/acquire/refusal.ts';
import { CODES } from '../../src/domain/catalogue.ts';

const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

test.each([
  ['0', 0],
  ['120', 120],
  [' 120 ', 120],
  ['Wed, 21 Oct 2026 07:29:30 GMT', 90],
  ['Wednesday, 21-Oct-26 07:29:30 GMT', 90],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['99999999999', undefined],
  ['2026', 2026],
  ['Wed, soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j', (value, expected) => {
  expect(retryAfterSeconds(value, NOW)).toBe(expected);
});

test('Retry-After is never negative nor NaN', () => {
  fc.assert(
    fc.property(fc.string(), value => {
      const seconds = retryAfterSeconds(value, NOW);
      if (seconds !== undefined) expect(seconds).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('every status has a code of the catalogue', () => {
  for (let status = 100; status < 1_000; status++) expect(CODES).toContain(codeOfStatus(status));
});
