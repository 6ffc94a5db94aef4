import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { BUNDLE, type ProcessResult, type Runner, runAction, runCli, withRunner } from './harness.ts';
import { FACES, type Face, GO, type InstallResult, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

let border: Origin;
beforeAll(async () => {
  border = await startBorder();
});
afterAll(() => border.close());

/** The bundle in a process in which something else goes wrong, too. */
async function disturbedBundle(runner: Runner, disturbance: string): Promise<string> {
  const path = join(runner.root, 'disturbed.cjs');
  await writeFile(path, `const fs = require('node:fs');\n${disturbance}\nrequire(${JSON.stringify(BUNDLE)});\n`);
  return path;
}

/** A run against a source that stops in the middle. */
async function stalledRun(
  face: Face,
  setting: {
    readonly runner: Runner;
    readonly disturbance: string;
    readonly timeout?: string;
    readonly onStall?: () => Promise<void>;
  },
): Promise<InstallResult> {
  const { runner, disturbance, timeout = '50s', onStall } = setting;
  const afterBytes = Math.floor(GO.tarGz.bytes.length / 2);
  const mirror = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes }, fault: { kind: 'stall', afterBytes } });
  const inputs = { 'go-version': VERSION, sources: mirror.url, checksum: `sha256:${GO.tarGz.sha256}`, timeout };
  const bundle = await disturbedBundle(runner, disturbance);
  try {
    const running = install(face, { runner, inputs, bundle, env: sealedEnv(border), timeoutMs: 20_000 });
    if (onStall !== undefined) {
      await until(async () => mirror.stats().sentBytes >= afterBytes && (await stages(runner)).length > 0);
      await onStall();
    }
    return await running;
  } finally {
    await mirror.close();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; !(await isSo()); waitedMs += 20) {
    if (waitedMs > 10_000) throw new Error('it never came so far');
    await delay(20);
  }
}

async function stages(runner: Runner): Promise<readonly string[]> {
  const names = await readdir(runner.toolCache, { recursive: true });
  return names.filter(name => /\.stage-[^/\\]*$/u.test(name));
}

/** Whatever looks at a file waits for ever, and nothing keeps the process alive: the silent end of a run. */
const DRAIN = 'fs.lstat = () => {};';

