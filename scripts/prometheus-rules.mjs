// Recording and alert rules: templates/prometheus/setup-go-robust.rules.yml.
import { createPromql, ratio } from './promql.mjs';

/** These are the Go project's own places and the user's; all others are mirrors. */
export const NO_MIRROR = '!~"official|goproxy|module-origin|custom|file|other"';

/** Commands such as `run` end with the fault of what they look at: a test of the user's that fails is no run without Go. */
export const INSTALLS = { command: '="install"' };

/** Fewer are no rate: a gateway holds one slow run until the next run of that job, which may be days. */
const LEAST = 5;

/** What an attempt ends with when its bytes are not those that were published, and not merely broken off. */
const ALTERED = ['VER.TAMPERED', 'VER.CHECKSUM_PIN', 'ARC.CORRUPT', 'ARC.NAME', 'ARC.TYPE', 'ARC.LIMIT', 'ARC.LAYOUT'];

/** The half, and one in twenty. */
const QUANTILES = [
  ['p50', 0.5],
  ['p95', 0.95],
];

/** Sums over everything that is at the gateway: there is one series of each for the last run of every group. */
function recordings(METRICS) {
  const { sum, quantile } = createPromql(METRICS);
  const runs = sum('setup_go_robust_runs', { where: INSTALLS });
  const delivered = { end: '=~"won|shared"' };
  const bytes = sum('setup_go_robust_received_bytes', { where: delivered });
  const attempts = sum('setup_go_robust_attempts', { by: ['source'], where: { end: '!="skipped"' } });
  const record = (name, expr) => ({ record: name, expr });
  return [
    record('setup_go_robust:runs', runs),
    record(
      'setup_go_robust:run_failure_ratio',
      ratio(sum('setup_go_robust_runs', { where: { ...INSTALLS, outcome: '="failed"' } }), runs),
    ),
    record(
      'cause:setup_go_robust:run_failure_ratio',
      `${sum('setup_go_robust_run_failures', { by: ['cause'], where: INSTALLS })} / on () group_left () ${runs}`,
    ),
    record('source:setup_go_robust:attempts', attempts),
    record(
      'source:setup_go_robust:attempt_failure_ratio',
      ratio(sum('setup_go_robust_attempt_failures', { by: ['source'] }), attempts),
    ),
    record(
      'source_cause:setup_go_robust:attempt_failure_ratio',
      `${sum('setup_go_robust_attempt_failures', { by: ['source', 'cause'] })} / on (source) group_left () ${attempts}`,
    ),
    ...QUANTILES.flatMap(([name, share]) => [
      record(
        `source:setup_go_robust:first_byte_seconds:${name}`,
        quantile(share, 'setup_go_robust_first_byte_seconds', { by: ['source'] }),
      ),
      record(
        `phase:setup_go_robust:phase_seconds:${name}`,
        quantile(share, 'setup_go_robust_phase_duration_seconds', { by: ['phase'] }),
      ),
      record(
        `outcome:setup_go_robust:run_seconds:${name}`,
        quantile(share, 'setup_go_robust_run_duration_seconds', { by: ['outcome'] }),
      ),
    ]),
    record(
      'setup_go_robust:mirror_share',
      ratio(sum('setup_go_robust_received_bytes', { where: { ...delivered, source: NO_MIRROR } }), bytes),
    ),
    record(
      'setup_go_robust:tool_cache_hit_ratio',
      ratio(
        sum('setup_go_robust_cache_results', { where: { cache: '="tool"', result: '="hit"' } }),
        sum('setup_go_robust_cache_results', { where: { cache: '="tool"' } }),
      ),
    ),
  ];
}

