// The dashboard of a fleet: templates/grafana/dashboard.json.
import { INSTALLS, NO_MIRROR } from './prometheus-rules.mjs';
import { createPromql, ratio } from './promql.mjs';

const DATASOURCE = { type: 'prometheus', uid: '$datasource' };
/** Grafana's grid has 24 columns. */
const COLUMNS = 24;

function panels(METRICS) {
  const { sum, quantile, info } = createPromql(METRICS, 'job=~"$job"');
  const delivered = { end: '=~"won|shared"' };
  const bytes = sum('setup_go_robust_received_bytes', { where: delivered });
  const attempts = sum('setup_go_robust_attempts', { by: ['source'], where: { end: '!="skipped"' } });
  const halfAndMost = (name, label) => [
    [quantile(0.5, name, { by: [label] }), `{{${label}}} p50`],
    [quantile(0.95, name, { by: [label] }), `{{${label}}} p95`],
  ];
  const share = 'percentunit';
  return [
    stat('Runs', 'Runs whose numbers are at the gateway', sum('setup_go_robust_runs'), { unit: 'short', width: 4 }),
    stat(
      'Failed installations',
      'Share of installations that ended without Go',
      ratio(
        sum('setup_go_robust_runs', { where: { ...INSTALLS, outcome: '="failed"' } }),
        sum('setup_go_robust_runs', { where: INSTALLS }),
      ),
      {
        unit: share,
        width: 5,
        steps: [
          [null, 'green'],
          [0.02, 'orange'],
          [0.1, 'red'],
        ],
      },
    ),
    stat(
      'Install time, p95',
      'One installation in twenty takes longer',
      quantile(0.95, 'setup_go_robust_run_duration_seconds', { where: { outcome: '="installed"' } }),
      { unit: 's', width: 5 },
    ),
    stat(
      'Tool cache hits',
      'Share of installations that were there already, and were proved again',
      ratio(
        sum('setup_go_robust_cache_results', { where: { cache: '="tool"', result: '="hit"' } }),
        sum('setup_go_robust_cache_results', { where: { cache: '="tool"' } }),
      ),
      { unit: share, width: 5 },
    ),
    stat(
      'Bytes from mirrors',
      'Share of the delivered bytes that mirrors served',
      ratio(sum('setup_go_robust_received_bytes', { where: { ...delivered, source: NO_MIRROR } }), bytes),
      { unit: share, width: 5 },
    ),
    bars(
      'Failed runs by command and cause',
      'What each code means: docs/codes.md',
      sum('setup_go_robust_run_failures', { by: ['command', 'cause'] }),
      '{{command}} {{cause}}',
    ),
    bars(
      'Failed attempts by source and cause',
      'A failed attempt costs time; the run goes on with the next source',
      sum('setup_go_robust_attempt_failures', { by: ['source', 'cause'] }),
      '{{source}} {{cause}}',
    ),
    series(
      'Failure rate by source',
      'Failed attempts over attempts',
      [[ratio(sum('setup_go_robust_attempt_failures', { by: ['source'] }), attempts), '{{source}}']],
      share,
    ),
    series(
      'First byte by source, p50 and p95',
      'From the start of an attempt to the head of the answer',
      halfAndMost('setup_go_robust_first_byte_seconds', 'source'),
      's',
    ),
    series(
      'Run time by outcome, p50 and p95',
      'The whole run',
      halfAndMost('setup_go_robust_run_duration_seconds', 'outcome'),
      's',
    ),
    series('Phase time, p50 and p95', 'Where the time goes', halfAndMost('setup_go_robust_phase_duration_seconds', 'phase'), 's'),
    bars(
      'Stage that attempts reached',
      'Where attempts at each source ended',
      sum('setup_go_robust_attempts', { by: ['source', 'stage'] }),
      '{{source}} {{stage}}',
    ),
    bars(
      'Delivered bytes by source',
      'Of attempts that won or delivered a part',
      sum('setup_go_robust_received_bytes', { by: ['source'], where: delivered }),
      '{{source}}',
      'bytes',
    ),
    bars('Proofs', 'What vouched for the installed Go', sum('setup_go_robust_proofs', { by: ['kind'] }), '{{kind}}'),
    bars(
      'Caches',
      'Tool cache, modules and build results',
      sum('setup_go_robust_cache_results', { by: ['cache', 'result'] }),
      '{{cache}} {{result}}',
    ),
    bars(
      'Preflight checks',
      'By topic and result',
      sum('setup_go_robust_preflight_checks', { by: ['topic', 'status'] }),
      '{{topic}} {{status}}',
    ),
    bars(
      'Preflight findings',
      'By code',
      sum('setup_go_robust_preflight_findings', { by: ['cause', 'severity'] }),
      '{{cause}} {{severity}}',
    ),
    bars(
      'Lines of go.sum',
      'What the checksum database said of them',
      sum('setup_go_robust_module_sums', { by: ['result'] }),
      '{{result}}',
    ),
    bars('Versions of Go', 'That the last runs provided', info('setup_go_robust_build', { by: ['go'] }), '{{go}}'),
  ];
}

