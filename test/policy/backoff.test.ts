import { describe, expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { backoffMs, isTemporary } from '../../src/policy/backoff.ts';

const server = finding('HTTP.SERVER', { subject: 'a' });
const absent = finding('HTTP.NOT_FOUND', { subject: 'b' });
const limited = (seconds: number) => finding('HTTP.RATE_LIMIT', { subject: 'c', evidence: { 'retry after seconds': seconds } });

describe('back-off after all sources failed', () => {
  it('pauses longer in each round, with jitter over the upper half, and ends', () => {
    expect([0, 1].map(random => backoffMs(1, [server], random))).toEqual([250, 500]);
    expect([0, 1].map(random => backoffMs(2, [server], random))).toEqual([1000, 2000]);
    expect(backoffMs(LIMITS.backoffMs.length + 1, [server], 0.5)).toBeUndefined();
  });

  it('does not wait when no failure will heal by itself', () => {
    expect(backoffMs(1, [absent], 0.5)).toBeUndefined();
    expect(backoffMs(1, [], 0.5)).toBeUndefined();
  });

  it('keeps a short Retry-After and ignores one that is longer than a job would wait', () => {
    expect(backoffMs(1, [limited(7), absent], 0.5)).toBe(7_000);
    expect(backoffMs(1, [limited(3600)], 1)).toBe(500);
    expect(backoffMs(1, [limited(Number.NaN)], 1)).toBe(500);
  });

  it('never asks again for altered bytes, a used-up budget or an interrupted run', () => {
    const codes = ['VER.TAMPERED', 'BUDGET.TOTAL', 'SELF.INTERRUPTED'] as const;
    expect(codes.filter(code => isTemporary(finding(code, { subject: 'x' })))).toEqual([]);
    expect(isTemporary(server)).toBe(true);
  });
});
