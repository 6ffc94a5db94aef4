import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../src/domain/nearest.ts';

const names = ['go-version', 'go-version-file', 'check-latest', 'sources', 'nju'];

describe('nearestName', () => {
  it.each([
    ['go-verison', 'go-version'],
    ['go_version', 'go-version'],
    ['GO-VERSION', 'go-version'],
    ['source', 'sources'],
    ['nuj', 'nju'],
  ])('takes %s for %s', (text, name) => {
    expect(nearestName(text, names)).toBe(name);
  });

  it.each(['', 'something-else', 'x'.repeat(10_000)])('has nothing near enough to %.20s', text => {
    expect(nearestName(text, names)).toBeUndefined();
  });
});

describe('editDistance', () => {
  it('is zero for equal texts only, symmetric, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