function alerts({ METRICS, CATALOGUE, CODES_PAGE, codePage }) {
  const { sum, count } = createPromql(METRICS);
  const page = code => {
    if (CATALOGUE[code] === undefined) throw new Error(`${code}: no such code`);
    return codePage(code);
  };
  // The anchor is made as in src/domain/code-page.ts.
  const pageOfCause = `${CODES_PAGE}#{{ $labels.cause | toLower | reReplaceAll "[._]" "-" }}`;
  const altered = ALTERED.map(code => page(code) && code.replace('.', '\\\\.')).join('|');
  const alert = (name, expr, { for: time, severity, summary, description, runbook }) => ({
    alert: name,
    expr,
    for: time,
    labels: { severity },
    annotations: { summary, description, runbook_url: runbook },
  });
  return [
    alert('SetupGoRobustRunsFail', `setup_go_robust:run_failure_ratio > 0.1 and setup_go_robust:runs >= ${LEAST}`, {
      for: '15m',
      severity: 'critical',
      summary: 'More than one installation in ten ends without Go',
      description: '{{ $value | humanizePercentage }} of the last installations failed. The rule by cause says why.',
      runbook: CODES_PAGE,
    }),
    alert(
      'SetupGoRobustCauseFrequent',
      `cause:setup_go_robust:run_failure_ratio > 0.05 and on () setup_go_robust:runs >= ${LEAST}`,
      {
        for: '15m',
        severity: 'warning',
        summary: 'One cause fails more than one installation in twenty: {{ $labels.cause }}',
        description: '{{ $value | humanizePercentage }} of the last installations failed because of {{ $labels.cause }}.',
        runbook: pageOfCause,
      },
    ),
    alert(
      'SetupGoRobustSourceFails',
      `source:setup_go_robust:attempt_failure_ratio > 0.5 and source:setup_go_robust:attempts >= ${LEAST}`,
      {
        for: '30m',
        severity: 'warning',
        summary: 'The source {{ $labels.source }} fails more often than not',
        description:
          '{{ $value | humanizePercentage }} of the last attempts at {{ $labels.source }} failed; runs take other sources meanwhile.',
        runbook: page('VERSION.NOT_SERVED'),
      },
    ),
    alert(
      'SetupGoRobustAlteredContent',
      `${sum('setup_go_robust_attempt_failures', { by: ['source', 'cause'], where: { cause: `=~"${altered}"` } })} > 0`,
      {
        for: '0m',
        severity: 'critical',
        summary: 'The source {{ $labels.source }} served what the Go project did not publish',
        description: '{{ $value }} attempts ended with {{ $labels.cause }}. Nothing of it was installed.',
        runbook: pageOfCause,
      },
    ),
    alert('SetupGoRobustUnproved', `${sum('setup_go_robust_proofs', { where: { kind: '="source-listing"' } })} > 0`, {
      for: '0m',
      severity: 'warning',
      summary: 'A Go was accepted on the word of its own source',
      description: '{{ $value }} of the last runs used verification: source, and nothing independent vouches for their Go.',
      runbook: page('VER.NO_PROOF'),
    }),
    alert(
      'SetupGoRobustFirstByteSlow',
      `source:setup_go_robust:first_byte_seconds:p95 > 2.5 and ${count('setup_go_robust_first_byte_seconds', { by: ['source'] })} >= ${LEAST}`,
      {
        for: '30m',
        severity: 'warning',
        summary: 'The source {{ $labels.source }} answers slowly',
        description:
          'One attempt in twenty at {{ $labels.source }} waits longer than {{ $value | humanizeDuration }} for its first byte.',
        runbook: page('HTTP.TTFB_STALL'),
      },
    ),
    alert(
      'SetupGoRobustInstallSlow',
      `outcome:setup_go_robust:run_seconds:p95{outcome="installed"} > 60 and ${count('setup_go_robust_run_duration_seconds', { by: ['outcome'] })} >= ${LEAST}`,
      {
        for: '30m',
        severity: 'warning',
        summary: 'Installing Go takes longer than a minute',
        description: 'One installation in twenty takes longer than {{ $value | humanizeDuration }}.',
        runbook: page('BODY.SLOW'),
      },
    ),
    alert(
      'SetupGoRobustMirrorShareHigh',
      `setup_go_robust:mirror_share > 0.5 and ${sum('setup_go_robust_attempts', { where: { end: '=~"won|shared"' } })} >= ${LEAST}`,
      {
        for: '1h',
        severity: 'info',
        summary: 'Most of what is downloaded comes from mirrors',
        description:
          '{{ $value | humanizePercentage }} of the bytes come from mirrors: the official source may be out of reach from here.',
        runbook: page('TCP.TIMEOUT'),
      },
    ),
  ];
}

export function rulesFile(tables) {
  const groups = [
    ['setup-go-robust.recording', recordings(tables.METRICS)],
    ['setup-go-robust.alerts', alerts(tables)],
  ];
  return [
    '# Made from src/domain/metric-table.ts by scripts/build-dashboards.mjs.',
    '#',
    '# Each run pushes its own numbers once, so a Pushgateway holds those of the last run of each group, and sums over them tell how the',
    '# last runs went. Set the thresholds to what is usual in your fleet.',
    'groups:',
    ...groups.flatMap(([name, rules]) => [`  - name: ${name}`, '    rules:', ...rules.flatMap(ruleLines)]),
    '',
  ].join('\n');
}

/** Quoted as JSON, which YAML reads. */
function ruleLines(rule) {
  const lines = Object.entries(rule).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${key}: ${key === 'expr' || key === 'summary' ? JSON.stringify(value) : value}`]
      : [`${key}:`, ...Object.entries(value).map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`)],
  );
  return lines.map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}`);
}
