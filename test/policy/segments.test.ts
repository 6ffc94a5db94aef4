import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import {
  claimBytesFor,
  isJoinWorthwhile,
  isTakeoverWorthwhile,
  segmentBytesFor,
  smoothedRate,
} from '../../src/policy/segments.ts';

const MIB = 1_048_576;

describe('joining', () => {
  it('is worth it only when more than a second and a half is left and the reader waits for the network', () => {
    const slow = { restBytes: 10_000_000, rate: 2_500_000, waitShare: 0.95 };
    expect(isJoinWorthwhile(slow)).toBe(true);
    expect(isJoinWorthwhile({ ...slow, rate: 7_000_000 })).toBe(false);
    expect(isJoinWorthwhile({ ...slow, waitShare: 0.4 })).toBe(false);
    expect(isJoinWorthwhile({ ...slow, rate: undefined })).toBe(false);
    expect(isJoinWorthwhile({ ...slow, rate: 0 })).toBe(true);
  });
});

describe('a smoothed rate', () => {
  it('begins with the first sample and falls below a tenth after a second of silence', () => {
    const first = smoothedRate(undefined, 1_000);
    expect(first).toBe(1_000);
    const silent = [0, 0, 0, 0].reduce(smoothedRate, first);
    expect(silent).toBeLessThan(100);
  });
});

describe('a segment', () => {
  it('is 1 MiB, and larger where the round trip would cost more than a twentieth of its time', () => {
    expect(segmentBytesFor({ rate: 2_500_000, roundTripMs: 10 }, 4)).toBe(MIB);
    expect(segmentBytesFor({ rate: 2_500_000, roundTripMs: 30 }, 4)).toBe(1_500_000);
    expect(segmentBytesFor({ rate: undefined, roundTripMs: undefined }, 4)).toBe(MIB);
  });

  it('is never so large that two for each member do not fit into the window', () => {
    expect(segmentBytesFor({ rate: 100_000_000, roundTripMs: 300 }, 4)).toBe(2 * MIB);
    expect(segmentBytesFor({ rate: 100_000_000, roundTripMs: 300 }, 50)).toBe(MIB);
  });

  it('shrinks near the end, so that all are done at the same time, and never exceeds what is left', () => {
    expect(claimBytesFor(MIB, 20 * MIB, 4)).toBe(MIB);
    expect(claimBytesFor(MIB, 2 * MIB, 4)).toBe(MIB / 2);
    expect(claimBytesFor(MIB, 300_000, 4)).toBe(LIMITS.segmentMinBytes);
    fc.assert(
      fc.property(fc.nat(20 * MIB), fc.integer({ min: 1, max: 20 * MIB }), fc.nat(9), (segment, unclaimed, count) => {
        const bytes = claimBytesFor(segment, unclaimed, count);
        expect(bytes).toBeGreaterThan(0);
        expect(bytes).toBeLessThanOrEqual(unclaimed);
      }),
    );
  });
});

describe('taking over', () => {
  const taker = { rate: 2_500_000, roundTripMs: 20 };
  it('is worth it when the owner would need more than twice as long, the new question included', () => {
    expect(isTakeoverWorthwhile({ rate: 200_000 }, taker, MIB)).toBe(true);
    expect(isTakeoverWorthwhile({ rate: 1_300_000 }, taker, MIB)).toBe(false);
    expect(isTakeoverWorthwhile({ rate: 200_000 }, { ...taker, roundTripMs: 4_000 }, MIB)).toBe(false);
  });

  it('leaves an owner alone that was not measured, and takes one that stands still', () => {
    expect(isTakeoverWorthwhile({ rate: undefined }, taker, MIB)).toBe(false);
    expect(isTakeoverWorthwhile({ rate: 0 }, taker, MIB)).toBe(true);
    expect(isTakeoverWorthwhile({ rate: 0 }, { rate: undefined, roundTripMs: undefined }, MIB)).toBe(true);
    expect(isTakeoverWorthwhile({ rate: 5_000 }, { rate: undefined, roundTripMs: undefined }, MIB)).toBe(false);
    expect(isTakeoverWorthwhile({ rate: 0 }, { ...taker, rate: 0 }, MIB)).toBe(false);
  });

  it('is never worth it in both directions', () => {
    const rate = fc.double({ min: 0, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 8 * MIB }), (a, b, rest) => {
        const one = { rate: a, roundTripMs: 0 };
        const other = { rate: b, roundTripMs: 0 };
        expect(isTakeoverWorthwhile(one, other, rest) && isTakeoverWorthwhile(other, one, rest)).toBe(false);
      }),
    );
  });
});
