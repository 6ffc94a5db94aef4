import { joinAddress } from './address.ts';

/** A Pushgateway as the user wrote it: an http or https URL, userinfo and a path included; undefined for anything else. */
export function parseGateway(text: string): URL | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\//iu.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed);
}

/** The password of a gateway, as written and as meant; none where there is none. */
export function gatewaySecrets(text: string): readonly string[] {
  const password = parseGateway(text)?.password ?? '';
  if (password === '') return [];
  try {
    return [...new Set([password, decodeURIComponent(password)])];
  } catch {
    // A stray % is meant literally (domain/address.ts).
    return [password];
  }
}

/** Longer values of a label are cut: a name of a workflow is a sentence sometimes. GitLab has no longer names of jobs. */
const LABEL_LENGTH = 255;

export interface GroupFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly command: string;
  /** The input, as it was written. */
  readonly goVersion: string | undefined;
}

/**
 * Where the metrics of this run go: `/metrics/job/setup_go_robust` and the labels of its group. A group is one job of one workflow of one
 * repository, as the platform names them, and one command of this program: there are as many groups as a fleet has jobs, however often they run.
 * Nothing that changes from run to run (branch, number, machine) is in it. Labels without a value are left out.
 */
export function groupAddress(gateway: string, { env, command, goVersion }: GroupFacts): string {
  const labels = {
    command,
    repository: env['GITHUB_REPOSITORY'] || env['CI_PROJECT_PATH'],
    workflow: env['GITHUB_WORKFLOW'],
    ci_job: env['GITHUB_JOB'] || env['CI_JOB_NAME'],
    ...(env['GITHUB_JOB'] ? legOf({ env, goVersion }) : {}),
  };
  const segments = Object.entries(labels).flatMap(([name, value]) => (value ? [segment(name, value)] : []));
  return joinAddress(gateway, ['metrics/job/setup_go_robust', ...segments].join('/'));
}

/**
 * What tells the jobs of a matrix apart on GitHub, which gives all of them one name; on GitLab each has its own (`test: [1.26, arm64]`).
 * The patch of a version is `N`: whoever names patches names a new one every month, and would leave a group behind each time.
 */
function legOf({ env, goVersion = '' }: Pick<GroupFacts, 'env' | 'goVersion'>): Readonly<Record<string, string | undefined>> {
  return {
    runner_os: env['RUNNER_OS'],
    runner_arch: env['RUNNER_ARCH'],
    go_version: goVersion.trim().replace(/^(\D*\d+\.\d+)\.\d+$/u, '$1.N'),
  };
}

/** Pushgateway, "URL": a value with a slash must be base64url, behind a name with `@base64`; so is all that a path could change. */
function segment(name: string, value: string): string {
  const cut = Array.from(value).slice(0, LABEL_LENGTH).join('');
  if (/^[\w-]+$/u.test(cut)) return `${name}/${cut}`;
  return `${name}@base64/${Buffer.from(cut, 'utf8').toString('base64url')}`;
}
