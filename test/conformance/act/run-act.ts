import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../../e2e/harness.ts';
import { networkEnv, whyNoNetwork } from '../network.ts';
import { toolsDirectory } from '../official-archive.ts';

const ACT = join(toolsDirectory(), 'bin', 'act');

/** One line of `act --json`: `command` is there for workflow commands and command files. */
export interface ActLine {
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly matrix?: Readonly<Record<string, string>>;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  /** Of a summary. */
  readonly content?: string;
  readonly msg?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
  readonly jobResult?: string;
}

/** What one step handed to the platform, in its order. */
export interface ActStep {
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** As the step wrote them: the last one stands first on PATH. */
  readonly path: readonly string[];
  /** Files of problem matchers. */
  readonly matchers: readonly string[];
  /** Titles of the annotations; the code stands before the colon. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface ActRun {
  /** For the message of an assertion. */
  readonly log: string;
  /** By id, with the first value of its matrix (act sorts them by name): `local-cache 1.22.8`. */
  readonly results: Readonly<Record<string, string>>;
  /** `matrix`: the first value, where the job has one. Outputs and files of its main stage only. */
  step(job: string, step: string, matrix?: string): ActStep;
}

/** Why no workflow can be run here; undefined when it can be tried. */
export function whyNoAct(): string | undefined {
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  if (!isLinux) return 'the workflows say linux/amd64';
  return existsSync(ACT) ? whyNoNetwork() : 'act is not built (.ci/run builds it)';
}

/** Runs a workflow beside this file on this machine; the tool cache and everything else that stays lies below `directory`. */
export async function runAct(run: {
  readonly workflow: string;
  readonly directory: string;
  /** `vars` of the workflow. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Where the workflow is; default: this project. */
  readonly project?: string;
  /** This job and what it needs; default: all. */
  readonly job?: string;
  /** File with the payload of the event. */
  readonly event?: string;
}): Promise<ActRun> {
  const workflow = join('test/conformance/act', run.workflow);
  const args = ['push', '--json', '--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted'];
  args.push('--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1', '--no-cache-server');
  // With `max-parallel: 1` in each matrix: who downloads and who finds it in the tool cache must not be a race.
  args.push('--concurrent-jobs', '1');
  const add = (flag: string, values: Readonly<Record<string, string | undefined>> = {}): void => {
    for (const [name, value] of Object.entries(values)) if (value !== undefined) args.push(flag, `${name}=${value}`);
  };
  if (run.job !== undefined) args.push('--job', run.job);
  if (run.event !== undefined) args.push('--eventpath', run.event);
  add('--env', networkEnv());
  add('--var', run.vars);
  add('--secret', run.secrets);
  const log = await spawnAct(args, { cwd: run.project ?? PROJECT, cache: run.directory });
  return readLog(log);
}

/** Runs act, which takes whatever `node` stands first on PATH. Returns its log. */
export function spawnAct(args: readonly string[], place: { readonly cwd: string; readonly cache: string }): Promise<string> {
  const node = process.env['E2E_NODE'] ?? process.execPath;
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH']}`, XDG_CACHE_HOME: place.cache };
  return new Promise((resolve, reject) => {
    const child = spawn(ACT, args, { cwd: place.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), 400_000);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

/** The lines that a log with `--json` holds. */
export function actLines(log: string): readonly ActLine[] {
  return log.split('\n').flatMap(line => (line.startsWith('{') ? [JSON.parse(line) as ActLine] : []));
}

function readLog(log: string): ActRun {
  const lines = actLines(log);
  const results = lines
    .filter(line => line.jobResult !== undefined)
    .map(line => [[line.jobID, matrixOf(line)].filter(part => part !== undefined).join(' '), line.jobResult ?? '']);
  return {
    log: problems(lines, log),
    results: Object.fromEntries(results),
    step: (job, step, matrix) =>
      readStep(
        lines.filter(
          line =>
            line.jobID === job &&
            line.stepID?.[0] === step &&
            line.stage === 'Main' &&
            (matrix === undefined || matrixOf(line) === matrix),
        ),
      ),
  };
}

function matrixOf(line: ActLine): string | undefined {
  return Object.values(line.matrix ?? {})[0];
}

function readStep(lines: readonly ActLine[]): ActStep {
  const of = (command: string): readonly ActLine[] => lines.filter(line => line.command === command);
  const pairs = (command: string) => Object.fromEntries(of(command).map(({ name, arg }) => [name, arg]));
  const args = (command: string) => of(command).map(line => line.arg ?? '');
  const titles = (command: string) => of(command).map(line => line.kvPairs?.['title'] ?? '');
  return {
    outputs: pairs('set-output'),
    env: pairs('set-env'),
    path: args('add-path'),
    matchers: args('add-matcher'),
    errors: titles('error'),
    warnings: titles('warning'),
  };
}

/** The error annotations, which say it all when a job failed, or the end of a log that has none. */
function problems(lines: readonly ActLine[], log: string): string {
  const errors = lines.filter(line => line.command === 'error').map(line => `${line.jobID} ${line.stepID?.[0]}: ${line.arg}`);
  return errors.length === 0 ? log.slice(-3_000) : errors.join('\n');
}
