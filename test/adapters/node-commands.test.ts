import { type ChildProcess, spawn as spawnChild } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createCommands, type Terminal } from '../../src/adapters/node-commands.ts';
import { codeOf } from './net-support.ts';

const clock = createClock();
const never = new AbortController().signal;

function start(
  code: string,
  options: {
    readonly stdout?: Writable;
    readonly signalsReachChild?: boolean;
    readonly signal?: AbortSignal;
    readonly words?: readonly string[];
    readonly spawn?: () => ChildProcess;
  } = {},
) {
  const heard = { stdout: '', stderr: '' };
  const written = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr'): Writable =>
    new PassThrough().on('data', (chunk: Buffer) => {
      written[name] += chunk.toString('latin1');
    });
  const signals = new EventEmitter();
  const terminal: Terminal = {
    stdout: options.stdout ?? collect('stdout'),
    stderr: collect('stderr'),
    signalsReachChild: options.signalsReachChild ?? false,
    on: (name, listener) => signals.on(name, listener),
    removeListener: (name, listener) => signals.removeListener(name, listener),
  };
  const sent: unknown[] = [];
  const ended = createCommands({ terminal, clock, spawn: options.spawn ?? watchedSpawn(sent) }).passThrough(
    { words: options.words ?? [process.execPath, '-e', code], env: { MARK: 'a b' }, cwd: import.meta.dirname },
    (stream, chunk) => {
      heard[stream] += Buffer.from(chunk).toString('latin1');
    },
    options.signal ?? never,
  );
  /** The child says so on standard output. */
  const ready = async (): Promise<void> => {
    while (!heard.stdout.includes('ready')) await delay(10);
  };
  return { ended, heard, written, signals, sent, ready };
}

/** Starts a child, and notes which signals it is sent. */
function watchedSpawn(sent: unknown[]): typeof spawnChild {
  return ((...given: Parameters<typeof spawnChild>) => {
    const child = spawnChild(...given);
    const kill = child.kill.bind(child);
    child.kill = name => {
      sent.push(name);
      return kill(name);
    };
    return child;
  }) as typeof spawnChild;
}

/** Waits for signals; `stubborn` ones do not end it. */
const WAITING = `process.on('SIGTERM', () => process.exit(7)); process.on('SIGINT', () => process.exit(8));
  setInterval(() => {}, 1000); console.log('ready');`;
const STUBBORN = `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {}); setInterval(() => {}, 1000); console.log('ready');`;

describe.skipIf(process.platform === 'win32')('a command in our place', () => {
  it('has its output passed through and heard, byte for byte, and gets the environment and directory', async () => {
    const code = `process.stdout.write(Buffer.from([0, 255, 10, 13])); console.error(process.env.MARK, process.cwd())`;
    const { ended, heard, written } = start(code);
    expect(await ended).toEqual({ exitCode: 0 });
    expect(written).toEqual({ stdout: '\u0000\u00ff\n\r', stderr: `a b ${import.meta.dirname}\n` });
    expect(heard).toEqual(written);
  });

  it.each([
    ['its own exit code', 'process.exit(3)', { exitCode: 3 }],
    ['128 and the number of a signal', 'process.kill(process.pid, "SIGKILL")', { exitCode: 137, signal: 'SIGKILL' }],
  ])('ends with %s', async (_name, code, end) => {
    expect(await start(code).ended).toEqual(end);
  });

  it.each([
    ['absent', 'RUN.NOT_FOUND', ['/nowhere/command']],
    ['no program', 'RUN.NOT_EXECUTABLE', [import.meta.filename]],
  ])('that is %s is %s', async (_name, code, words) => {
    expect(await codeOf(start('', { words }).ended)).toBe(code);
  });

  it.each([
    ['FS.FD_LIMIT', 'EMFILE', false],
    ['RUN.NO_PROCESS', 'ENOMEM', true],
    ['RUN.NOT_EXECUTABLE', 'E2BIG', true],
  ])('for which no process can be made is %s (%s)', async (code, errno, throws) => {
    const spawn = (): ChildProcess => {
      const error = Object.assign(new Error(`spawn ${errno}`), { code: errno });
      if (throws) throw error;
      const child = Object.assign(new EventEmitter(), {
        stdout: undefined,
        stderr: undefined,
        pid: undefined,
        kill: () => false,
      });
      process.nextTick(() => child.emit('error', error));
      return child as unknown as ChildProcess;
    };
    expect(await codeOf(start('', { spawn }).ended)).toBe(code);
  });

  it('gets the first signal', async () => {
    const { ended, signals, ready } = start(WAITING);
    await ready();
    signals.emit('SIGTERM');
    expect(await ended).toEqual({ exitCode: 7 });
    expect(signals.eventNames()).toEqual([]);
  });

  it('does not get an interrupt twice where the terminal sends it to both', async () => {
    const { ended, signals, sent, ready } = start(STUBBORN, { signalsReachChild: true });
    await ready();
    signals.emit('SIGINT');
    expect(sent).toEqual([]);
    signals.emit('SIGTERM');
    expect(await ended).toEqual({ exitCode: 137, signal: 'SIGKILL' });
  });

  it('is killed by the second signal, whichever it is', async () => {
    const { ended, signals, sent, ready } = start(STUBBORN);
    await ready();
    signals.emit('SIGTERM');
    signals.emit('SIGHUP');
    expect(await ended).toEqual({ exitCode: 137, signal: 'SIGKILL' });
    expect(sent).toEqual(['SIGTERM', 'SIGKILL']);
  });

  it('is ended by an abort, and by force where it does not care', async () => {
    const stop = new AbortController();
    const { ended, ready } = start(STUBBORN, { signal: stop.signal });
    await ready();
    stop.abort(new Error('enough'));
    await expect(ended).rejects.toThrow('enough');
  });

  it('is not waited for when it leaves somebody behind who keeps its output open', async () => {
    const started = performance.now();
    const { ended } = start(`require('node:child_process').spawn('sleep', ['20'], { stdio: 'inherit', detached: true }).unref()`);
    expect(await ended).toEqual({ exitCode: 0 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('waits for a slow reader and loses nothing', async () => {
    let bytes = 0;
    const stdout = new Writable({
      highWaterMark: 1_024,
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        setTimeout(done, 5);
      },
    });
    const { ended, heard } = start(`process.stdout.write('x'.repeat(3_000_000))`, { stdout });
    expect(await ended).toEqual({ exitCode: 0 });
    expect([bytes, heard.stdout.length]).toEqual([3_000_000, 3_000_000]);
  });
});
