import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createExec } from '../../src/adapters/node-exec.ts';
import { codeOf, findingOf } from './net-support.ts';

const clock = createClock();
const never = new AbortController().signal;
const exec = createExec({ env: {}, os: process.platform, clock });
/** Runs a script with this Node, which is there on every platform. */
function script(code: string, timeoutMs = 20_000, signal = never) {
  return exec.run({ file: process.execPath, args: ['-e', code], env: { MARK: 'a b' }, timeoutMs }, signal);
}

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'node-exec-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('running a program', () => {
  test('gives its output and exit code, and only the environment that was given', async () => {
    const code = 'console.log(process.env.MARK, process.env.PATH); console.error("e"); process.exitCode = 3';
    expect(await script(code)).toEqual({ exitCode: 3, stdout: 'a b undefined\n', stderr: 'e\n' });
  });

  test('does not block on output above the limit', async () => {
    const result = await script('process.stdout.write("a".repeat(3 * 1048576))');
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout.length).toBe(1_048_576);
  });

  test('that is not there is GO.NOT_RUNNABLE', async () => {
    const run = exec.run({ file: join(directory, 'absent'), args: [], env: {}, timeoutMs: 5_000 }, never);
    expect(await codeOf(run)).toBe('GO.NOT_RUNNABLE');
  });

  test('that takes too long is GO.NOT_RUNNABLE', async () => {
    expect(await codeOf(script('setInterval(() => {}, 1000)', 50))).toBe('GO.NOT_RUNNABLE');
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = script('setInterval(() => {}, 1000)', 20_000, controller.signal);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(script('0', 20_000, controller.signal)).rejects.toBe(reason);
  });

  test.skipIf(process.platform === 'win32')('that a signal ends has the exit code of a shell', async () => {
    expect((await script('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).exitCode).toBe(143);
  });
});

describe.skipIf(process.platform === 'win32')('a program that leaves a daemon with its pipes', () => {
  const TIMEOUT_MS = 15_000;
  /** The daemon prints its pid, so that it can be ended. `atExit` is called when the program has ended. */
  async function leaveDaemon(
    code: string,
    {
      atExit = () => undefined,
      signal = never,
      limit,
    }: { atExit?: () => void; signal?: AbortSignal; limit?: Promise<void> } = {},
  ) {
    let daemon: Promise<number> | undefined;
    const { run } = createExec({
      env: {},
      os: process.platform,
      clock: { ...clock, sleep: (ms, until) => (ms === TIMEOUT_MS && limit) || clock.sleep(ms, until) },
      spawn: (...given) => {
        const child = spawn(...given);
        daemon = new Promise(resolve => child.stdout?.once('data', chunk => resolve(Number.parseInt(String(chunk), 10))));
        child.once('exit', () => setImmediate(atExit));
        return child;
      },
    });
    const beginMs = clock.monotonic();
    const command = { file: '/bin/sh', args: ['-c', `sleep 30 & echo $!; ${code}`], env: {}, timeoutMs: TIMEOUT_MS };
    try {
      return { ...(await run(command, signal)), tookMs: clock.monotonic() - beginMs };
    } finally {
      process.kill((await daemon) ?? Number.NaN);
    }
  }

  test('has ended when it has, with what it printed and its exit code', async () => {
    const result = await leaveDaemon('echo x; echo e >&2; exit 3');
    expect(result).toMatchObject({ exitCode: 3, stdout: expect.stringMatching(/^\d+\nx\n$/u), stderr: 'e\n' });
    expect(result.tookMs).toBeLessThan(10_000);
  });

  test('has ended within its time although that is over while its pipes are waited for', async () => {
    let timeIsOver = (): void => undefined;
    const limit = new Promise<void>(resolve => {
      timeIsOver = resolve;
    });
    expect(await leaveDaemon('exit 3', { atExit: timeIsOver, limit })).toMatchObject({ exitCode: 3 });
  });

  test('can be given up while its pipes are waited for', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const given = leaveDaemon('exit 3', { atExit: () => controller.abort(reason), signal: controller.signal });
    await expect(given).rejects.toBe(reason);
  });
});

/** What Node's spawn does where a process cannot be made: verified with `ulimit -n` on Node 20 and 24. */
function spawnThat(fails: 'without streams' | 'by throwing', code: string) {
  return (): ChildProcess => {
    const error = Object.assign(new Error(`spawn ${code}`), { code });
    if (fails === 'by throwing') throw error;
    const child = Object.assign(new EventEmitter(), { stdout: undefined, stderr: undefined, kill: () => false });
    process.nextTick(() => {
      child.emit('error', error);
      child.emit('close', -24, null);
    });
    return child as unknown as ChildProcess;
  };
}

describe('a program for which no process can be made', () => {
  test.each([
    ['without streams', 'EMFILE', 'FS.FD_LIMIT'],
    ['without streams', 'ENFILE', 'FS.FD_LIMIT'],
    ['without streams', 'EAGAIN', 'RUN.NO_PROCESS'],
    ['by throwing', 'ENOMEM', 'RUN.NO_PROCESS'],
    ['by throwing', 'E2BIG', 'GO.NOT_RUNNABLE'],
  ] as const)('fails %s (%s) and is %s, with the errno', async (how, errno, code) => {
    const { run } = createExec({ env: {}, os: 'linux', clock, spawn: spawnThat(how, errno) });
    const found = await findingOf(run({ file: '/go/bin/go', args: [], env: {}, timeoutMs: 5_000 }, never));
    expect(found).toMatchObject({ code, subject: '/go/bin/go', evidence: [{ name: 'errno', value: errno }] });
  });
});

describe.skipIf(process.platform === 'win32')('finding a program', () => {
  test('takes the first executable file on PATH, absolute directories only', async () => {
    const plain = join(directory, 'plain');
    await writeFile(plain, '');
    const tool = join(directory, 'tool');
    await writeFile(tool, '#!/bin/sh\n');
    await chmod(tool, 0o755);
    const finder = createExec({
      env: { PATH: ['', '.', join(directory, 'absent'), directory].join(delimiter) },
      os: 'linux',
      clock,
    });
    expect(await finder.find('tool')).toBe(tool);
    expect(await finder.find('plain')).toBeUndefined();
    expect(await finder.find('absent')).toBeUndefined();
    expect(await exec.find('tool')).toBeUndefined();
  });
});
