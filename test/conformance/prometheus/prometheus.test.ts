import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMetrics } from '../../../src/report/openmetrics.ts';
import { PROJECT } from '../../e2e/harness.ts';
import { hostileRun } from '../../report/hostile.ts';
import { fold } from '../../report/scenarios.ts';
import { GOLDEN_RUNS } from '../../report/scenarios-preflight.ts';
import { PROMTOOL, whyNoPrometheus } from '../reports/tools.ts';
import { RULES, withPushgateway } from './monitoring.ts';

const DASHBOARD = join(PROJECT, 'templates', 'grafana', 'dashboard.json');
const RULE_TESTS = join(import.meta.dirname, 'setup-go-robust.test.yml');

const reports = [...Object.values(GOLDEN_RUNS).map(events => fold(events)), hostileRun('"}\n# HELP x\\')];
const why = whyNoPrometheus();
let directory = '';

const promtool = (args: readonly string[], input = ''): SpawnSyncReturns<string> =>
  spawnSync(PROMTOOL, args, { input, encoding: 'utf8', timeout: 60_000 });

interface Dashboard {
  readonly links: readonly object[];
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

describe.skipIf(why !== undefined)(`metrics in Prometheus${why === undefined ? '' : `: ${why}`}`, () => {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'prometheus-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('keep its naming conventions', () => {
    for (const report of reports) {
      const { status, stdout, stderr } = promtool(['check', 'metrics'], renderMetrics(report, 'prometheus'));
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    }
    expect(promtool(['check', 'metrics'], 'setup_go_robust_runs 1\n').status).not.toBe(0);
  });

  it('raise the alerts that the rule tests expect, and no others', () => {
    const { status, stdout, stderr } = promtool(['test', 'rules', RULE_TESTS]);
    expect({ status, output: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({ status: 0, output: '' });
  });

  it('have rule tests that a wrong rule fails', () => {
    const changed = join(directory, 'changed.rules.yml');
    writeFileSync(changed, readFileSync(RULES, 'utf8').replace('end=~\\"won|shared\\",', ''));
    expect(readFileSync(changed, 'utf8')).not.toBe(readFileSync(RULES, 'utf8'));
    const tests = join(directory, 'changed.test.yml');
    writeFileSync(tests, readFileSync(RULE_TESTS, 'utf8').replace(/- \.\.\/.*rules\.yml/u, `- ${changed}`));
    expect(promtool(['test', 'rules', tests]).status).not.toBe(0);
  });

  it('are asked for by expressions that Prometheus understands', () => {
    const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as Dashboard;
    const rules = panels
      .flatMap(({ targets }) => targets)
      .map(({ expr }, index) => ({ record: `panel:expression:${index}`, expr }));
    const file = join(directory, 'dashboard.rules.yml');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    const { status, stdout, stderr } = promtool(['check', 'rules', file]);
    expect({ status, output: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({ status: 0, output: '' });
    expect(rules.length).toBeGreaterThan(15);
  });

  it('arrive at a gateway, and malformed ones do not', async () => {
    await withPushgateway(async url => {
      const push = async (body: string, job: string): Promise<number> => {
        const signal = AbortSignal.timeout(10_000);
        return (await fetch(`${url}/metrics/job/${job}`, { method: 'PUT', body, signal })).status;
      };
      for (const [index, report] of reports.entries())
        expect(await push(renderMetrics(report, 'prometheus'), `run-${index}`)).toBe(200);
      expect(await push('setup_go_robust_runs_total{outcome= 1\n', 'bad')).toBe(400);
      const all = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
      expect(all).toMatch(/^setup_go_robust_runs_total\{[^}]*outcome="failed"[^}]*\} 1$/mu);
      expect(all).toMatch(/^# TYPE setup_go_robust_first_byte_seconds histogram$/mu);
    });
  });
});

describe('the dashboard', () => {
  it('places each panel on the grid, and none on another', () => {
    const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as Dashboard;
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('has a link with every field that the schema of Grafana demands (DashboardLink of @grafana/schema)', () => {
    const { links } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as Dashboard;
    const demanded = ['title', 'type', 'icon', 'tooltip', 'tags', 'asDropdown', 'targetBlank', 'includeVars', 'keepTime'];
    expect(links.map(link => demanded.filter(name => !Object.hasOwn(link, name)))).toEqual([[]]);
  });

  it('and the rules are what the table of metrics makes', () => {
    const output = execFileSync(process.execPath, [join(PROJECT, 'scripts', 'build-dashboards.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect(output).toBe('');
  });
});
