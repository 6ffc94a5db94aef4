import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { finding } from '../../src/domain/finding.ts';
import { admission, admitNow, afterFailure, afterSuccess, type Breaker, CLOSED } from '../../src/policy/breaker.ts';

/** A failure of this code at this time, without anything special about it. */
function fail(
  breaker: Breaker,
  code: Code,
  more: { nowMs?: number; hadProgress?: boolean; isMisfit?: boolean; wait?: number } = {},
) {
  const { nowMs = 0, hadProgress = false, isMisfit = false, wait } = more;
  const evidence = { 'retry after seconds': wait };
  return afterFailure(breaker, { finding: finding(code, { subject: 'm', evidence }), nowMs, hadProgress, isMisfit });
}

describe('the breaker of a source', () => {
  it('opens at the second failure in a row, and lets one question through after two seconds', () => {
    const once = fail(CLOSED, 'BODY.STALL');
    expect(admission(once, 0)).toBe('closed');
    const twice = fail(once, 'TCP.RESET', { nowMs: 100 });
    expect([100, 2_099, 2_100].map(nowMs => admission(twice, nowMs))).toEqual(['open', 'open', 'trial']);
  });

  it('closes after a success and stays open twice as long after each failed trial, up to half a minute', () => {
    let breaker = fail(fail(CLOSED, 'TCP.RESET'), 'TCP.RESET');
    expect(afterSuccess(breaker)).toEqual(CLOSED);
    const openMs: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      openMs.push(breaker.openUntilMs ?? 0);
      breaker = fail(breaker, 'TCP.RESET');
    }
    expect(openMs).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 32_000]);
  });

  it('gives a source up that only ever fails, and sooner one that only ever stalls', () => {
    const failuresUntilFinal = (code: Code, isGivenUpEarly: boolean): number => {
      let breaker = CLOSED;
      let count = 0;
      for (; admission(breaker, 0) !== 'final'; count += 1) {
        breaker = afterFailure(breaker, {
          finding: finding(code, { subject: 'm' }),
          nowMs: 0,
          hadProgress: false,
          isMisfit: false,
          isGivenUpEarly,
        });
      }
      return count;
    };
    expect(failuresUntilFinal('TCP.RESET', false)).toBe(8);
    expect(failuresUntilFinal('BODY.STALL', true)).toBe(8);
    expect(failuresUntilFinal('BODY.STALL', false)).toBe(3);
  });

  it('does not count a connection that was cut after it had delivered something', () => {
    let breaker = CLOSED;
    for (let times = 0; times < 9; times += 1) breaker = fail(breaker, 'BODY.RESET', { hadProgress: true });
    expect(admission(breaker, 0)).toBe('closed');
    const stalled = fail(fail(breaker, 'BODY.STALL', { hadProgress: true }), 'BODY.STALL', { hadProgress: true });
    expect(admission(stalled, 0)).toBe('open');
  });

  it.each(['HTTP.NOT_FOUND', 'HTTP.FORBIDDEN', 'HTTP.ENCODED', 'TLS.UNTRUSTED', 'DNS.NXDOMAIN', 'BODY.TOO_LONG'] as const)(
    'never closes again after %s',
    code => {
      const breaker = fail(CLOSED, code);
      expect(admission(breaker, Number.MAX_SAFE_INTEGER)).toBe('final');
      expect(admission(afterSuccess(breaker), 0)).toBe('final');
      expect(admission(admitNow(breaker, 0), 0)).toBe('final');
    },
  );

  it('never closes again after an answer that contradicts what is known, unless only ranges are beyond the server', () => {
    expect(admission(fail(CLOSED, 'BODY.TRUNCATED', { isMisfit: true }), 0)).toBe('final');
    expect(admission(fail(CLOSED, 'HTTP.RANGE', { isMisfit: true }), 0)).toBe('closed');
  });

  it('opens at once for a server that says that it is busy, and for as long as it asks', () => {
    expect(fail(CLOSED, 'HTTP.SERVER').openUntilMs).toBe(2_000);
    expect(fail(CLOSED, 'HTTP.RATE_LIMIT', { nowMs: 50, wait: 7 }).openUntilMs).toBe(7_050);
    expect(admission(admitNow(fail(CLOSED, 'HTTP.SERVER'), 10), 10)).toBe('trial');
  });

  it('is never open for longer than half a minute without being told so', () => {
    const codes = fc.constantFrom<Code[]>('BODY.STALL', 'TCP.RESET', 'HTTP.SERVER', 'BODY.SLOW');
    fc.assert(
      fc.property(fc.array(fc.option(codes, { nil: undefined }), { maxLength: 30 }), story => {
        const end = story.reduce((breaker, code) => (code === undefined ? afterSuccess(breaker) : fail(breaker, code)), CLOSED);
        const isFinal = admission(end, 0) === 'final';
        if (!isFinal) expect(end.openUntilMs ?? 0).toBeLessThanOrEqual(32_000);
        if (story.at(-1) === undefined && !isFinal) expect(end).toEqual(CLOSED);
      }),
    );
  });
});
