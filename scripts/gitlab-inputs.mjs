// The inputs of the GitLab component: those of src/domain/input-table.ts with a pattern for each, and those that only a component has.

/**
 * What a value may hold. Values stand between double quotes in shell text, so none of these sets has a quote, a dollar sign, a backtick, a
 * backslash or a line break.
 */
const LITERALS = {
  'go-version': '0-9A-Za-z._^~<>=*|, -',
  'go-version-file': '0-9A-Za-z ._/@+-',
  'working-directory': '0-9A-Za-z ._/@+-',
  'report-dir': '0-9A-Za-z._/-',
  'ca-file': '0-9A-Za-z ._/@+-',
  'sbom-tool': '0-9A-Za-z ._/@+-',
  architecture: '0-9A-Za-z_',
  'go-download-base-url': '0-9A-Za-z._:/@%+,=?&~-',
  sources: '0-9A-Za-z ._:/@%+,={}?&~-',
  checksum: '0-9A-Za-z+/=:',
  'min-go-version': '0-9A-Za-z.',
  timeout: '0-9hms',
  // Without @: a password does not belong into a file of the repository, but into a variable.
  'metrics-pushgateway': '0-9A-Za-z._:/%-',
};
/** For an input that is new and has no set of its own. */
const OTHER_LITERAL = '0-9A-Za-z ._:/@+,=-';
/** One CI variable; its value is not evaluated again. */
const VARIABLE = String.raw`\$[A-Za-z_][A-Za-z0-9_]*`;

/** Stands in fields that GitLab reads itself, where a variable would not do (expose_as), and below the project directory. */
const LITERAL_ONLY = new Set(['report-dir']);
/** A secret does not belong into a file of the repository. */
const VARIABLE_ONLY = new Set(['source-token']);

const DEFAULTS = { 'report-dir': 'setup-go-robust-report' };
const DESCRIPTIONS = {
  'report-dir': 'The directory for report files, relative to the project directory.',
  cache:
    'Keep the archive of Go, modules and build results in the cache of GitLab; the archive is proved again before it is used.',
};

function pattern(name) {
  if (VARIABLE_ONLY.has(name)) return `^(?:${VARIABLE})?$`;
  const literal = `[${LITERALS[name] ?? OTHER_LITERAL}]*`;
  return LITERAL_ONLY.has(name) ? `^[0-9A-Za-z_]${literal}$` : `^(?:${literal}|${VARIABLE})$`;
}

/** @returns {readonly { name: string, type?: string, default: string | boolean, regex?: string, options?: readonly string[], description: string }[]} */
export function tableInputs({ INPUTS }) {
  return INPUTS.filter(({ faces }) => faces.includes('gitlab')).map(({ name, kind, choices, default: value, description }) => ({
    name,
    default: kind === 'boolean' ? value === 'true' : (DEFAULTS[name] ?? value),
    description: `${DESCRIPTIONS[name] ?? description}${VARIABLE_ONLY.has(name) ? ' Name a masked CI variable, $NAME.' : ''}`,
    ...(kind === 'boolean' ? { type: 'boolean' } : kind === 'choice' ? { options: choices } : { regex: pattern(name) }),
  }));
}

/** `isCompat`: for GitLab before 18.6, which cannot tell a component its own commit. */
export function componentInputs({ isCompat, isWindows, version }) {
  const rows = [
    {
      name: 'job-prefix',
      default: '',
      regex: '^[A-Za-z0-9_-]*$',
      description: 'Prefix of the name of every job and directory that is added, so that the component can be included twice.',
    },
    {
      name: 'component-project',
      default: 'org/setup-go-robust',
      regex: `^(?:[A-Za-z0-9_./-]+|${VARIABLE})$`,
      description: 'The path of the component project on this GitLab.',
    },
    {
      name: 'bundle',
      default: '',
      regex: `^(?:[A-Za-z0-9_./-]*|${VARIABLE})$`,
      description: 'A directory with the bundle in the image of the job; nothing is fetched then, and you vouch for it.',
    },
    {
      name: 'cache-key-file',
      default: 'go.sum',
      regex: '^[A-Za-z0-9_./-]+$',
      description: 'The file whose change starts a new cache of modules and build results.',
    },
  ];
  if (isCompat) {
    rows.push({
      name: 'component-ref',
      default: version,
      regex: `^(?:[A-Za-z0-9_.-]+|${VARIABLE})$`,
      description: 'The tag or commit of the component project that holds the bundle of this version.',
    });
  }
  return isWindows ? rows : [...rows, ...SETUP_JOB, ...NODE];
}

const SETUP_JOB = [
  {
    name: 'setup-job',
    type: 'boolean',
    default: false,
    description:
      'Add the job go-setup, which installs Go once and hands it to jobs that extend .use-go-robust and need no Node.js.',
  },
  { name: 'stage', default: '.pre', regex: '^[A-Za-z0-9 _.-]+$', description: 'The stage of that job.' },
  {
    name: 'setup-image',
    default: 'node:24-bookworm-slim',
    regex: '^[A-Za-z0-9_.:/@{}$-]+$',
    description: 'The image of that job, with Node.js 20 or newer.',
  },
];

const NODE = [
  {
    name: 'node-registry',
    default: '',
    regex: '^(?:|npm-config|https?://[A-Za-z0-9_.:/@%+-]+)$',
    description:
      'Where an image without Node.js may fetch one, pinned by its digest: the address of an npm registry, or npm-config for that of .npmrc or npm_config_registry.',
  },
];
