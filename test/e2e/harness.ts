import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Command, parseActionDefaults, parseCommands, parseKeyValueFile } from './runner-files.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** The committed bundle. */
export const BUNDLE = join(PROJECT, 'dist', 'main.cjs');

/** Copies the bundle into a directory of its own, but for some of its files, and returns what is to be started. */
export async function copyBundle(directory: string, without: readonly string[] = []): Promise<string> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(dirname(BUNDLE))) {
    if (!without.includes(name)) await copyFile(join(dirname(BUNDLE), name), join(directory, name));
  }
  return join(directory, 'main.cjs');
}

/** A throw-away machine: what one job of a CI platform finds, with no Go, no proxy and nothing of the developer. */
export interface Runner {
  readonly root: string;
  readonly toolCache: string;
  readonly temp: string;
  readonly workspace: string;
  readonly home: string;
  dispose(): Promise<void>;
}

/** `base`: where the directory is made; default: the system's temp directory. */
export async function createRunner(base = tmpdir()): Promise<Runner> {
  const root = await mkdtemp(join(base, 'setup-go-robust-e2e-'));
  const at = (name: string): string => join(root, name);
  const runner = { root, toolCache: at('tool-cache'), temp: at('temp'), workspace: at('work'), home: at('home') };
  for (const path of [runner.toolCache, runner.temp, runner.workspace, runner.home, at('bin')]) await mkdir(path);
  return { ...runner, dispose: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** Disposes of the runner whatever happens. */
export async function withRunner<T>(body: (runner: Runner) => Promise<T>, base = tmpdir()): Promise<T> {
  const runner = await createRunner(base);
  try {
    return await body(runner);
  } finally {
    await runner.dispose();
  }
}

export interface ProcessOptions {
  /** Default: a new one that is removed afterwards. */
  readonly runner?: Runner;
  /** Over the clean environment; undefined removes a name. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Directories in front of PATH, to let the run find a Go. */
  readonly path?: readonly string[];
  /** Node binary. Default: E2E_NODE, else the Node of the test. */
  readonly node?: string;
  /** Default: the committed bundle. */
  readonly bundle?: string;
  /** SIGKILL of the process group afterwards; the result then says `timedOut`. Default: 60 s. */
  readonly timeoutMs?: number;
  /** SIGKILL on request: the crash of a machine in the middle. */
  readonly signal?: AbortSignal;
}

export interface ProcessResult {
  /** 128 + signal number is not invented: undefined when the process was killed. */
  readonly exitCode: number | undefined;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
  /** Entries of the tool cache down to `go/VERSION/ENTRY`, sorted, as the run left them; directories end in `/`. */
  readonly toolCache: readonly string[];
}

export interface ActionOptions extends ProcessOptions {
  /** Over the defaults of action.yml, as the runner sets them. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What an earlier step saved: its presence makes the run a post step. */
  readonly state?: Readonly<Record<string, string>>;
}

export interface ActionResult extends ProcessResult {
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables for later steps (GITHUB_ENV). */
  readonly env: Readonly<Record<string, string>>;
  /** Lines of GITHUB_PATH, in order of the file: the last one stands first on PATH. */
  readonly path: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands on standard output: `error`, `warning`, `notice`, `group`, `add-mask`, … */
  readonly commands: readonly Command[];
}

/** Runs the action as the runner does: inputs as INPUT_*, command files, no arguments. */
export async function runAction(options: ActionOptions = {}): Promise<ActionResult> {
  return inRunner(options, async runner => {
    const commandFiles = await mkdtemp(join(runner.root, 'command-files-'));
    const files = { output: '', env: '', path: '', state: '', step_summary: '' };
    const env: Record<string, string> = {};
    for (const name of Object.keys(files)) {
      env[`GITHUB_${name.toUpperCase()}`] = join(commandFiles, name);
      await writeFile(join(commandFiles, name), '');
    }
    const inputs = { ...(await actionDefaults()), ...options.inputs };
    for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
    for (const [name, value] of Object.entries(options.state ?? {})) env[`STATE_${name}`] = value;
    const result = await runNode({ runner, args: [], options, env: { ...githubEnv(runner), ...env } });
    const text = (name: keyof typeof files): Promise<string> => readFile(join(commandFiles, name), 'utf8');
    return {
      ...result,
      outputs: parseKeyValueFile(await text('output')),
      env: parseKeyValueFile(await text('env')),
      path: (await text('path')).split(/\r?\n/u).filter(line => line !== ''),
      state: parseKeyValueFile(await text('state')),
      summary: await text('step_summary'),
      commands: parseCommands(result.stdout),
    };
  });
}

/** Runs the command line as a user on a plain machine does: no CI variables but a tool cache, so that nothing is left behind. */
export async function runCli(args: readonly string[], options: ProcessOptions = {}): Promise<ProcessResult> {
  return inRunner(options, runner => runNode({ runner, args, options, env: { RUNNER_TOOL_CACHE: runner.toolCache } }));
}

async function inRunner<T>(options: ProcessOptions, body: (runner: Runner) => Promise<T>): Promise<T> {
  return options.runner === undefined ? withRunner(body) : body(options.runner);
}

async function actionDefaults(): Promise<Readonly<Record<string, string>>> {
  const path = join(PROJECT, 'action.yml');
  return existsSync(path) ? parseActionDefaults(await readFile(path, 'utf8')) : {};
}

function githubEnv(runner: Runner): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: runner.workspace,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'someone/something',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    RUNNER_TEMP: runner.temp,
    RUNNER_TOOL_CACHE: runner.toolCache,
    RUNNER_OS: process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

async function runNode(run: {
  readonly runner: Runner;
  readonly args: readonly string[];
  readonly options: ProcessOptions;
  readonly env: Readonly<Record<string, string>>;
}): Promise<ProcessResult> {
  const { runner, args, options } = run;
  const node = options.node ?? process.env['E2E_NODE'] ?? process.execPath;
  const env = { ...(await cleanEnv(runner, node, options.path ?? [])), ...run.env, ...options.env };
  const started = performance.now();
  const child = await start(node, [options.bundle ?? BUNDLE, ...args], { cwd: runner.workspace, env });
  const kill = (): void => {
    try {
      if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in this moment.
    }
  };
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, options.timeoutMs ?? 60_000);
  options.signal?.addEventListener('abort', kill, { once: true });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  try {
    const exitCode = await new Promise<number | undefined>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve(code ?? undefined));
    });
    return {
      exitCode,
      timedOut,
      stdout: Buffer.concat(stdout).toString(),
      stderr: Buffer.concat(stderr).toString(),
      ms: performance.now() - started,
      toolCache: await listToolCache(runner.toolCache),
    };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', kill);
  }
}