function target(expr, { legend = '', instant = false, refId = 'A' }) {
  return { refId, datasource: DATASOURCE, expr, legendFormat: legend, instant, range: !instant };
}

function stat(title, description, expr, { unit, width, steps = [[null, 'blue']] }) {
  return {
    width,
    height: 4,
    panel: {
      type: 'stat',
      title,
      description,
      targets: [target(expr, { instant: true })],
      fieldConfig: {
        defaults: { unit, thresholds: { mode: 'absolute', steps: steps.map(([value, color]) => ({ value, color })) } },
        overrides: [],
      },
      options: { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false }, colorMode: 'value', graphMode: 'none' },
    },
  };
}

function bars(title, description, expr, legend, unit = 'short') {
  return {
    width: 12,
    height: 8,
    panel: {
      type: 'bargauge',
      title,
      description,
      targets: [target(`sort_desc(${expr})`, { legend, instant: true })],
      fieldConfig: { defaults: { unit, min: 0, color: { mode: 'fixed', fixedColor: 'blue' } }, overrides: [] },
      options: {
        orientation: 'horizontal',
        displayMode: 'basic',
        reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      },
    },
  };
}

/** `lines`: pairs of an expression and its legend. */
function series(title, description, lines, unit) {
  return {
    width: 12,
    height: 8,
    panel: {
      type: 'timeseries',
      title,
      description,
      targets: lines.map(([expr, legend], index) => target(expr, { legend, refId: 'AB'[index] })),
      fieldConfig: { defaults: { unit, min: 0, custom: { lineWidth: 2, fillOpacity: 10 } }, overrides: [] },
      options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    },
  };
}

/** From left to right, and a new row where one does not fit. */
function placed(items) {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return items.map(({ width, height, panel }, index) => {
    if (x + width > COLUMNS) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const gridPos = { x, y, w: width, h: height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return { id: index + 1, datasource: DATASOURCE, ...panel, gridPos };
  });
}

export function dashboardFile({ METRICS, CODES_PAGE, PRODUCT }) {
  const dashboard = {
    title: PRODUCT.name,
    uid: PRODUCT.name,
    description:
      'How runs of setup-go-robust go in a fleet. Made from src/domain/metric-table.ts by scripts/build-dashboards.mjs.',
    schemaVersion: 39,
    version: 1,
    editable: true,
    tags: ['ci', 'go'],
    timezone: 'browser',
    time: { from: 'now-7d', to: 'now' },
    refresh: '5m',
    links: [
      // Grafana's schema (DashboardLink) demands every field.
      {
        ...{ type: 'link', title: 'What codes mean', tooltip: '', url: CODES_PAGE, icon: 'doc', tags: [] },
        ...{ targetBlank: true, asDropdown: false, includeVars: false, keepTime: false },
      },
    ],
    templating: {
      list: [
        { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
        {
          name: 'job',
          label: 'Job',
          type: 'query',
          datasource: DATASOURCE,
          query: { query: 'label_values(setup_go_robust_runs_total, job)', refId: 'job' },
          includeAll: true,
          allValue: '.*',
          multi: true,
          refresh: 2,
          current: { text: 'All', value: '$__all' },
        },
      ],
    },
    panels: placed(panels(METRICS)),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}
