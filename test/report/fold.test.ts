import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import {
  allFailed,
  altered,
  badInputs,
  cached,
  drained,
  fold,
  installed,
  PROOF,
  refused,
  SCENARIOS,
  timeline,
} from './scenarios.ts';

const without = (events: readonly Event[], type: Event['type']) => events.filter(event => event.type !== type);

describe('foldReport', () => {
  it('says what was installed, from where, and on which proof', () => {
    expect(fold(installed)).toMatchObject({
      outcome: 'installed',
      exitCode: 0,
      go: { version: '1.26.8' },
      request: { spec: '1.26', origin: 'file', file: 'go.mod', line: 3 },
      installedFrom: 'aliyun',
      proof: PROOF,
      cause: null,
    });
  });
  it('keeps failed attempts and their findings in a good run', () => {
    const report = fold(installed);
    expect(report.attempts.map(({ source, end, code }) => [source, end, code])).toEqual([
      ['official', 'failed', 'TCP.REFUSED'],
      ['aliyun', 'won', undefined],
    ]);
    expect(report.findings).toEqual([{ ...refused, severity: 'info' }]);
  });
  it('names the tool cache as origin of a cached Go', () => {
    expect(fold(cached)).toMatchObject({ outcome: 'cached', installedFrom: 'tool-cache', exitCode: 0 });
  });
  it('measures phases, the total, and a phase that never ended', () => {
    expect(fold(installed).timings).toEqual({ resolve: 242, lookup: 108, acquire: 3_459, check: 28, apply: 8, total: 3_851 });
    expect(fold(drained).timings).toMatchObject({ acquire: 2_247, total: 2_600 });
    const twice = timeline(
      [10, { type: 'phase-started', phase: 'acquire' }],
      [20, { type: 'phase-ended', phase: 'acquire' }],
      [30, { type: 'phase-started', phase: 'acquire' }],
      [35, { type: 'phase-ended', phase: 'acquire' }],
    );
    expect(fold(twice).timings['acquire']).toBe(15);
    expect(fold(twice).phases).toEqual([
      { phase: 'acquire', startMs: 10, endMs: 20 },
      { phase: 'acquire', startMs: 30, endMs: 35 },
    ]);
  });
  it.each([
    ['no event at all', []],
    ['no end', drained],
    ['all but an end', without(installed, 'run-ended')],
  ])('calls %s a failure', (_name, events) => {
    expect(fold(events)).toMatchObject({ outcome: 'failed', exitCode: 70, go: null, cause: { code: 'SELF.DRAINED' } });
  });
  it.each([
    ['proved', installed],
    ['toolchain-ready', installed],
    ['proved', cached],
    ['toolchain-ready', cached],
  ] as const)('does not believe in success without %s', (type, events) => {
    const report = fold(without(events, type));
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 70, go: null, installedFrom: null, cause: { code: 'SELF.BUG' } });
  });
  it('does not take `ok` for an answer to install', () => {
    const run = (command: string) =>
      timeline([0, { type: 'run-started', command, product: 'p' }], [1, { type: 'run-ended', outcome: 'ok', findings: [] }]);
    expect(fold(run('install')).cause?.code).toBe('SELF.BUG');
    expect(fold(run('resolve'))).toMatchObject({ outcome: 'ok', exitCode: 0 });
  });
  it('lets a failed end win over a good one, before or after it', () => {
    const [bad] = timeline([9_999, { type: 'run-ended', outcome: 'failed', findings: [refused] }]);
    expect(bad).toBeDefined();
    for (const events of [
      [...installed, ...(bad ? [bad] : [])],
      [...(bad ? [bad] : []), ...installed],
    ]) {
      expect(fold(events)).toMatchObject({ outcome: 'failed', exitCode: 72 });
    }
  });
  it.each([
    ['allFailed', allFailed, 72, 'TCP.REFUSED'],
    ['altered', altered, 73, 'VER.TAMPERED'],
    ['badInputs', badInputs, 64, 'INPUT.VERSION'],
  ] as const)('ends %s with the exit code of its cause', (_name, events, exitCode, code) => {
    expect(fold(events)).toMatchObject({ exitCode, cause: { code } });
  });
  it('ends with 70 and no cause when a failure has no finding', () => {
    const events = timeline([1, { type: 'run-ended', outcome: 'failed', findings: [] }]);
    expect(fold(events)).toMatchObject({ exitCode: 70, cause: null });
  });
  it('puts the findings that ended the run first and each finding once', () => {
    const codes = fold(allFailed).findings.map(item => item.code);
    expect(codes).toEqual(['HTTP.NOT_FOUND', 'TCP.REFUSED', 'BODY.RESET']);
  });
  it('keeps an attempt that never ended and one that never began', () => {
    expect(fold(drained).attempts.at(-1)).toMatchObject({ source: 'aliyun', end: 'running', bytes: 40_000_000 });
    const skipped = finding('TCP.TIMEOUT', { subject: 'nju' });
    const events = timeline([7, { type: 'attempt-ended', attempt: 4, end: 'skipped', bytes: 0, finding: skipped }]);
    expect(fold(events).attempts).toEqual([
      { source: 'nju', url: '', startMs: 7, endMs: 7, bytes: 0, end: 'skipped', code: 'TCP.TIMEOUT' },
    ]);
  });
  it('is 0 only with an end, a proof and a Go, for any part of any run', () => {
    const event = fc.constantFrom(...Object.values(SCENARIOS).flat());
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        const report = fold(events);
        const has = (type: Event['type']) => events.some(item => item.type === type);
        expect(report.exitCode === 0).toBe(report.outcome !== 'failed');
        if (report.exitCode === 0) expect(has('run-ended') && has('proved') && has('toolchain-ready')).toBe(true);
      }),
    );
  });
});
