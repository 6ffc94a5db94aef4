import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, percentile, type Sample } from '../../src/policy/source-samples.ts';

const sample = (changes: Partial<Sample> = {}): Sample => ({
  firstByteMs: 100,
  bodyMs: 50,
  bytes: 65_536,
  canRange: true,
  host: 'mirror.test',
  headers: {},
  ...changes,
});

describe('percentile', () => {
  it.each([
    [[30, 10, 20], 0.5, 20],
    [[30, 10, 20], 0.95, 30],
    [[10, 20], 0.5, 10],
    [[7], 0.95, 7],
    [[], 0.5, 0],
  ])('of %j at %d is %d', (values, share, expected) => expect(percentile(values, share)).toBe(expected));

  it('is one of the values, and never falls when the share grows', () => {
    const values = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        expect(all).toContain(percentile(all, share));
        expect(percentile(all, share)).toBeLessThanOrEqual(percentile(all, 1));
      }),
    );
  });
});

describe('the figures of a source', () => {
  it('are none where nothing was answered', () => expect(figuresOf([], 'mirror.test')).toEqual({}));

  it('hold the times, the best rate and what every answer could', () => {
    const samples = [sample(), sample({ firstByteMs: 300, bodyMs: 25 }), sample({ firstByteMs: 200, canRange: false })];
    expect(figuresOf(samples, 'mirror.test')).toEqual({
      firstByteMs: { p50: 200, p95: 300 },
      bytesPerSecond: 2_621_440,
      canRange: false,
    });
  });

  it('name the host that redirects led to, and the caches on the way', () => {
    const headers = { age: '12', 'x-cache': 'HIT\u001b[31m from edge', via: 'x'.repeat(500), server: 'nginx' };
    const { redirectedTo, cache } = figuresOf([sample({ host: 'dl.test', headers })], 'mirror.test');
    expect({ redirectedTo, cache }).toEqual({
      redirectedTo: 'dl.test',
      cache: { age: '12', 'x-cache': 'HIT [31m from edge', via: 'x'.repeat(80) },
    });
  });

  it('have no rate of a body that took no time', () => {
    expect(figuresOf([sample({ bodyMs: 0 })], 'mirror.test').bytesPerSecond).toBeUndefined();
  });
});
