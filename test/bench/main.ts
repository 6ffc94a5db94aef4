import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scratchDirectory } from '../conformance/network.ts';
import { judge } from './judge.ts';
import { findMaterial, type Material, whyNot } from './material.ts';
import { measure } from './measure.ts';
import { spreadText, withUnit } from './numbers.ts';
import { renderPage } from './page.ts';
import { renderPlot } from './plot.ts';
import { formatResults, type Machine, mergeResults, parseResults, type Results, type ScenarioResult } from './results.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const PLOT = 'performance.svg';

/** Measures, or reads what was measured before, and writes what is asked for. Resolves with the exit code: 1 when a run was not good. */
export async function main({ project, args }: { readonly project: string; readonly args: readonly string[] }): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      /** Names, separated by commas; default: all. */
      scenario: { type: 'string' },
      /** Instead of the count of each scenario. */
      runs: { type: 'string' },
      /** A checkout of actions/setup-go at a release. */
      'setup-go': { type: 'string' },
      /** The Node that runs the sides. */
      node: { type: 'string', default: process.env['E2E_NODE'] ?? process.execPath },
      /** Another build of this action: a directory with action.yml and dist. */
      ours: { type: 'string', default: project },
      /** Where runs work; default: in memory where that is large enough. */
      work: { type: 'string' },
      /** Where the figures of every run are written. */
      json: { type: 'string' },
      /** Files of `--json`, separated by commas: they are used, and only scenarios that are named are measured. */
      from: { type: 'string' },
      /** Writes docs/performance.md and its plot. */
      write: { type: 'boolean', default: false },
    },
  });
  const earlier = (values.from ?? '').split(',').filter(name => name !== '');
  const wanted = wantedScenarios(values.scenario, earlier.length > 0);
  const reason = wanted.length === 0 ? undefined : whyNot();
  if (reason !== undefined) {
    console.log(`skipped: ${reason}`);
    return 0;
  }
  const sessions = earlier.map(name => parseResults(readFileSync(name, 'utf8')));
  let results = mergeResults(sessions);
  if (wanted.length > 0) {
    const setupGo = values['setup-go'] === undefined ? undefined : resolve(values['setup-go']);
    const material = findMaterial({ project, node: resolve(values.node), ours: resolve(values.ours), setupGo });
    const directories = { memory: resolve(values.work ?? scratchDirectory()), disk: resolve(values.work ?? tmpdir()) };
    for (const scenario of wanted) {
      const runs = values.runs === undefined ? scenario.runs : Number(values.runs);
      const result = await measureOne(scenario, { material, ...directories, runs });
      print(scenario, result);
      results = mergeResults([results, { [scenario.name]: result }]);
      // After each, so that an end in the middle loses little.
      if (values.json !== undefined) writeFileSync(values.json, formatResults(results));
    }
  }
  if (values.write) writePages(project, results);
  return Object.values(results).every(({ rows }) => Object.values(rows).every(each => each.every(row => row.good))) ? 0 : 1;
}

function wantedScenarios(names: string | undefined, hasEarlier: boolean): readonly Scenario[] {
  if (names === undefined) return hasEarlier ? [] : SCENARIOS;
  return names.split(',').map(name => {
    const found = SCENARIOS.find(scenario => scenario.name === name);
    if (found === undefined)
      throw new Error(`no scenario is called ${name}; there are ${SCENARIOS.map(each => each.name).join(' ')}`);
    return found;
  });
}

async function measureOne(
  scenario: Scenario,
  given: { readonly material: Material; readonly memory: string; readonly disk: string; readonly runs: number },
): Promise<ScenarioResult> {
  const machine: Machine = {
    processorCount: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    // The rest of it names who built it, and for what machines.
    kernel: /^[\d.]+\d/u.exec(release())?.[0] ?? 'unknown',
    node: execFileSync(given.material.node, ['--version'], { encoding: 'utf8' }).trim(),
  };
  return { date: new Date().toISOString().slice(0, 10), machine, ...(await measure(scenario, given)) };
}

function print(scenario: Scenario, result: ScenarioResult): void {
  console.log(`${scenario.name}: ${scenario.about}`);
  for (const { what, value, unit, atMost, verdict, own, other, figure, note } of judge(scenario, result)) {
    const medians = [own, other].flatMap(each => (each === undefined ? [] : [withUnit(each.median, figure)])).join(' : ');
    const text = value === undefined ? '' : `${spreadText(value, unit)}${unit === 'ratio' ? `, ${medians}` : ''}`;
    const bar = atMost === undefined ? '' : `, target ${withUnit(atMost, unit)}`;
    console.log(`  ${what}: ${text}${bar} [${verdict}]${note === '' ? '' : ` ${note}`}`);
  }
}

function writePages(project: string, results: Results): void {
  const lines = SCENARIOS.flatMap(scenario => judge(scenario, results[scenario.name]));
  const docs = join(project, 'docs');
  writeFileSync(join(docs, 'performance.md'), renderPage({ scenarios: SCENARIOS, lines, results, plot: PLOT }));
  writeFileSync(join(docs, PLOT), renderPlot(lines));
}
