import { COMMAND_NAMES } from './command-names.ts';
import { RULE_TOPICS } from './rule.ts';

/**
 * Every metric of a run, once. metrics.txt, the recording and alert rules and the dashboard are made from this table
 * (report/openmetrics.ts, scripts/build-dashboards.mjs). Names are those of OpenMetrics 1.0: of the family, without `_total`.
 */
export interface MetricRow {
  readonly type: 'counter' | 'histogram' | 'info';
  /** Ends the name of the family; undefined for a plain count. */
  readonly unit?: 'seconds' | 'bytes';
  /** One sentence without a full stop. */
  readonly help: string;
  /** Every value of a label is in its set, or is `other`: nothing that a user or a server writes becomes a label. */
  readonly labels: Readonly<Record<string, LabelValues>>;
  /** Upper bounds of a histogram, in its unit. */
  readonly buckets?: readonly number[];
}

/** A list of values, or the form of names that this product itself gives. */
export type LabelValues = readonly string[] | RegExp;

/** Ids of sources without their number (`custom-2` is `custom`): never an address. */
const SOURCES = /^[a-z][a-z-]{0,30}$/u;
/** Codes of the catalogue, or `undetermined`. */
const CODES = /^(?:[A-Z][A-Z0-9]*\.[A-Z][A-Z0-9_]*|undetermined)$/u;
const OUTCOMES = ['installed', 'cached', 'ok', 'failed'] as const;
const STAGES = ['lookup', 'connect', 'proxy', 'tls', 'response', 'body', 'proof', 'unpack', 'disk', 'done'] as const;
export type Stage = (typeof STAGES)[number];
const ENDS = ['won', 'shared', 'lost', 'failed', 'skipped', 'running'] as const;
const PHASES = ['resolve', 'lookup', 'acquire', 'check', 'apply', 'cache', 'preflight', 'diagnose'] as const;
const PROOFS = [
  'checksum-database',
  'release-table',
  'openpgp-signature',
  'pinned-checksum',
  'source-listing',
  'sigstore-bundle',
  'none',
] as const;

/** A warm run takes 0.1 s, a download some seconds, and the budget is 10 minutes. */
const RUN_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];
/** A server near by answers in 0.1 s; the run stops waiting after 7 s. */
const ANSWER_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const METRICS = {
  setup_go_robust_build: {
    type: 'info',
    help: 'Version of this program, and the Go that it provided',
    labels: {
      version: /^\d+\.\d+\.\d+[\w.-]{0,30}$/u,
      go: /^(?:\d[\w.+-]{0,30}|none)$/u,
      platform: /^(?:[a-z0-9]+\/[a-z0-9]+|none)$/u,
    },
  },
  setup_go_robust_runs: {
    type: 'counter',
    help: 'Runs, by command and outcome',
    labels: { command: COMMAND_NAMES, outcome: OUTCOMES },
  },
  setup_go_robust_run_failures: {
    type: 'counter',
    help: 'Failed runs, by the code of their cause',
    labels: { command: COMMAND_NAMES, cause: CODES },
  },
  setup_go_robust_run_duration_seconds: {
    type: 'histogram',
    unit: 'seconds',
    help: 'Time of whole runs',
    labels: { command: COMMAND_NAMES, outcome: OUTCOMES },
    buckets: RUN_SECONDS,
  },
  setup_go_robust_phase_duration_seconds: {
    type: 'histogram',
    unit: 'seconds',
    help: 'Time of the phases of runs',
    labels: { phase: PHASES },
    buckets: RUN_SECONDS,
  },
  setup_go_robust_attempts: {
    type: 'counter',
    help: 'Attempts at a source, by how they ended and the stage that they reached',
    labels: { source: SOURCES, stage: STAGES, end: ENDS },
  },
  setup_go_robust_attempt_failures: {
    type: 'counter',
    help: 'Failed attempts at a source, by code',
    labels: { source: SOURCES, cause: CODES },
  },
  setup_go_robust_attempt_duration_seconds: {
    type: 'histogram',
    unit: 'seconds',
    help: 'Time of attempts that ended',
    labels: { source: SOURCES },
    buckets: RUN_SECONDS,
  },
  setup_go_robust_first_byte_seconds: {
    type: 'histogram',
    unit: 'seconds',
    help: 'Time from the start of an attempt to the first byte of its answer',
    labels: { source: SOURCES },
    buckets: ANSWER_SECONDS,
  },
  setup_go_robust_received_bytes: {
    type: 'counter',
    unit: 'bytes',
    help: 'Bytes of archives that were read, those of attempts that lost too',
    labels: { source: SOURCES, end: ENDS },
  },
  setup_go_robust_version_lists: {
    type: 'counter',
    help: 'Version lists that were asked for',
    labels: { source: SOURCES, result: ['read', 'failed'] },
  },
  setup_go_robust_cache_results: {
    type: 'counter',
    help: 'What became of each cache: the tool cache, modules and build results',
    labels: { cache: ['tool', 'modules', 'build', 'all'], result: ['hit', 'miss', 'exact', 'prefix', 'none', 'failed', 'off'] },
  },
  setup_go_robust_proofs: {
    type: 'counter',
    help: 'Accepted proofs, by kind; none for a run that proved nothing',
    labels: { kind: PROOFS },
  },
  setup_go_robust_preflight_checks: {
    type: 'counter',
    help: 'Preflight checks, by topic and result',
    labels: { topic: RULE_TOPICS, status: ['passed', 'warning', 'failed'] },
  },
  setup_go_robust_preflight_findings: {
    type: 'counter',
    help: 'Findings of preflight, by code',
    labels: { cause: CODES, severity: ['error', 'warning', 'info'] },
  },
  setup_go_robust_module_sums: {
    type: 'counter',
    help: 'Lines of go.sum, by what the checksum database said of them',
    labels: { result: ['proved', 'failed', 'skipped'] },
  },
} as const satisfies Readonly<Record<`setup_go_robust_${string}`, MetricRow>>;

export type MetricName = keyof typeof METRICS;
