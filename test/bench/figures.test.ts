import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeRow } from './fake-row.ts';
import { ownRatios, pairRatios, spread, values } from './figures.ts';

describe('the spread of values', () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[9, 1, 2], { median: 2, min: 1, max: 9 }],
    [[4, 1, 2, 100], { median: 3, min: 1, max: 100 }],
  ])('of %j is %j', (numbers, expected) => {
    expect(spread(numbers)).toEqual(expected);
  });

  it('of nothing is nothing', () => {
    expect(spread([])).toBeUndefined();
  });

  it('has as many values below the median as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), numbers => {
        const median = spread(numbers)?.median ?? Number.NaN;
        const half = numbers.length / 2;
        expect(numbers.filter(value => value < median).length).toBeLessThanOrEqual(half);
        expect(numbers.filter(value => value > median).length).toBeLessThanOrEqual(half);
      }),
    );
  });
});

describe('ratios', () => {
  it('are made of runs of the same number', () => {
    const ours = [fakeRow({ wallMs: 100 }), fakeRow({ wallMs: 300 })];
    const theirs = [fakeRow({ wallMs: 200 }), fakeRow({ wallMs: 100 })];
    expect(pairRatios(ours, theirs, 'wallMs')).toEqual([0.5, 3]);
  });

  it('leave out a pair of which one run is bad, lacks the figure or is missing', () => {
    const bad = fakeRow({ good: false });
    const far = fakeRow({ firstMs: null });
    const rows = [fakeRow(), bad, fakeRow(), fakeRow()];
    expect(pairRatios(rows, [bad, fakeRow(), fakeRow({ firstMs: 80 })], 'firstMs')).toEqual([0.5]);
    expect(pairRatios(rows, [far, far, far, far], 'firstMs')).toEqual([]);
  });

  it('never divide by zero', () => {
    expect(pairRatios([fakeRow({ writtenBytes: 5 })], [fakeRow()], 'writtenBytes')).toEqual([]);
    expect(ownRatios([fakeRow({ archiveBytes: 0 }), fakeRow({ sentBytes: 145 })], 'sentBytes', 'archiveBytes')).toEqual([1.45]);
  });

  it('know only good runs', () => {
    const rows = [fakeRow({ good: false, sentBytes: 900 }), fakeRow({ sentBytes: 101 })];
    expect(ownRatios(rows, 'sentBytes', 'archiveBytes')).toEqual([1.01]);
    expect(values(rows, 'sentBytes')).toEqual([101]);
  });
});
