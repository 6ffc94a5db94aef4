import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { renderMetrics } from '../../src/report/openmetrics.ts';
import { startPushgateway } from '../servers/pushgateway.ts';
import { startSilent } from '../servers/silent.ts';
import { withGitlab } from './gitlab-scene.ts';
import { runAction } from './harness.ts';
import { FACES, install, isPosix, VERSION } from './install-runs.ts';
import { withScene } from './install-scene.ts';

/** What may be between the end of a push that hangs and that of the process. */
const SPARE_MS = 15_000;
const PUSH_MS = 5_000;

describe.runIf(isPosix)('metrics at a Pushgateway', { concurrent: true, timeout: 60_000 }, () => {
  it.each(FACES)('are exactly those of the run: %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      const gateway = await startPushgateway();
      try {
        const wishes = { ...inputs, 'metrics-pushgateway': gateway.url.replace('//', '//ci:hunter22@') };
        const names = { GITHUB_WORKFLOW: 'build', GITHUB_JOB: 'unit', GITHUB_REPOSITORY: 'org/project' };
        const leg = { RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' };
        const { exitCode, report, everything } = await install(face, {
          runner,
          inputs: wishes,
          env: { ...env, ...names, ...leg },
        });
        expect(exitCode).toBe(0);
        expect(gateway.pushed).toEqual([
          {
            method: 'PUT',
            target: [
              '/metrics/job/setup_go_robust/command/install',
              `repository@base64/${base64url('org/project')}/workflow/build/ci_job/unit`,
              `runner_os/Linux/runner_arch/X64/go_version@base64/${base64url('1.26.N')}`,
            ].join('/'),
            authorization: `Basic ${Buffer.from('ci:hunter22').toString('base64')}`,
            body: renderMetrics(report as Report, 'prometheus'),
          },
        ]);
        expect(everything.replaceAll('::add-mask::hunter22', '')).not.toContain('hunter22');
      } finally {
        await gateway.close();
      }
    })(),
  );

  it(
    'tell of a run that fails, and of one whose inputs are bad',
    withScene(async ({ runner, inputs, env }) => {
      const gateway = await startPushgateway();
      try {
        const push = { 'metrics-pushgateway': gateway.url };
        const failed = await runAction({ runner, inputs: { ...inputs, ...push, sources: 'http://127.0.0.1:1/go' }, env });
        const bad = await runAction({ runner, inputs: { ...inputs, ...push, 'check-latest': 'maybe' }, env });
        expect([failed.exitCode, bad.exitCode]).toEqual([72, 64]);
        const causes = gateway.pushed.map(
          ({ body }) => /run_failures_total\{command="install",cause="([^"]+)"\} 1/u.exec(body)?.[1],
        );
        expect(causes).toEqual([failed.outputs['cause'], bad.outputs['cause']]);
        expect(causes).toEqual(['TCP.REFUSED', 'INPUT.INVALID']);
      } finally {
        await gateway.close();
      }
    }),
  );

  it(
    'are those of a GitLab job too, and a password in a variable of it is in no log',
    withGitlab(async ({ run }) => {
      const gateway = await startPushgateway();
      try {
        const inputs = { 'metrics-pushgateway': '$GATEWAY' };
        const names = { CI_PROJECT_PATH: 'group/project', CI_JOB_NAME: 'unit' };
        const good = await run({ inputs, env: { ...names, GATEWAY: gateway.url.replace('//', '//ci:hunter22@') } });
        const refused = await run({ inputs, env: { ...names, GATEWAY: 'http://ci:hunter22@127.0.0.1:1' } });
        expect([good.exitCode, refused.exitCode]).toEqual([0, 0]);
        expect(gateway.pushed.map(({ target }) => target)).toEqual([
          `/metrics/job/setup_go_robust/command/install/repository@base64/${base64url('group/project')}/ci_job/unit`,
        ]);
        const linesOf = (text: string) => text.split('\n').filter(line => line.includes('METRICS.PUSH'));
        expect([linesOf(good.log).length, linesOf(refused.log).length]).toEqual([0, 1]);
        expect(good.log + refused.log).not.toContain('hunter22');
      } finally {
        await gateway.close();
      }
    }),
  );

  const refusing: readonly (readonly [string, Parameters<typeof startPushgateway>[0]])[] = [
    ['answers 500', { status: 500 }],
    ['refuses the password', { status: 401 }],
    ['redirects', { status: 307, location: '/elsewhere' }],
    ['never answers', 'nothing'],
  ];
  it.each(refusing)('cost a warning and no more, where a gateway %s', (_what, answer) =>
    withScene(async ({ runner, inputs, env }) => {
      const gateway = await startPushgateway(answer);
      try {
        const action = await runAction({ runner, inputs: { ...inputs, 'metrics-pushgateway': gateway.url }, env });
        expectUnharmed(action);
        expect(gateway.pushed).toHaveLength(1);
      } finally {
        await gateway.close();
      }
    })(),
  );

  it.each([
    ['nobody listens', 'http://127.0.0.1:1'],
    ['there is no such port', 'http://127.0.0.1:0'],
    ['a password would be read by others', 'http://ci:hunter22@gateway.example'],
    ['the proxy refuses', 'https://gateway.example'],
  ])('cost a warning and no more, where %s', (_what, url) =>
    withScene(async ({ runner, inputs, env }) => {
      expectUnharmed(await runAction({ runner, inputs: { ...inputs, 'metrics-pushgateway': url }, env }));
    })(),
  );

  it(
    'get a second of a run whose budget is used up, and are pushed once',
    withScene(async ({ runner, inputs, env }) => {
      const [gateway, silent] = await Promise.all([startPushgateway('nothing'), startSilent()]);
      try {
        const wishes = {
          ...inputs,
          sources: `${silent.url}/go`,
          timeout: '2s',
          diagnose: 'off',
          'metrics-pushgateway': gateway.url,
        };
        const { exitCode, commands } = await runAction({ runner, inputs: wishes, env });
        expect(exitCode).toBe(75);
        expect(gateway.pushed.map(({ body }) => body.includes('cause="BUDGET.TOTAL"'))).toEqual([true]);
        expect(commands.filter(({ name, message }) => name === 'warning' && message.startsWith('METRICS.PUSH'))).toHaveLength(1);
        // A push that has its usual time waits for 5 s.
        expect(await gateway.waitedMs[0]).toBeLessThan(4_000);
      } finally {
        await Promise.all([gateway.close(), silent.close()]);
      }
    }),
  );

  it(
    'go through the proxy that is configured',
    withScene(async ({ runner, inputs, env }) => {
      const proxy = await startPushgateway();
      try {
        const push = { 'metrics-pushgateway': 'http://gateway.example' };
        const { exitCode } = await runAction({ runner, inputs: { ...inputs, ...push }, env: { ...env, HTTP_PROXY: proxy.url } });
        expect(exitCode).toBe(0);
        expect(proxy.pushed.map(({ target }) => target.startsWith('http://gateway.example/metrics/job/'))).toEqual([true]);
      } finally {
        await proxy.close();
      }
    }),
  );

  it(
    'are not pushed by a run that is offline, not even where its inputs are bad',
    withScene(async ({ runner, inputs, env }) => {
      const gateway = await startPushgateway();
      try {
        const wishes = { ...inputs, offline: 'true', 'metrics-pushgateway': gateway.url };
        for (const more of [{}, { 'check-latest': 'maybe' }]) await runAction({ runner, inputs: { ...wishes, ...more }, env });
        expect(gateway.pushed).toEqual([]);
      } finally {
        await gateway.close();
      }
    }),
  );

  it(
    'are asked for by a URL: anything else is refused with the other inputs',
    withScene(async ({ runner, inputs, env }) => {
      const { exitCode, outputs } = await runAction({
        runner,
        inputs: { ...inputs, 'metrics-pushgateway': 'gateway.example:9091' },
        env,
      });
      expect({ exitCode, cause: outputs['cause'] }).toEqual({ exitCode: 64, cause: 'INPUT.INVALID' });
    }),
  );
});

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The job is as green as without a gateway, in time, and one warning says what happened. */
function expectUnharmed({ exitCode, outputs, commands, ms, stdout }: Awaited<ReturnType<typeof runAction>>): void {
  expect({ exitCode, version: outputs['go-version'] }).toEqual({ exitCode: 0, version: VERSION });
  const warnings = commands.filter(({ name }) => name === 'warning').map(({ message }) => message.split(':')[0]);
  expect(warnings).toEqual(['METRICS.PUSH']);
  expect(ms).toBeLessThan(PUSH_MS + SPARE_MS);
  expect(stdout.replaceAll('::add-mask::hunter22', '')).not.toContain('hunter22');
}
