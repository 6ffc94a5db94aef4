import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type MetricRow } from '../../src/domain/metric-table.ts';
import { RULE_TOPICS } from '../../src/domain/rule.ts';
import { observationsOf } from '../../src/report/observations.ts';
import { renderMetrics } from '../../src/report/openmetrics.ts';
import { SOURCE_IDS } from '../../src/sources/source-ids.ts';
import { hostile, hostileRun, hostileSuccess } from './hostile.ts';
import { allFailed, cached, fold, installed } from './scenarios.ts';
import { GOLDEN_RUNS, preflightBlocked, preflightWarned } from './scenarios-preflight.ts';

const ROWS = Object.entries<MetricRow>(METRICS);

/** Value of each sample by its name with labels. */
function samplesOf(text: string): Readonly<Record<string, number>> {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

describe('the table of metrics', () => {
  it('follows the naming conventions', () => {
    for (const [name, { type, unit, buckets, help, labels }] of ROWS) {
      expect(name).toMatch(/^setup_go_robust_[a-z_]+$/u);
      expect(name).not.toMatch(/_(?:total|info|count|sum|bucket)$/u);
      expect(unit === undefined || name.endsWith(`_${unit}`)).toBe(true);
      expect(buckets !== undefined).toBe(type === 'histogram');
      expect(help).not.toMatch(/[.\n\\]$/u);
      expect(Object.keys(labels).filter(label => !/^[a-z]+$/u.test(label) || label === 'le')).toEqual([]);
      expect([...(buckets ?? [])].sort((a, b) => a - b)).toEqual(buckets ?? []);
    }
  });
  it('knows every source and every topic', () => {
    const { source } = METRICS.setup_go_robust_attempts.labels;
    expect(SOURCE_IDS.filter(id => !source.test(id))).toEqual([]);
    expect(METRICS.setup_go_robust_preflight_checks.labels.topic).toBe(RULE_TOPICS);
  });
  it('holds no metric that no run reports', () => {
    const caches = [{ result: 'off', reason: 'offline' }] as const;
    const reports = [...Object.values(GOLDEN_RUNS).map(fold), { ...fold(cached), caches }];
    const seen = new Set(reports.flatMap(report => observationsOf(report).map(({ name }) => name)));
    expect(ROWS.map(([name]) => name).filter(name => !seen.has(name as keyof typeof METRICS))).toEqual([]);
  });
  it('needs `other` for nothing that a run of ours says', () => {
    const labels = Object.values(GOLDEN_RUNS).flatMap(events =>
      observationsOf(fold(events)).flatMap(({ labels: of }) => Object.values(of)),
    );
    expect(labels).not.toContain('other');
  });
});

describe('renderMetrics', () => {
  it('counts attempts by source, stage and end, and failures by cause', () => {
    expect(samplesOf(renderMetrics(fold(allFailed)))).toMatchObject({
      'setup_go_robust_attempts_total{source="official",stage="connect",end="failed"}': 1,
      'setup_go_robust_attempts_total{source="aliyun",stage="body",end="failed"}': 1,
      'setup_go_robust_attempts_total{source="nju",stage="response",end="failed"}': 1,
      'setup_go_robust_attempt_failures_total{source="nju",cause="HTTP.NOT_FOUND"}': 1,
      'setup_go_robust_run_failures_total{command="install",cause="TCP.REFUSED"}': 1,
      'setup_go_robust_received_bytes_total{source="aliyun",end="failed"}': 21_000_000,
      'setup_go_robust_proofs_total{kind="none"}': 1,
    });
  });
  it('puts each time into every bucket that holds it', () => {
    const samples = samplesOf(renderMetrics(fold(installed)));
    const name = 'setup_go_robust_first_byte_seconds';
    expect(samples).toMatchObject({
      [`${name}_bucket{source="aliyun",le="0.05"}`]: 0,
      [`${name}_bucket{source="aliyun",le="0.1"}`]: 1,
      [`${name}_bucket{source="aliyun",le="10.0"}`]: 1,
      [`${name}_bucket{source="aliyun",le="+Inf"}`]: 1,
      [`${name}_count{source="aliyun"}`]: 1,
      [`${name}_sum{source="aliyun"}`]: 0.095,
    });
  });
  it('tells caches, proofs and preflight', () => {
    expect(samplesOf(renderMetrics(fold(cached)))).toMatchObject({
      'setup_go_robust_cache_results_total{cache="tool",result="hit"}': 1,
      'setup_go_robust_proofs_total{kind="release-table"}': 1,
    });
    expect(samplesOf(renderMetrics(fold(preflightBlocked)))).toMatchObject({
      'setup_go_robust_preflight_checks_total{topic="version",status="failed"}': 1,
      'setup_go_robust_preflight_findings_total{cause="VERSION.TOO_OLD",severity="error"}': 1,
      'setup_go_robust_module_sums_total{result="proved"}': 48,
    });
  });
  it('sums what custom sources of one user did, under one name', () => {
    const events = installed.map(event =>
      event.type === 'attempt-started' ? { ...event, source: event.attempt === 1 ? 'custom' : 'custom-2' } : event,
    );
    expect(samplesOf(renderMetrics(fold(events)))).toMatchObject({
      'setup_go_robust_attempts_total{source="custom",stage="done",end="won"}': 1,
      'setup_go_robust_attempts_total{source="custom",stage="connect",end="failed"}': 1,
    });
  });
  it('is the same numbers in both formats, each with its own declarations', () => {
    const report = fold(preflightWarned);
    const [open, old] = [renderMetrics(report), renderMetrics(report, 'prometheus')];
    expect(samplesOf(old)).toEqual(samplesOf(open));
    expect(open.endsWith('\n# EOF\n')).toBe(true);
    expect(open).toContain('# TYPE setup_go_robust_runs counter\n');
    expect(old).toContain('# TYPE setup_go_robust_runs_total counter\n');
    expect(old).not.toMatch(/# (?:EOF|UNIT)| info$/mu);
  });
  it('has the same series whatever a server or a user says', () => {
    fc.assert(
      fc.property(hostile, text => {
        // Beyond what a source of ours could be called.
        const foreign = `!${text}`;
        for (const make of [hostileRun, hostileSuccess]) expect(renderMetrics(make(foreign))).toBe(renderMetrics(make('!x')));
      }),
    );
  });
});
