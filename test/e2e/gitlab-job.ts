import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT, type Runner } from './harness.ts';

/** The template as it stands in the repository: what a consumer gets. */
export async function readTemplate(name = 'setup-go-robust'): Promise<string> {
  return readFile(join(PROJECT, 'templates', name, 'template.yml'), 'utf8');
}

/** Defaults of the inputs of a template, which is indented as scripts/build-templates.mjs does it. */
export function templateDefaults(template: string): Readonly<Record<string, string>> {
  const defaults: Record<string, string> = {};
  let name = '';
  for (const line of (template.split('\n---\n')[0] ?? '').split('\n')) {
    name = /^ {4}([\w-]+):$/u.exec(line)?.[1] ?? name;
    const value = /^ {6}default: (?:'(.*)'|(.*))$/u.exec(line);
    if (value !== null) defaults[name] = value[1] ?? value[2] ?? '';
  }
  return defaults;
}

/** The text of the before_script of a hidden job, with inputs and context put in as GitLab does: once, as they are. */
export function beforeScript(
  template: string,
  job: 'setup-go-robust' | 'use-go-robust',
  given: { readonly inputs?: Readonly<Record<string, string>>; readonly sha: string },
): string {
  const lines = template.split('\n');
  const start = lines.indexOf('    - |', lines.indexOf(`'.$[[ inputs.job-prefix ]]${job}':`)) + 1;
  const length = lines.slice(start).findIndex(line => line !== '' && !line.startsWith('      '));
  const text = lines
    .slice(start, start + length)
    .map(line => line.slice(6))
    .join('\n');
  const inputs: Readonly<Record<string, string>> = { ...templateDefaults(template), ...given.inputs };
  return text.replace(/\$\[\[ (inputs|component)\.([\w-]+) \]\]/gu, (whole, kind: string, name: string) =>
    kind === 'component' ? given.sha : (inputs[name] ?? whole),
  );
}

export const SHELLS = {
  dash: ['/bin/dash', '/usr/bin/dash'],
  bash: ['/bin/bash', '/usr/bin/bash'],
  busybox: ['/bin/busybox', '/usr/bin/busybox'],
} as const;
export type ShellName = keyof typeof SHELLS;

/** How a shell is called here; undefined where there is none. */
export function shellCommand(name: ShellName): readonly string[] | undefined {
  const file = SHELLS[name].find(path => existsSync(path));
  if (file === undefined) return undefined;
  return name === 'busybox' ? [file, 'sh'] : [file];
}

/** What the bootstrap uses of any image. */
const BASE_TOOLS = [
  'sh',
  'mkdir',
  'rm',
  'mv',
  'cat',
  'date',
  'sleep',
  'sed',
  'tr',
  'uname',
  'gzip',
  'tar',
  'sha256sum',
  'timeout',
];

export interface JobOptions {
  readonly runner: Runner;
  readonly shell: ShellName;
  /** Programs besides the usual ones; `busybox` takes them all from there. Without `node` there is none. */
  readonly tools: readonly string[];
  readonly isBusybox?: boolean;
  /** Without these of the usual ones. */
  readonly without?: readonly string[];
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Directories in front of PATH. */
  readonly path?: readonly string[];
}

export interface JobResult {
  readonly exitCode: number | null;
  /** Both streams in their order, as the log of a job has them. */
  readonly log: string;
}

/** Runs a script as a runner does: `set -e`, one shell, a PATH with nothing but what is named. */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const { runner, shell, script, env } = options;
  const command = shellCommand(shell);
  if (command === undefined) throw new Error(`there is no ${shell} here`);
  const bin = await makeBin(options);
  const file = join(runner.root, `job-${Math.random().toString(36).slice(2)}.sh`);
  await writeFile(file, `set -e\n${script}\n`);
  const [program = '', ...args] = command;
  const child = spawn(program, [...args, file], {
    cwd: options.cwd ?? runner.workspace,
    env: { PATH: [...(options.path ?? []), bin].join(':'), HOME: runner.home, TMPDIR: runner.temp, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 50_000);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { exitCode, log };
  } finally {
    clearTimeout(timer);
  }
}

async function makeBin({ runner, tools, isBusybox = false, without = [] }: JobOptions): Promise<string> {
  const bin = join(runner.root, `bin-${Math.random().toString(36).slice(2)}`);
  await mkdir(bin);
  const busybox = SHELLS.busybox.find(path => existsSync(path)) ?? '';
  for (const name of [...BASE_TOOLS, ...tools].filter(tool => !without.includes(tool))) {
    const node = process.env['E2E_NODE'] ?? process.execPath;
    const isApplet = isBusybox && !['node', 'curl', 'git'].includes(name);
    await symlink(name === 'node' ? node : isApplet ? busybox : whereIs(name), join(bin, name));
  }
  return bin;
}

/** Why a job with these programs cannot be tried here; undefined when it can. */
export function whyNot(shell: ShellName, tools: readonly string[] = []): string | undefined {
  if (process.platform !== 'linux') return 'the programs of a Linux image are needed';
  if (shellCommand(shell) === undefined) return `there is no ${shell}`;
  const missing = [...BASE_TOOLS, ...tools].find(name => name !== 'node' && findProgram(name) === undefined);
  return missing === undefined ? undefined : `there is no ${missing}`;
}

function whereIs(name: string): string {
  const path = findProgram(name);
  if (path === undefined) throw new Error(`there is no ${name} here`);
  return path;
}

function findProgram(name: string): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** The code that a log names as the cause. */
export function causeOf(log: string): string | undefined {
  return / {2}Cause\S* {4}(\S+)/u.exec(log)?.[1];
}
