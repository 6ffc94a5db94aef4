import { describe, expect, it } from 'vitest';
import { fakeRow } from './fake-row.ts';
import { judge } from './judge.ts';
import { renderPage } from './page.ts';
import type { Results } from './results.ts';
import { SCENARIOS } from './scenarios.ts';

const machine = { processorCount: 2, processor: 'Some CPU', memoryGib: 8, kernel: '6.1', node: 'v24.0.0' };

function pageOf(results: Results): string {
  const lines = SCENARIOS.flatMap(scenario => judge(scenario, results[scenario.name]));
  return renderPage({ scenarios: SCENARIOS, lines, results, plot: 'performance.svg' });
}

const tableRows = (page: string) => page.split('\n').filter(line => line.startsWith('| '));

const rows = { ours: [fakeRow({ wallMs: 600 })], 'curl | tar': [fakeRow()] };
const missing = { 'setup-go': 'no checkout | was\n<given>' };
const results: Results = { unlimited: { date: '2026-11-21', machine, rows, missing } };

describe('the page', () => {
  it('has a row with seven cells for every comparison, whatever stands in them', () => {
    for (const page of [pageOf({}), pageOf(results)]) {
      const comparisons = SCENARIOS.flatMap(scenario => scenario.comparisons);
      const cells = tableRows(page).map(line => line.replaceAll(/\\./gu, '').split('|').length - 2);
      expect(cells).toEqual(Array.from({ length: comparisons.length + 1 }, () => 7));
    }
  });

  it('says on what and when it was measured', () => {
    expect(pageOf(results)).toContain('2026-11-21');
    expect(pageOf(results)).toContain('2 × Some CPU');
    const later = { ...results, warm: { date: '2026-11-23', machine, rows, missing: {} } };
    expect(pageOf(later)).toContain('2026-11-21 to 2026-11-23');
  });

  it('shows both sides, the ratio, the target and whether it is met', () => {
    const line = tableRows(pageOf(results)).find(text => text.includes('wall time / curl'));
    expect(line).toBe('| unlimited | wall time / curl \\| tar | 600 ms | 1.00 s | 0.600 | ≤ 0.720 | met |');
  });

  it('shows no figure for what was not measured, but why', () => {
    const line = tableRows(pageOf(results)).find(text => text.includes('wall time / setup-go'));
    expect(line).toBe(
      '| unlimited | wall time / setup-go | 600 ms |  |  | ≤ 0.180 | not measured: setup-go: no checkout \\| was \\<given\\> |',
    );
  });

  it('explains every scenario', () => {
    for (const { name, about } of SCENARIOS) expect(pageOf({})).toContain(`- **${name}**: ${about}`);
  });
});
