import type { CacheOutcome } from '../domain/cache-entry.ts';
import { METRICS, type MetricName, type MetricRow, type Stage } from '../domain/metric-table.ts';
import type { Report, ReportAttempt } from '../domain/report.ts';
import { isFoundBy } from '../domain/rule.ts';

/** One thing that was counted or measured; a duration in seconds, an amount in bytes. */
export interface Observation {
  readonly name: MetricName;
  /** Each within the set of its label. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

type LabelsOf<N extends MetricName> = Readonly<Record<keyof (typeof METRICS)[N]['labels'], string>>;

/** What a report says in numbers. */
export function observationsOf(report: Report): readonly Observation[] {
  return [...runObservations(report), ...report.attempts.flatMap(attemptObservations), ...otherObservations(report)];
}

function runObservations(report: Report): readonly Observation[] {
  const { command, outcome, cause, go, resolved, product, timings } = report;
  const { total = 0, ...phases } = timings;
  const platform = resolved?.platform ?? 'none';
  return [
    observe('setup_go_robust_build', { version: product.split(' ').at(-1) ?? '', go: go?.version ?? 'none', platform }, 1),
    observe('setup_go_robust_runs', { command, outcome }, 1),
    ...(outcome === 'failed'
      ? [observe('setup_go_robust_run_failures', { command, cause: cause?.code ?? 'undetermined' }, 1)]
      : []),
    observe('setup_go_robust_run_duration_seconds', { command, outcome }, total / 1_000),
    ...Object.entries(phases).map(([phase, ms]) => observe('setup_go_robust_phase_duration_seconds', { phase }, ms / 1_000)),
  ];
}

function attemptObservations(attempt: ReportAttempt): readonly Observation[] {
  const { end, code, bytes, startMs, firstByteMs, endMs } = attempt;
  const source = sourceOf(attempt.source);
  return [
    observe('setup_go_robust_attempts', { source, stage: stageOf(attempt), end }, 1),
    ...(end === 'failed' ? [observe('setup_go_robust_attempt_failures', { source, cause: code ?? 'undetermined' }, 1)] : []),
    observe('setup_go_robust_received_bytes', { source, end }, bytes),
    ...(firstByteMs === undefined
      ? []
      : [observe('setup_go_robust_first_byte_seconds', { source }, (firstByteMs - startMs) / 1_000)]),
    ...(endMs === undefined || end === 'skipped'
      ? []
      : [observe('setup_go_robust_attempt_duration_seconds', { source }, (endMs - startMs) / 1_000)]),
  ];
}

function otherObservations({ outcome, listings, caches = [], proof, preflight, findings }: Report): readonly Observation[] {
  const checks = preflight?.checks ?? [];
  const sums = preflight?.sums ?? null;
  const found = findings.filter(item => checks.some(check => isFoundBy(check, item)));
  return [
    ...listings.map(({ source, code }) =>
      observe('setup_go_robust_version_lists', { source: sourceOf(source), result: code === undefined ? 'read' : 'failed' }, 1),
    ),
    ...(outcome === 'cached' || outcome === 'installed'
      ? [observe('setup_go_robust_cache_results', { cache: 'tool', result: outcome === 'cached' ? 'hit' : 'miss' }, 1)]
      : []),
    ...caches.map(cacheObservation),
    observe('setup_go_robust_proofs', { kind: proof?.kind ?? 'none' }, 1),
    ...checks.map(({ topic, status }) => observe('setup_go_robust_preflight_checks', { topic, status }, 1)),
    ...found.map(({ code, severity }) => observe('setup_go_robust_preflight_findings', { cause: code, severity }, 1)),
    ...(sums === null
      ? []
      : (['proved', 'failed', 'skipped'] as const).map(result =>
          observe('setup_go_robust_module_sums', { result }, sums[result]),
        )),
  ];
}

function cacheObservation(item: CacheOutcome): Observation {
  return observe('setup_go_robust_cache_results', { cache: item.result === 'off' ? 'all' : item.entry, result: item.result }, 1);
}

/** `goproxy-2` counts as `goproxy`: how many there are is the user's choice. */
function sourceOf(id: string): string {
  return id.replace(/-\d+$/u, '');
}

const STAGE_OF_AREA: Readonly<Record<string, Stage>> = {
  DNS: 'lookup',
  TCP: 'connect',
  PROXY: 'proxy',
  TLS: 'tls',
  HTTP: 'response',
  BODY: 'body',
  VER: 'proof',
  SUM: 'proof',
  ARC: 'unpack',
  FS: 'disk',
};

/** How far an attempt came: by its code, else by whether a first byte came. */
function stageOf({ code, end, firstByteMs }: ReportAttempt): Stage {
  if (end === 'won' || end === 'shared') return 'done';
  const area = code?.split('.')[0] ?? '';
  return STAGE_OF_AREA[area] ?? (firstByteMs === undefined ? 'response' : 'body');
}

function observe<N extends MetricName>(name: N, labels: LabelsOf<N>, value: number): Observation {
  const allowed: MetricRow['labels'] = METRICS[name].labels;
  const bounded = Object.entries<string>(labels).map(([label, text]) => {
    const values = allowed[label] ?? [];
    const isAllowed = values instanceof RegExp ? values.test(text) : values.includes(text);
    return [label, isAllowed ? text : 'other'] as const;
  });
  return { name, labels: Object.fromEntries(bounded), value };
}
