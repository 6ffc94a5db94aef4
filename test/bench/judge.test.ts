import { describe, expect, it } from 'vitest';
import { fakeRow } from './fake-row.ts';
import type { Row } from './figures.ts';
import { judge } from './judge.ts';
import type { ScenarioResult } from './results.ts';
import type { Comparison, Scenario } from './scenario.ts';

const machine = { processorCount: 2, processor: 'CPU', memoryGib: 8, kernel: '6.1', node: 'v24.0.0' };

function resultOf(
  rows: Readonly<Record<string, readonly Row[]>>,
  missing: Readonly<Record<string, string>> = {},
): ScenarioResult {
  return { date: '2026-11-21', machine, rows, missing };
}

function scenarioOf(...comparisons: readonly Comparison[]): Scenario {
  return { name: 'some', about: 'Something.', runs: 3, servers: {}, sides: {}, comparisons };
}

const WALL: Comparison = { figure: 'wallMs', over: 'tar', atMost: 0.5 };

describe('a bar', () => {
  it.each([
    ['met', 500],
    ['missed', 501],
  ])('is %s by a median of %d ms over 1 s', (verdict, wallMs) => {
    const rows = { ours: [1, wallMs, 9_000].map(ms => fakeRow({ wallMs: ms })), tar: [fakeRow(), fakeRow(), fakeRow()] };
    const [line] = judge(scenarioOf(WALL), resultOf(rows));
    expect(line).toMatchObject({ verdict, unit: 'ratio', value: { median: wallMs / 1_000, min: 0.001, max: 9 } });
  });

  it('is missed when a run failed, however fast the others were', () => {
    const rows = { ours: [fakeRow({ wallMs: 1 }), fakeRow({ good: false, wallMs: 1 })], tar: [fakeRow(), fakeRow()] };
    const [line] = judge(scenarioOf(WALL), resultOf(rows));
    expect(line).toMatchObject({ verdict: 'missed', value: { median: 0.001 } });
    expect(line?.note).not.toBe('');
  });

  it('can be an absolute one, of another side, or within one run', () => {
    const rows = { ours: [fakeRow({ sentBytes: 101 })], big: [fakeRow({ rssBytes: 200 })] };
    const lines = judge(
      scenarioOf(
        { figure: 'rssBytes', side: 'big', atMost: 199 },
        { figure: 'sentBytes', overFigure: 'archiveBytes', atMost: 1.01 },
        { figure: 'connectionCount' },
      ),
      resultOf(rows),
    );
    expect(lines.map(({ verdict, unit, value }) => [verdict, unit, value?.median])).toEqual([
      ['missed', 'rssBytes', 200],
      ['met', 'ratio', 1.01],
      ['no target', 'connectionCount', 1],
    ]);
  });
});

describe('what was not measured', () => {
  it('has no figure, and says why', () => {
    const [line] = judge(scenarioOf(WALL), resultOf({ ours: [fakeRow()] }, { tar: 'it is not installed' }));
    expect(line).toMatchObject({ verdict: 'not measured', value: undefined, other: undefined, note: 'tar: it is not installed' });
  });

  it('names a reason once for both sides', () => {
    const missing = { ours: 'no archive', tar: 'no archive' };
    expect(judge(scenarioOf(WALL), resultOf({}, missing))).toMatchObject([{ note: 'ours, tar: no archive' }]);
  });

  it('is a scenario that was not run', () => {
    expect(judge(scenarioOf(WALL), undefined)).toMatchObject([{ verdict: 'not measured', value: undefined, own: undefined }]);
  });

  it('is a side of which every run failed', () => {
    const rows = { ours: [fakeRow({ good: false })], tar: [fakeRow()] };
    expect(judge(scenarioOf(WALL), resultOf(rows))).toMatchObject([{ verdict: 'not measured', value: undefined }]);
  });
});

describe('a red end that is wanted', () => {
  it('is told with its exit code and cause', () => {
    const rows = { dead: [fakeRow({ exitCode: 72, cause: 'TCP.REFUSED' }), fakeRow({ exitCode: 72, cause: 'TCP.REFUSED' })] };
    const [line] = judge(scenarioOf({ figure: 'wallMs', side: 'dead', atMost: 8_000 }), resultOf(rows));
    expect(line).toMatchObject({ verdict: 'met', note: 'exit 72, TCP.REFUSED' });
  });
});
