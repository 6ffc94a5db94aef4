import { METRICS, type MetricName, type MetricRow } from '../domain/metric-table.ts';
import type { Report } from '../domain/report.ts';
import { type Observation, observationsOf } from './observations.ts';

/**
 * `openmetrics`: OpenMetrics 1.0 text, for files and GitLab's metrics report. `prometheus`: the older text format 0.0.4 that a
 * Pushgateway takes; there a counter carries `_total` in its type too, and there is neither info nor unit.
 */
export type MetricsDialect = 'openmetrics' | 'prometheus';

/** The run in metrics of domain/metric-table.ts, families in its order, without timestamps. */
export function renderMetrics(report: Report, dialect: MetricsDialect = 'openmetrics'): string {
  const observations = observationsOf(report);
  const names = Object.keys(METRICS) as MetricName[];
  const families = names.flatMap(name =>
    family(
      name,
      observations.filter(item => item.name === name),
      dialect,
    ),
  );
  return [...families, ...(dialect === 'openmetrics' ? ['# EOF'] : []), ''].join('\n');
}

function family(name: MetricName, observations: readonly Observation[], dialect: MetricsDialect): readonly string[] {
  if (observations.length === 0) return [];
  const row: MetricRow = METRICS[name];
  const isOpen = dialect === 'openmetrics';
  const suffix = { counter: '_total', info: '_info', histogram: '' }[row.type];
  const declared = isOpen ? name : `${name}${suffix}`;
  const type = row.type === 'info' && !isOpen ? 'gauge' : row.type;
  const series = grouped(observations);
  return [
    `# HELP ${declared} ${row.help}.`,
    `# TYPE ${declared} ${type}`,
    ...(row.unit === undefined || !isOpen ? [] : [`# UNIT ${declared} ${row.unit}`]),
    ...(row.type === 'histogram'
      ? series.flatMap(item => histogram(name, item, row.buckets ?? []))
      : series.map(({ labels, values }) => `${name}${suffix}${braces(labels)} ${number(sum(values))}`)),
  ];
}

interface Series {
  readonly labels: Observation['labels'];
  readonly values: readonly number[];
}

/** Observations with the same labels together, in the order of the alphabet. */
function grouped(observations: readonly Observation[]): readonly Series[] {
  const series = new Map<string, { readonly labels: Observation['labels']; readonly values: number[] }>();
  for (const { labels, value } of observations) {
    const key = braces(labels);
    const known = series.get(key);
    if (known === undefined) series.set(key, { labels, values: [value] });
    else known.values.push(value);
  }
  return [...series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** Buckets are cumulative, and the last one holds all. */
function histogram(name: string, { labels, values }: Series, buckets: readonly number[]): readonly string[] {
  const rows = buckets.map(bound => [bucketText(bound), values.filter(value => value <= bound).length] as const);
  return [
    ...[...rows, ['+Inf', values.length] as const].map(
      ([bound, count]) => `${name}_bucket${braces({ ...labels, le: bound })} ${count}`,
    ),
    `${name}_count${braces(labels)} ${values.length}`,
    `${name}_sum${braces(labels)} ${number(sum(values))}`,
  ];
}

/** OpenMetrics 1.0, "Considerations: Canonical Numbers": bounds are written with a decimal point. */
function bucketText(bound: number): string {
  return Number.isInteger(bound) ? bound.toFixed(1) : String(bound);
}

/** Every value is in the set of its label (observations.ts), so there is nothing to escape; a stray quote would end the file. */
function braces(labels: Observation['labels']): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replaceAll(/["\\\n]/gu, '_')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function number(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
