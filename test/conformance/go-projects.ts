import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../src/domain/report.ts';
import { type Runner, runCli } from '../e2e/harness.ts';
import { reportOf } from './installed-go.ts';

const GO = process.env['GO'] ?? 'go';

export interface GoResult {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the go of this machine, with its own module cache, and no settings of this machine that change what go demands. */
export async function go(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<GoResult> {
  const clean = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: '', ...env };
  try {
    const { stdout, stderr } = await promisify(execFile)(GO, [...args], { cwd, env: clean, maxBuffer: 64 * 2 ** 20 });
    return { ok: true, stdout, stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    return { ok: false, stdout, stderr };
  }
}

/** The directory of a published module in the module cache. Throws when it cannot be had. */
export async function download(cwd: string, module: string): Promise<string> {
  const { stdout } = await go(cwd, ['mod', 'download', '-json', module]);
  const { Dir, Error: problem } = JSON.parse(stdout) as { readonly Dir?: string; readonly Error?: string };
  if (Dir === undefined) throw new Error(`${module}: ${problem ?? 'no directory'}`);
  return Dir;
}

/** Makes the workspace anew. */
export async function project(runner: Runner, files: Readonly<Record<string, string>>): Promise<string> {
  await rm(runner.workspace, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(runner.workspace, name)), { recursive: true });
    await writeFile(join(runner.workspace, name), text);
  }
  return runner.workspace;
}

/** Without the checksum database: what is published is proved by it elsewhere, and what is made up here it cannot know. */
export async function preflight(
  runner: Runner,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Report> {
  return reportOf(await runCli(['preflight', ...words, '--sums', 'off', '--json'], { runner, env }));
}