describe.runIf(isPosix)('a run that is ended by a signal', { concurrent: true }, () => {
  const cases = FACES.flatMap(face => (['SIGTERM', 'SIGINT'] as const).map(signal => ({ face, signal })));
  it.each(cases)('$signal cleans up, reports and is red: $face', ({ face, signal }) =>
    withRunner(async runner => {
      const pidFile = join(runner.root, 'pid');
      const disturbance = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));`;
      const onStall = async (): Promise<void> => void process.kill(Number(await readFile(pidFile, 'utf8')), signal);
      const { exitCode, report, ms, action } = await stalledRun(face, { runner, disturbance, onStall });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 75, cause: 'SELF.INTERRUPTED' });
      expect(await readdir(runner.toolCache)).toEqual([]);
      expect(ms).toBeLessThan(15_000);
      if (action !== undefined) expect(action.outputs).toMatchObject({ cause: 'SELF.INTERRUPTED', 'go-version': '' });
    }),
  );
});

describe.runIf(isPosix)('a run without a result', { concurrent: true }, () => {
  it.each(FACES)('is red and explained by the %s when the event loop drains', face =>
    withRunner(async runner => {
      const { exitCode, report, action } = await stalledRun(face, { runner, disturbance: DRAIN });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 70, cause: 'SELF.DRAINED' });
      expect(report).toMatchObject({ outcome: 'failed', go: null });
      if (action === undefined) return;
      expect(action.outputs).toMatchObject({ cause: 'SELF.DRAINED', 'go-version': '' });
      expect(action.commands.some(({ name, properties }) => name === 'error' && properties['title'] !== undefined)).toBe(true);
    }),
  );

  it.each(FACES)('is red and explained by the %s when something unexpected is thrown', face =>
    withRunner(async runner => {
      const disturbance = `setTimeout(() => { throw new Error('unheard of'); }, 300);`;
      const { exitCode, report } = await stalledRun(face, { runner, disturbance });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 70, cause: 'SELF.BUG' });
      expect(await readdir(runner.toolCache)).toEqual([]);
    }),
  );

  it.each(FACES)('has last words on the %s when not even publishing works', face =>
    withRunner(async runner => {
      const disturbance = `${DRAIN} fs.mkdir = fs.writeFile = fs.appendFile = () => {}; process.stdout.write = () => true;`;
      const bundle = await disturbedBundle(runner, disturbance);
      const options = { runner, bundle, env: sealedEnv(border), timeoutMs: 20_000 };
      const result: ProcessResult =
        face === 'action'
          ? await runAction({ ...options, inputs: { 'go-version': VERSION } })
          : await runCli(['install', VERSION], options);
      expect(result.exitCode).toBe(70);
      expect(result.stderr).toContain('SELF.DRAINED');
      expect(result.stderr.includes('::error')).toBe(face === 'action');
    }),
  );

  it.each(FACES)('is cut off on the %s when it ignores the end of its budget', face =>
    withRunner(async runner => {
      const disturbance = `${DRAIN} setInterval(() => {}, 1_000);`;
      const { exitCode, report, ms } = await stalledRun(face, { runner, disturbance, timeout: '1s' });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 75, cause: 'BUDGET.TOTAL' });
      expect(ms).toBeLessThan(12_000);
    }),
  );

  it('is not kept alive by what others left running', () =>
    withRunner(async runner => {
      const bundle = await disturbedBundle(runner, 'setInterval(() => {}, 1_000);');
      const { exitCode, ms } = await runCli(['install', 'one.two'], { runner, bundle, timeoutMs: 20_000 });
      expect(exitCode).toBe(64);
      expect(ms).toBeLessThan(10_000);
    }));
});

describe.runIf(isPosix)('a pipe that nobody writes to', { concurrent: true }, () => {
  const withPipe = (body: (runner: Runner, pipe: string) => Promise<void>): Promise<void> =>
    withRunner(async runner => {
      const pipe = join(runner.workspace, 'pipe');
      await promisify(execFile)('mkfifo', [pipe]);
      await body(runner, pipe);
    });

  // As does a look-up of a name while the resolver is silent, or a disk that does not answer.
  it('and that holds a thread keeps no process whose run is over', () =>
    withPipe(async (runner, pipe) => {
      const bundle = await disturbedBundle(runner, `require('node:fs').open(${JSON.stringify(pipe)}, 'r', () => {});`);
      const { timedOut, exitCode, stderr } = await runCli(['install', 'one.two'], { runner, bundle, timeoutMs: 20_000 });
      const canBeReplaced = (await nodeSays('typeof process.execve')) === 'function';
      expect({ timedOut, exitCode }).toEqual({ timedOut: false, exitCode: canBeReplaced ? 64 : undefined });
      expect(stderr).toContain('INPUT.');
      if (canBeReplaced) expect(stderr).not.toContain('ExperimentalWarning');
      else expect(stderr).toMatch(/was killed: .*\n$/u);
    }));

  it('is an empty log', () =>
    withPipe(async (runner, pipe) => {
      const { timedOut, exitCode } = await runCli(['explain', pipe, '--timeout', '5s'], { runner, timeoutMs: 20_000 });
      expect({ timedOut, exitCode }).toEqual({ timedOut: false, exitCode: 0 });
    }));

  it('is no version file, and no job summary', () =>
    withPipe(async (runner, pipe) => {
      const inputs = { 'go-version-file': 'pipe', timeout: '20s' };
      const env = { GITHUB_STEP_SUMMARY: pipe };
      const { exitCode, outputs, commands } = await runAction({ runner, inputs, env });
      expect({ exitCode, cause: outputs['cause'] }).toEqual({ exitCode: 71, cause: 'INPUT.VERSION_FILE' });
      expect(commands.filter(({ name }) => name === 'warning')).toHaveLength(1);
    }));
});

/** What the Node under test says of an expression. */
async function nodeSays(expression: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.env['E2E_NODE'] ?? process.execPath, ['-p', expression]);
  return stdout.trim();
}
