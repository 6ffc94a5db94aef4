/** Where an input can be given. */
export type Face = 'action' | 'gitlab' | 'cli';

export interface InputRow {
  /** In kebab-case: the name in action.yml and in the component, `--name` on the command line. */
  readonly name: string;
  readonly kind: 'text' | 'boolean' | 'choice';
  /** Accepted values of a choice. */
  readonly choices?: readonly string[];
  /** Used when the input is absent or empty. */
  readonly default: string;
  /** One sentence. */
  readonly description: string;
  readonly faces: readonly Face[];
}

const EVERYWHERE = ['action', 'gitlab', 'cli'] as const;

/**
 * Every input, once. action.yml, the component, the help text and the documentation are checked against it, and parseInputs
 * takes its defaults from here. The first eight have the names, defaults and meaning of actions/setup-go v7.
 */
export const INPUTS = [
  {
    name: 'go-version',
    kind: 'text',
    default: '',
    description: 'The Go to install: a version such as 1.26.8, a line such as 1.26, an npm range, stable, oldstable or latest.',
    faces: EVERYWHERE,
  },
  {
    name: 'go-version-file',
    kind: 'text',
    default: '',
    description: 'A file that names the version: go.mod, go.work, .go-version, .tool-versions, mise.toml or .prototools.',
    faces: EVERYWHERE,
  },
  {
    name: 'check-latest',
    kind: 'boolean',
    default: 'false',
    description: 'Look for a newer release that matches before using one that is installed already.',
    faces: EVERYWHERE,
  },
  {
    name: 'token',
    kind: 'text',
    default: '',
    description: 'Accepted for compatibility with actions/setup-go; it is not used and never sent anywhere.',
    faces: ['action'],
  },
  {
    name: 'cache',
    kind: 'boolean',
    default: 'true',
    description: 'Keep modules and build results between jobs, where the CI platform has a cache for that.',
    faces: ['action', 'gitlab'],
  },
  {
    name: 'cache-dependency-path',
    kind: 'text',
    default: '',
    description:
      'The files that the cache depends on, one pattern on each line; the default is every go.mod, go.sum, go.work and go.work.sum.',
    faces: ['action'],
  },
  {
    name: 'architecture',
    kind: 'text',
    default: '',
    description: 'The architecture to install for, in the spelling of Node or of Go; the default is that of the machine.',
    faces: EVERYWHERE,
  },
  {
    name: 'go-download-base-url',
    kind: 'text',
    default: '',
    description: 'The only source to download from, as a base URL; the default is the environment variable GO_DOWNLOAD_BASE_URL.',
    faces: EVERYWHERE,
  },
  {
    name: 'sources',
    kind: 'text',
    default: 'auto',
    description: 'The sources to try, in order: ids, base URLs or templates with {version} {os} {arch} {ext} {file}.',
    faces: EVERYWHERE,
  },
  {
    name: 'source-token',
    kind: 'text',
    default: '',
    description: 'A bearer token for custom sources, sent to their origin only and never over plain http.',
    faces: EVERYWHERE,
  },
  {
    name: 'verification',
    kind: 'choice',
    choices: ['strict', 'source'],
    default: 'strict',
    description: 'Whether only an independent proof is accepted (strict), or also what the source itself lists (source).',
    faces: EVERYWHERE,
  },
  {
    name: 'tool-cache-proof',
    kind: 'choice',
    choices: ['quick', 'full'],
    default: 'quick',
    description:
      'How a Go of the tool cache that this program proved before is proved again: by its seal (quick), or by the hash of every file (full).',
    faces: EVERYWHERE,
  },
  {
    name: 'checksum',
    kind: 'text',
    default: '',
    description: 'A pin of the archive, sha256: with 64 hexadecimal digits or h1: with base64; it is always checked.',
    faces: EVERYWHERE,
  },
  {
    name: 'min-go-version',
    kind: 'text',
    default: '1.21',
    description: 'The oldest Go that may be used.',
    faces: EVERYWHERE,
  },
  {
    name: 'preflight',
    kind: 'choice',
    choices: ['error', 'warn', 'off'],
    default: 'error',
    description:
      'What a blocking finding about the project does: stop the run (error), only be told (warn), or nothing is checked (off).',
    faces: EVERYWHERE,
  },
  {
    name: 'working-directory',
    kind: 'text',
    default: '.',
    description: 'Where the version file is looked for.',
    faces: EVERYWHERE,
  },
  {
    name: 'diagnose',
    kind: 'choice',
    choices: ['on-failure', 'always', 'off'],
    default: 'on-failure',
    description: 'When the network, the proxies and the sources are probed for the cause of trouble.',
    faces: EVERYWHERE,
  },
  {
    name: 'repair',
    kind: 'choice',
    choices: ['off', 'plan', 'safe'],
    default: 'plan',
    description:
      'Whether repairs are printed (plan) or those that weaken nothing are also applied, in this job only, and verified (safe).',
    faces: EVERYWHERE,
  },
  {
    name: 'gotoolchain',
    kind: 'choice',
    choices: ['keep', 'local', 'auto'],
    default: 'keep',
    description: 'What GOTOOLCHAIN is set to; keep leaves a value that is there and otherwise sets local.',
    faces: EVERYWHERE,
  },
  {
    name: 'timeout',
    kind: 'text',
    default: '10m',
    description: 'The total budget of the run, such as 90s, 10m or 1m30s.',
    faces: EVERYWHERE,
  },
  {
    name: 'offline',
    kind: 'boolean',
    default: 'false',
    description: 'Use only what is on this machine; no packet leaves.',
    faces: EVERYWHERE,
  },
  {
    name: 'ca-file',
    kind: 'text',
    default: '',
    description: 'A file with further CA certificates (PEM) to trust.',
    faces: EVERYWHERE,
  },
  {
    name: 'allow-direct',
    kind: 'boolean',
    default: 'false',
    description: 'Connect directly when the configured proxy is dead.',
    faces: EVERYWHERE,
  },
  {
    name: 'cache-mode',
    kind: 'choice',
    choices: ['read-write', 'read-only'],
    default: 'read-write',
    description:
      'Whether the cache is also written; events release and pull_request_target and jobs on a tag never write, whatever this says.',
    faces: ['action'],
  },
  {
    name: 'problem-matcher',
    kind: 'boolean',
    default: 'true',
    description: 'Show errors of the compiler, of vet and of failed tests as annotations (problem matchers go and go-test).',
    faces: ['action'],
  },
  {
    name: 'summary',
    kind: 'choice',
    choices: ['always', 'on-failure', 'never'],
    default: 'always',
    description: 'When the job summary is written.',
    faces: ['action'],
  },
  {
    name: 'report-dir',
    kind: 'text',
    default: '',
    description:
      'The directory for report files; the default is setup-go-robust-report in the temporary directory of the runner. Where it is named, a run that finds Go installed writes all of them too.',
    faces: EVERYWHERE,
  },
  {
    name: 'metrics-pushgateway',
    kind: 'text',
    default: '',
    description:
      'The URL of a Prometheus Pushgateway, to which the metrics of the run are pushed; a push that fails is a warning and never fails the job.',
    faces: EVERYWHERE,
  },
  {
    name: 'sbom-tool',
    kind: 'text',
    default: '',
    description:
      'A program that takes the command line of syft, by its path or its name on PATH: after a good run it describes the workspace, as sbom-workspace.cdx.json among the report files; what goes wrong is a warning and never fails the job.',
    faces: EVERYWHERE,
  },
  {
    name: 'dest',
    kind: 'text',
    default: '',
    description: 'Install into this directory instead of the tool cache.',
    faces: ['cli'],
  },
] as const satisfies readonly InputRow[];

export type InputName = (typeof INPUTS)[number]['name'];
