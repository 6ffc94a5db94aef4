import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PROMQL = join(import.meta.dirname, '..', '..', 'scripts', 'promql.mjs');

/** What an expression over two metrics becomes, or whether it is refused. */
function evaluate(expression: string): string {
  const table = `{ runs: { type: 'counter', labels: { outcome: ['ok', 'failed'] } }, wait: { type: 'histogram', labels: { source: /^[a-z]+$/u } } }`;
  const code = `import { createPromql } from ${JSON.stringify(PROMQL)}; const p = createPromql(${table}); process.stdout.write(${expression});`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return status === 0 ? stdout : 'refused';
}

it.each([
  [`p.sum('runs')`, 'sum (runs_total)'],
  [`p.sum('runs', { by: ['outcome'], where: { outcome: '!="ok"' } })`, 'sum by (outcome) (runs_total{outcome!="ok"})'],
  [`p.quantile(0.95, 'wait', { by: ['source'] })`, 'histogram_quantile(0.95, sum by (source, le) (wait_bucket))'],
  [`p.sum('run')`, 'refused'],
  [`p.sum('wait')`, 'refused'],
  [`p.quantile(0.95, 'runs')`, 'refused'],
  [`p.sum('runs', { by: ['result'] })`, 'refused'],
  [`p.sum('runs', { where: { result: '="ok"' } })`, 'refused'],
  [`p.sum('runs', { where: { outcome: '=~"ok|broken"' } })`, 'refused'],
])('an expression of a dashboard names only what the table of metrics has: %s', (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});
