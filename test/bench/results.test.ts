import { describe, expect, it } from 'vitest';
import { fakeRow } from './fake-row.ts';
import { formatResults, mergeResults, parseResults, type Results } from './results.ts';

const machine = { processorCount: 2, processor: 'CPU', memoryGib: 8, kernel: '6.1', node: 'v24.0.0' };
const session = (date: string, rows = { ours: [fakeRow()] }): Results => ({ warm: { date, machine, rows, missing: {} } });

describe('results', () => {
  it('can be written and read', () => {
    expect(parseResults(formatResults(session('2026-11-21')))).toEqual(session('2026-11-21'));
  });

  it.each(['{}', '[]', 'null', '{"schema":"another/bench@1","scenarios":{}}'])('are not %s', text => {
    expect(() => parseResults(text)).toThrow();
  });

  it('of several sessions: the last one stands', () => {
    const other: Results = { cold: { date: '2026-11-01', machine, rows: { ours: [] }, missing: {} } };
    const merged = mergeResults([session('2026-11-20'), other, session('2026-11-21')]);
    expect(Object.entries(merged).map(([name, { date }]) => [name, date])).toEqual([
      ['warm', '2026-11-21'],
      ['cold', '2026-11-01'],
    ]);
  });

  it('are not replaced by a session that could measure nothing', () => {
    const nothing: Results = { warm: { date: '2026-11-22', machine, rows: {}, missing: { ours: 'not built' } } };
    expect(mergeResults([session('2026-11-20'), nothing])['warm']?.date).toBe('2026-11-20');
    expect(mergeResults([nothing])['warm']?.missing).toEqual({ ours: 'not built' });
  });
});
