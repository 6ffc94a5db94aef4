import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { constants } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { posix, win32 } from 'node:path';
import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { spawnErrorCode } from '../policy/spawn-errors.ts';
import type { Clock, Env, Exec, ExecResult } from '../ports/machine.ts';
import { readSystemError } from './net-failure.ts';
import { access, stat } from './promised-fs.ts';

type Command = Parameters<Exec['run']>[0];

/** That of node:child_process. With the limit of open files used up it gives a child without streams, for other reasons it throws. */
type Spawn = (file: string, args: string[], options: SpawnOptions) => ChildProcess;

/** Programs of this machine. `os` is Node's name of the platform; it decides how PATH is read. A test hands in its own `spawn`. */
export function createExec(options: {
  readonly env: Env;
  readonly os: string;
  readonly clock: Clock;
  readonly spawn?: Spawn;
}): Exec {
  return {
    run: (command, signal) => run(options, command, signal),
    find: name => find(options, name),
  };
}

/**
 * Waits for the child, and for its pipes a little: a grandchild that keeps them open (a daemon) would hold us for ever.
 * Output beyond a limit is read and dropped, so that the child never blocks on a full pipe.
 */
async function run(
  { clock, spawn }: { readonly clock: Clock; readonly spawn?: Spawn },
  command: Command,
  signal: AbortSignal,
): Promise<ExecResult> {
  // Loaded when it is needed: it takes 2 ms.
  const start: Spawn = spawn ?? (await import('node:child_process')).spawn;
  signal.throwIfAborted();
  const child = startChild(start, command);
  return new Promise((resolve, reject) => {
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    const ended = new AbortController();
    const settle = (then: () => void): void => {
      if (ended.signal.aborted) return;
      ended.abort();
      signal.removeEventListener('abort', onAbort);
      child.stdout?.destroy();
      child.stderr?.destroy();
      then();
    };
    const onAbort = (): void => {
      stop(clock, child);
      settle(() => reject(signal.reason));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', error => settle(() => reject(notStarted(command.file, error))));
    child.once('exit', (code, killedBy) => {
      const end = (): void => settle(() => resolve({ exitCode: exitCodeOf(code, killedBy), stdout: stdout(), stderr: stderr() }));
      child.once('close', end);
      clock.sleep(LIMITS.execPipeGraceMs, ended.signal).then(end, () => undefined);
    });
    clock.sleep(command.timeoutMs, ended.signal).then(
      () => {
        if (hasExited(child)) return;
        stop(clock, child);
        const evidence = { 'budget ms': command.timeoutMs, stderr: stderr().slice(0, 200) };
        settle(() => reject(failure('GO.NOT_RUNNABLE', { subject: command.file, evidence })));
      },
      () => undefined,
    );
  });
}

function startChild(spawn: Spawn, { file, args, env, cwd }: Command): ChildProcess {
  try {
    return spawn(file, [...args], {
      env: { ...env },
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    throw notStarted(file, error);
  }
}

function notStarted(file: string, error: unknown): Failure {
  const { code: errno } = readSystemError(error);
  return failure(spawnErrorCode(errno, 'GO.NOT_RUNNABLE'), { subject: file, evidence: { errno } }, error);
}

/** The polite signal, and the other one after a grace period when the child is still there. */
function stop(clock: Clock, child: ChildProcess): void {
  if (hasExited(child)) return;
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  child.kill('SIGTERM');
  clock.sleep(LIMITS.killGraceMs, gone.signal).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
}

function hasExited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function collect(stream: NodeJS.ReadableStream | null | undefined): () => string {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  stream?.on('data', (chunk: Buffer) => {
    const room = LIMITS.execOutputBytes - sizeBytes;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    sizeBytes += chunk.length;
  });
  stream?.on('error', () => undefined);
  return () => Buffer.concat(chunks).toString('utf8');
}

/** As a shell reports a child that a signal ended: 128 and its number. */
function exitCodeOf(code: number | null, killedBy: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return 128 + (killedBy === null ? 0 : osConstants.signals[killedBy]);
}

/**
 * Empty parts of PATH mean the current directory and are left out, as Go's exec.LookPath refuses them: a file in the
 * checked-out project must not pose as a tool.
 */
async function find(options: { readonly env: Env; readonly os: string }, name: string): Promise<string | undefined> {
  const { env, os } = options;
  const windows = os === 'win32';
  const path = windows ? win32 : posix;
  const variable = windows ? Object.keys(env).find(key => key.toUpperCase() === 'PATH') : 'PATH';
  const endings = windows ? ['', ...(env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
  const directories = (env[variable ?? 'PATH'] ?? '').split(path.delimiter).filter(directory => path.isAbsolute(directory));
  for (const directory of directories) {
    for (const ending of endings) {
      if (windows && ending === '' && path.extname(name) === '') continue;
      const candidate = path.join(directory, name + ending.toLowerCase());
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