/** A script that a test has just written may be held open by a process that another test forks in this moment: then it is busy. */
async function start(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<ChildProcessByStdio<null, Readable, Readable>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ETXTBSY' || tries > 100) throw error;
      await delay(20);
    }
  }
}

async function cleanEnv(runner: Runner, node: string, path: readonly string[]): Promise<Record<string, string | undefined>> {
  if (process.platform === 'win32') {
    const system = process.env['SystemRoot'] ?? 'C:\\Windows';
    const directories = [...path, dirname(node), `${system}\\System32`, system];
    return { SystemRoot: system, PATH: directories.join(';'), USERPROFILE: runner.home, TEMP: runner.temp, TMP: runner.temp };
  }
  // A link, because the directory of Node may hold a Go as well.
  const bin = join(runner.root, 'bin');
  await symlink(node, join(bin, 'node')).catch(() => undefined);
  return { PATH: [...path, bin, '/usr/bin', '/bin'].join(':'), HOME: runner.home, LANG: 'C.UTF-8', TMPDIR: runner.temp };
}

async function listToolCache(toolCache: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (prefix: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(toolCache, prefix), { withFileTypes: true })) {
      const name = `${prefix}${entry.name}${entry.isDirectory() ? '/' : ''}`;
      if (entry.isDirectory() && depth < 2) await walk(name, depth + 1);
      else found.push(name);
    }
  };
  if (existsSync(toolCache)) await walk('', 0);
  return found.sort();
}
