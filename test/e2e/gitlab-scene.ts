import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/domain/report.ts';
import { type GitlabApi, type GitlabApiOptions, startGitlabApi } from '../servers/gitlab-api.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { beforeScript, type JobOptions, type JobResult, readTemplate, runJob } from './gitlab-job.ts';
import { PROJECT, type Runner, withRunner } from './harness.ts';
import { GO, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';
import { FILES } from './install-scene.ts';

export const SHA = '0123456789abcdef0123456789abcdef01234567';
export const TOKEN = 'glcbt-64_not-a-real-token';
const COMPONENT = 'org/setup-go-robust';

export interface GitlabScene {
  readonly runner: Runner;
  readonly api: GitlabApi;
  readonly mirror: Mirror;
  readonly border: Origin;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** The before_script of `.setup-go-robust`, then `after`. */
  run(options?: RunOptions): Promise<JobResult>;
}

export interface RunOptions extends Partial<Omit<JobOptions, 'runner' | 'script'>> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly job?: 'setup-go-robust' | 'use-go-robust';
  readonly template?: string;
  readonly sha?: string;
  /** What the user's own script does. */
  readonly after?: string;
  /** Changes the text of the template before it runs. */
  readonly edit?: (script: string) => string;
}

/** A job of a consumer: a GitLab that serves the committed bundle, a mirror with a small Go, and no other way out. */
export function withGitlab(
  body: (scene: GitlabScene) => Promise<void>,
  options: Pick<GitlabApiOptions, 'fault'> = {},
): () => Promise<void> {
  return () =>
    withRunner(async runner => {
      const border = await startBorder();
      const mirror = await startMirror({ files: FILES });
      const api = await startGitlabApi({ token: TOKEN, read: readBundle, ...options });
      const inputs = { 'go-version': VERSION, sources: mirror.url, checksum: GO.h1, timeout: '30s' };
      const env = {
        ...sealedEnv(border),
        NO_PROXY: '127.0.0.1',
        CI_API_V4_URL: api.apiUrl,
        CI_SERVER_URL: `file://${join(runner.root, 'git')}`,
        CI_JOB_TOKEN: TOKEN,
      };
      const run = async (wanted: RunOptions = {}): Promise<JobResult> => {
        const { inputs: more, job = 'setup-go-robust', template, sha = SHA, after = 'go version', edit = same, ...rest } = wanted;
        const text = template ?? (await readTemplate());
        const script = edit(beforeScript(text, job, { inputs: { ...inputs, ...more }, sha }));
        const defaults = { runner, shell: 'dash', tools: ['node', 'curl'] } as const;
        return runJob({ ...defaults, ...rest, env: { ...env, ...rest.env }, script: `${script}\n${after}` });
      };
      try {
        await body({ runner, api, mirror, border, env, inputs, run });
      } finally {
        await Promise.all([api.close(), mirror.close(), border.close()]);
      }
    });
}

/** At the commit SHA the component project is what stands here. */
async function readBundle(at: {
  readonly project: string;
  readonly ref: string;
  readonly file: string;
}): Promise<Buffer | undefined> {
  return at.project === COMPONENT && at.ref === SHA ? readFile(join(PROJECT, at.file)) : undefined;
}

const same = (text: string): string => text;

export async function reportOf(runner: Runner, directory = 'setup-go-robust-report'): Promise<Report> {
  return parseReport(await readFile(join(runner.workspace, directory, 'report.json'), 'utf8'));
}

/** The variables that a job hands to later ones. */
export async function variables(runner: Runner): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(runner.workspace, 'setup-go-robust-report', 'go.env'), 'utf8');
  return Object.fromEntries(text.split('\n').flatMap(line => (line === '' ? [] : [line.split('=', 2) as [string, string]])));
}
