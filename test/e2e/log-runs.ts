import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BUNDLE } from './harness.ts';

export interface LogRun {
  readonly exitCode: number | null;
  readonly stdout: { readonly text: string; readonly bytes: number; readonly sha256: string };
  readonly stderr: string;
  /** Most memory that the process ever held; undefined where /proc does not tell. */
  readonly peakMib: number | undefined;
  readonly ms: number;
}

export interface LogRunOptions {
  /** Written to standard input; null: it stays open and silent. */
  readonly input?: AsyncIterable<Buffer> | string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
  readonly cwd?: string;
  /** With the running process, once it has written something. */
  readonly during?: (child: ChildProcess) => Promise<void>;
  readonly timeoutMs?: number;
}

const SHOWN_BYTES = 100_000;

/** The bundle with pipes of its own, for what the harness does not have: standard input, signals, much output. */
export async function runBundle(args: readonly string[], options: LogRunOptions = {}): Promise<LogRun> {
  const started = performance.now();
  const node = process.env['E2E_NODE'] ?? process.execPath;
  const env = { PATH: process.env['PATH'] ?? '', HOME: options.cwd ?? '/nonexistent', ...options.env };
  const child = spawn(node, [...(options.nodeArgs ?? []), BUNDLE, ...args], { env, cwd: options.cwd, stdio: 'pipe' });
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 50_000);
  const hash = createHash('sha256');
  let bytes = 0;
  let text = '';
  let stderr = '';
  let peakMib: number | undefined;
  const spoken = new Promise<void>(resolve => {
    child.stdout.once('data', () => resolve());
    child.once('close', () => resolve());
  });
  child.stdout.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
    if (text.length < SHOWN_BYTES) text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  const closed = new Promise<number | null>(resolve => {
    child.once('close', code => resolve(code));
  });
  const sample = setInterval(async () => {
    peakMib = (await peakOf(child.pid)) ?? peakMib;
  }, 100);
  const fed = feed(child, options.input ?? '');
  if (options.during !== undefined) await spoken.then(() => options.during?.(child));
  const exitCode = await closed;
  await fed;
  clearTimeout(timer);
  clearInterval(sample);
  const stdout = { text, bytes, sha256: hash.digest('hex') };
  return { exitCode, stdout, stderr, peakMib, ms: performance.now() - started };
}

async function feed({ stdin }: ChildProcess, input: NonNullable<LogRunOptions['input']> | null): Promise<void> {
  if (stdin === null || input === null) return;
  if (typeof input === 'string') return void stdin.end(input);
  for await (const chunk of input) {
    if (stdin.destroyed) return;
    if (!stdin.write(chunk))
      await Promise.race(['drain', 'close'].map(event => new Promise(resolve => stdin.once(event, resolve))));
  }
  stdin.end();
}

/** VmHWM of proc_pid_status(5). */
async function peakOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kib] = /^VmHWM:\s*(\d+) kB$/mu.exec(status) ?? [];
  return kib === undefined ? undefined : Number(kib) / 1_024;
}
