import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { constants as osConstants } from 'node:os';
import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { spawnErrorCode } from '../policy/spawn-errors.ts';
import type { ChildEnd, Clock, Commands } from '../ports/machine.ts';
import { readSystemError } from './net-failure.ts';

/** What of `process` a child needs that stands in for us; a test hands in its own. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Whether the terminal sends its signals to the child as well, because standard input is one. */
  readonly signalsReachChild: boolean;
  on(event: NodeJS.Signals, listener: () => void): unknown;
  removeListener(event: NodeJS.Signals, listener: () => void): unknown;
}

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Parts {
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Default: that of node:child_process. */
  readonly spawn?: (file: string, args: string[], options: SpawnOptions) => ChildProcess;
}

/** Runs commands of the user's in our place. */
export function createCommands(parts: Parts): Commands {
  return { passThrough: (command, hear, signal) => passThrough({ ...parts, command, hear }, signal) };
}

interface Running extends Parts {
  readonly command: Parameters<Commands['passThrough']>[0];
  readonly hear: Parameters<Commands['passThrough']>[1];
}

async function passThrough(running: Running, signal: AbortSignal): Promise<ChildEnd> {
  const { terminal, clock, command, hear } = running;
  const [file = ''] = command.words;
  const child = await startChild(running, signal);
  const stopForwarding = forwardSignals(child, terminal);
  const onAbort = (): void => endChild(clock, child);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const pumped = Promise.all([
      pump(child.stdout, terminal.stdout, chunk => hear('stdout', chunk)),
      pump(child.stderr, terminal.stderr, chunk => hear('stderr', chunk)),
    ]);
    const end = await ended(child, file);
    await drained(child, pumped, clock);
    signal.throwIfAborted();
    return end;
  } finally {
    signal.removeEventListener('abort', onAbort);
    stopForwarding();
  }
}

async function startChild({ command, spawn }: Running, signal: AbortSignal): Promise<ChildProcess> {
  const start = spawn ?? (await import('node:child_process')).spawn;
  signal.throwIfAborted();
  const [file = '', ...args] = command.words;
  try {
    // Standard input is the child's alone: we never read it.
    return start(file, args, { env: { ...command.env }, cwd: command.cwd, stdio: ['inherit', 'pipe', 'pipe'] });
  } catch (error) {
    throw notStarted(file, error);
  }
}

function notStarted(file: string, error: unknown): Failure {
  const { code: errno } = readSystemError(error);
  const code = errno === 'ENOENT' ? 'RUN.NOT_FOUND' : spawnErrorCode(errno, 'RUN.NOT_EXECUTABLE');
  return failure(code, { subject: file, evidence: { errno } }, error);
}

/** Throws as notStarted says. */
function ended(child: ChildProcess, file: string): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', error => {
      if (child.pid === undefined) reject(notStarted(file, error));
    });
    child.once('exit', (code, killedBy) => {
      if (killedBy === null) resolve({ exitCode: code ?? 70 });
      else resolve({ exitCode: 128 + osConstants.signals[killedBy], signal: killedBy });
    });
  });
}

/**
 * What the child wrote before it ended still stands in the pipes. A daemon that it left behind may hold them open for ever: it is
 * waited for as long as something comes.
 */
async function drained(child: ChildProcess, pumped: Promise<unknown>, clock: Clock): Promise<void> {
  const done = new AbortController();
  let lastMs = clock.monotonic();
  const heard = (): void => {
    lastMs = clock.monotonic();
  };
  child.stdout?.on('data', heard);
  child.stderr?.on('data', heard);
  const silence = async (): Promise<void> => {
    for (let left: number = LIMITS.killGraceMs; left > 0; left = lastMs + LIMITS.killGraceMs - clock.monotonic()) {
      await clock.sleep(left, done.signal);
    }
  };
  try {
    await Promise.race([pumped, silence()]);
  } finally {
    done.abort();
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

/** Byte for byte and at once; a slow reader of ours slows the child down, and one that went away ends its pipe. */
function pump(
  from: NodeJS.ReadableStream | null | undefined,
  to: NodeJS.WritableStream,
  hear: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise(resolve => {
    if (!from) return resolve();
    from.on('data', (chunk: Buffer) => {
      if (!to.write(chunk)) from.pause();
      hear(chunk);
    });
    const resume = (): unknown => from.resume();
    const isGone = (): void => {
      if ('destroy' in from && typeof from.destroy === 'function') from.destroy();
    };
    to.on('drain', resume);
    to.on('error', isGone);
    let hasEnded = false;
    const finish = (): void => {
      hasEnded = true;
      to.removeListener('drain', resume);
      // What was handed to the stream has been written when an empty piece has.
      to.write('', () => resolve());
    };
    from.once('end', finish);
    // Destroyed before its end: nothing more comes. After the end, what was read may still be on its way.
    from.once('close', () => {
      if (!hasEnded) resolve();
    });
    from.on('error', () => resolve());
  });
}

/** The first signal is the child's; a second one, whichever, ends it at once. */
function forwardSignals(child: ChildProcess, terminal: Terminal): () => void {
  let count = 0;
  const listeners = FORWARDED.map(name => {
    const listener = (): void => {
      count += 1;
      if (count > 1) child.kill('SIGKILL');
      else if (name !== 'SIGINT' || !terminal.signalsReachChild) child.kill(name);
    };
    terminal.on(name, listener);
    return () => terminal.removeListener(name, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}

function endChild(clock: Clock, child: ChildProcess): void {
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  child.kill('SIGTERM');
  clock.sleep(LIMITS.killGraceMs, gone.signal).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
}
