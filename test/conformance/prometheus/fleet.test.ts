import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/adapters/node-clock.ts';
import { createNet } from '../../../src/adapters/node-net.ts';
import { pushMetrics } from '../../../src/adapters/pushgateway.ts';
import type { Report } from '../../../src/domain/report.ts';
import { runAction } from '../../e2e/harness.ts';
import { withScene } from '../../e2e/install-scene.ts';
import { allFailed, cached, fold, installed } from '../../report/scenarios.ts';
import { whyNoPrometheus } from '../reports/tools.ts';
import { query, withPrometheus, withPushgateway } from './monitoring.ts';

/** Forty jobs: twenty install from a mirror after the official source has refused, ten find Go, and ten find no source that serves it. */
const FLEET: readonly Report[] = [
  ...Array.from({ length: 20 }, () => fold(installed)),
  ...Array.from({ length: 10 }, () => fold(cached)),
  ...Array.from({ length: 10 }, () => fold(allFailed)),
];

/** What the recording rules say of them. Counted by hand from the events of test/report/scenarios.ts. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'setup_go_robust:runs': { '': 40 },
  'setup_go_robust:run_failure_ratio': { '': 10 / 40 },
  'cause:setup_go_robust:run_failure_ratio': { 'cause="TCP.REFUSED"': 10 / 40 },
  'source:setup_go_robust:attempts': { 'source="official"': 30, 'source="aliyun"': 30, 'source="nju"': 10 },
  'source:setup_go_robust:attempt_failure_ratio': { 'source="official"': 1, 'source="aliyun"': 10 / 30, 'source="nju"': 1 },
  'setup_go_robust:mirror_share': { '': 1 },
  // 95 ms, in the bucket from 50 to 100 ms, where the quantile is a straight line.
  'source:setup_go_robust:first_byte_seconds:p95': { 'source="aliyun"': 0.05 + 0.95 * 0.05 },
};

const why = whyNoPrometheus();

describe.skipIf(why !== undefined)(`metrics of a fleet${why === undefined ? '' : `: ${why}`}`, { timeout: 120_000 }, () => {
  it('make the numbers of the rules, those of the last run of each job', () =>
    withPushgateway(gateway =>
      withPrometheus(gateway, async prometheus => {
        await pushAll(FLEET, gateway);
        await settled(prometheus, KNOWN);
        // The jobs that failed run once more, and all is well: nothing of the failures is left.
        await pushAll([...FLEET.slice(0, 30), ...FLEET.slice(0, 10)], gateway);
        await settled(prometheus, {
          'setup_go_robust:runs': { '': 40 },
          'setup_go_robust:run_failure_ratio': { '': 0 },
          'cause:setup_go_robust:run_failure_ratio': {},
        });
      }),
    ));

  it('arrive from the bundle at a genuine gateway', () =>
    withPushgateway(gateway =>
      withScene(async ({ runner, inputs, env }) => {
        const wishes = { ...inputs, 'metrics-pushgateway': gateway };
        const { exitCode, commands } = await runAction({ runner, inputs: wishes, env });
        expect({ exitCode, warnings: commands.filter(({ name }) => name === 'warning') }).toEqual({ exitCode: 0, warnings: [] });
        const all = await (await fetch(`${gateway}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
        const runs = all.split('\n').filter(line => line.startsWith('setup_go_robust_runs_total{'));
        expect(runs).toHaveLength(1);
        expect(runs[0]).toMatch(/job="setup_go_robust".*outcome="installed".*repository="someone\/something".* 1$/u);
      })(),
    ));
});

async function pushAll(reports: readonly Report[], gateway: string): Promise<void> {
  const net = createNet({ env: {}, clock: createClock(), ca: undefined });
  try {
    for (const [index, report] of reports.entries()) {
      const env = { GITHUB_REPOSITORY: 'org/project', GITHUB_WORKFLOW: 'Build & test', GITHUB_JOB: `job-${index}` };
      await pushMetrics(report, { gateway, env, goVersion: undefined, openNet: () => net, isLate: () => false });
    }
  } finally {
    net.close();
  }
}

/** A rule sees what was read a second ago, and while jobs still push it sees a part of them: the last look is the verdict. */
async function settled(prometheus: string, wanted: typeof KNOWN): Promise<void> {
  const rounded = (numbers: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(numbers).map(([labels, value]) => [labels, Number(value.toFixed(6))]));
  const expected = Object.fromEntries(Object.entries(wanted).map(([name, numbers]) => [name, rounded(numbers)]));
  let seen: typeof wanted = {};
  for (let attempt = 0; attempt < 60; attempt += 1) {
    seen = Object.fromEntries(
      await Promise.all(Object.keys(wanted).map(async name => [name, rounded(await query(prometheus, name))] as const)),
    );
    if (JSON.stringify(sorted(seen)) === JSON.stringify(sorted(expected))) break;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  expect(seen).toEqual(expected);
}

function sorted(table: typeof KNOWN): unknown {
  return Object.entries(table).map(([name, numbers]) => [name, Object.entries(numbers).sort()]);
}
