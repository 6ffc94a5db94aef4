import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentLength, contradicts, parseContentRange, strongTag, validatorOf } from '../../src/acquire/content-range.ts';

test.each([
  ['bytes 0-99/1000', { start: 0, end: 100, sizeBytes: 1000 }],
  [' bytes 999-999/1000 ', { start: 999, end: 1000, sizeBytes: 1000 }],
  ['bytes 0-99/*', undefined],
  ['bytes */1000', undefined],
  ['bytes 5-4/1000', undefined],
  ['bytes 0-1000/1000', undefined],
  ['items 0-1/2', undefined],
  ['bytes 0-1/2, bytes 0-1/2', undefined],
  ['bytes 0-1/99999999999999999999', undefined],
  [undefined, undefined],
])('Content-Range %j', (value, expected) => {
  expect(parseContentRange(value)).toEqual(expected);
});

test.each([
  ['"abc"', '"abc"'],
  ['""', '""'],
  ['W/"abc"', undefined],
  ['abc', undefined],
  ['"a"b"', undefined],
  ['"a"\r\nX: y', undefined],
])('the strong tag of %j', (etag, expected) => {
  expect(strongTag({ etag })).toBe(expected);
});

test.each([
  ['12', 12],
  ['0', 0],
  ['-1', undefined],
  ['1, 1', undefined],
  ['0x10', undefined],
  ['', undefined],
])('Content-Length %j', (value, expected) => {
  expect(contentLength({ 'content-length': value })).toBe(expected);
});

test('a range that is read lies within its size, whatever the header', () => {
  const header = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([a, b, c]) => `bytes ${a}-${b}/${c}`),
  );
  fc.assert(
    fc.property(header, value => {
      const range = parseContentRange(value);
      if (range === undefined) return;
      expect(range.start).toBeLessThan(range.end);
      expect(range.end).toBeLessThanOrEqual(range.sizeBytes);
    }),
  );
});

const DATE = 'Tue, 06 Jan 2026 10:00:00 GMT';

test.each([
  [{ etag: '"a"', 'last-modified': 'Tue, 06 Jan 2026 09:00:00 GMT', date: DATE }, '"a"'],
  [{ etag: 'W/"a"', 'last-modified': 'Tue, 06 Jan 2026 09:00:00 GMT', date: DATE }, 'Tue, 06 Jan 2026 09:00:00 GMT'],
  [{ 'last-modified': 'Tue, 06 Jan 2026 09:59:00 GMT', date: DATE }, 'Tue, 06 Jan 2026 09:59:00 GMT'],
  [{ 'last-modified': 'Tue, 06 Jan 2026 09:59:01 GMT', date: DATE }, undefined],
  [{ 'last-modified': 'Tue, 06 Jan 2026 09:00:00 GMT' }, undefined],
  [{ 'last-modified': 'yesterday', date: DATE }, undefined],
  [{ 'last-modified': '5', date: DATE }, undefined],
  [{ etag: 'W/"a"' }, undefined],
])('the validator of %j', (headers, expected) => {
  expect(validatorOf(headers as Record<string, string>)).toBe(expected);
});

test('an answer contradicts a validator only by a header of the same kind with another value', () => {
  expect(contradicts({ etag: '"b"' }, '"a"')).toBe(true);
  expect(contradicts({ etag: '"a"' }, '"a"')).toBe(false);
  expect(contradicts({ etag: 'W/"b"' }, '"a"')).toBe(false);
  expect(contradicts({ etag: '"b"', 'last-modified': DATE }, DATE)).toBe(false);
  expect(contradicts({ 'last-modified': DATE }, 'Tue, 06 Jan 2026 09:00:00 GMT')).toBe(true);
});
