// Writes templates/, the GitLab component, from scripts/bootstrap.sh, scripts/bootstrap.ps1, the tables in src/domain and the digests of the
// bundle in dist/; and the texts of the codes into both scripts. `--check` compares.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { componentInputs, tableInputs } from './gitlab-inputs.mjs';
import { readTables, root } from './read-tables.mjs';

/** What no job of the component needs: the client of GitHub's cache, what the command `verify` takes for keyless bundles, and what no program reads. */
const NOT_FETCHED = new Set(['cache.cjs', 'keyless.cjs', 'sigstore-trusted-root.json', 'licenses.txt', 'problem-matcher.json']);

/** Node.js as the npm package of its own build, which GitLab jobs may fetch (input node-registry): SHA-256 of the .tgz. */
const NODE_VERSION = '24.21.0';
const NODE_BUILDS = [
  ['linux-x64', '61ecf27ad70afee991b671c28561eb497028294a67d132f9bbaac9ad73f81d3b'],
  ['linux-arm64', 'fba3076c16d21e5d814577436bdcb782b9b66bed09c6fa8278298e8933288bbb'],
];

/** What GitLab reads of the report directory. A file that is missing, since the run did not come so far, is a warning in the log. */
const REPORTS = [
  ['junit', 'junit.xml'],
  ['metrics', 'metrics.txt'],
  ['cyclonedx', 'sbom.cdx.json'],
  ['codequality', 'codequality.json'],
  ['annotations', 'annotations.json'],
  ['dotenv', 'go.env'],
];

const read = name => readFileSync(join(root, name), 'utf8');
const quote = text => `'${text.replaceAll("'", "''")}'`;

function bundleFiles() {
  const names = readdirSync(join(root, 'dist')).filter(name => !NOT_FETCHED.has(name));
  return names.sort().map(
    name =>
      `${createHash('sha256')
        .update(readFileSync(join(root, 'dist', name)))
        .digest('hex')} ${name}`,
  );
}

// ---- the texts of the codes ----

function bootEntries({ CATALOGUE, CODES }) {
  return CODES.filter(code => code.startsWith('BOOT.')).map(code => {
    const { title, why, fix } = CATALOGUE[code];
    // They stand in shell text and in XML.
    for (const text of [title, why, fix])
      if (/['"<>&$`\\\n]/u.test(text)) throw new Error(`${code}: a character that needs quotes`);
    return { code, title, why, fix };
  });
}

function shellTexts(tables) {
  const rows = bootEntries(tables).flatMap(({ code, title, why, fix }) => [
    `    ${code})`,
    `      title='${title}'`,
    `      why='${why}'`,
    `      fix='${fix}'`,
    '      ;;',
  ]);
  const head = [
    '# shellcheck shell=sh disable=SC2034',
    '# Part of bootstrap.sh, made from src/domain/codes-boot.ts by scripts/build-templates.mjs.',
    '',
  ];
  return `${[...head, 'boot_text() { # CODE', '  case $1 in', ...rows, '  esac', '}'].join('\n')}\n`;
}

function powershellTexts(tables) {
  const rows = bootEntries(tables).map(({ code, title, why, fix }) => `  '${code}' = @('${title}', '${why}', '${fix}')`);
  return ['$bootTexts = @{', ...rows, '}'].join('\n');
}

function between(text, content) {
  const [start, end] = ['# boot-text:start\n', '# boot-text:end'];
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  if (from < start.length || to < from) throw new Error('the markers of boot-text are missing');
  return `${text.slice(0, from)}${content}\n${text.slice(to)}`;
}

/** A script with the parts that it sources in their places. */
function joined(script, parts) {
  return script.replaceAll(/^\. "\$\{0%\/\*\}\/(.+)"$/gmu, (_, name) => parts[name]);
}

/** As it stands in a template: without comments, which every job would print and carry. */
function inlined(script) {
  return script
    .split('\n')
    .filter(line => !/^\s*#/u.test(line) && line.trim() !== '')
    .join('\n');
}

// ---- the template ----

function inputLines(rows) {
  return rows.flatMap(({ name, type, default: value, regex, options, description }) => [
    `    ${name}:`,
    `      description: ${quote(description)}`,
    ...(type === undefined ? [] : [`      type: ${type}`]),
    `      default: ${typeof value === 'string' ? quote(value) : value}`,
    ...(options === undefined ? [] : [`      options: [${options.map(quote).join(', ')}]`]),
    ...(regex === undefined ? [] : [`      regex: ${quote(regex)}`]),
  ]);
}

const variableName = name => `SGR_INPUT_${name.toUpperCase().replaceAll('-', '_')}`;
const indented = (text, spaces) => text.replaceAll(/^(?=.)/gmu, ' '.repeat(spaces));
const STATE = '.sgr/$[[ inputs.job-prefix ]]go';

function shellStep({ step, kind, tables, script }) {
  const ref = kind.isCompat ? '$[[ inputs.component-ref ]]' : '$[[ component.sha ]]';
  const shared = [
    `SGR_STEP=${step} SGR_STATE='${STATE}' SGR_PREFIX='$[[ inputs.job-prefix ]]' SGR_REPORT_DIR='$[[ inputs.report-dir ]]'`,
    `SGR_PROJECT="$[[ inputs.component-project ]]" SGR_REF="${ref}"`,
    `SGR_BUNDLE="$[[ inputs.bundle ]]" SGR_NODE_REGISTRY='$[[ inputs.node-registry ]]'`,
    `SGR_NODE_VERSION=${NODE_VERSION} SGR_NODE_BUILDS='${NODE_BUILDS.flat().join(' ')}'`,
    `SGR_FILES='\n${bundleFiles().join('\n')}\n'`,
  ];
  const install = [
    'export SGR_STATE SGR_PREFIX SGR_REPORT_DIR SGR_CACHE="$[[ inputs.cache ]]" SGR_SETUP_JOB="$[[ inputs.setup-job ]]"',
    ...tableInputs(tables).map(({ name }) => `export ${variableName(name)}="$[[ inputs.${name} ]]"`),
  ];
  const lines = [
    '(',
    ...shared,
    ...(step === 'install' ? install : []),
    inlined(script),
    ')',
    `. './${STATE}/env.sh' || exit 70`,
  ];
  return indented(lines.join('\n'), 6);
}

function powershellStep({ kind: { isCompat }, tables, script }) {
  const lines = [
    '& {',
    `$state = '${STATE}'; $prefix = '$[[ inputs.job-prefix ]]'; $reportDir = '$[[ inputs.report-dir ]]'`,
    `$project = '$[[ inputs.component-project ]]'; $ref = '${isCompat ? '$[[ inputs.component-ref ]]' : '$[[ component.sha ]]'}'`,
    `$bundle = '$[[ inputs.bundle ]]'; $env:SGR_CACHE = '$[[ inputs.cache ]]'`,
    `$files = @{ ${bundleFiles()
      .map(line => line.replace(/^(\w+) (.*)$/u, "'$2' = '$1'"))
      .join('; ')} }`,
    '$inputs = @{',
    ...tableInputs(tables).map(({ name }) => `  '${variableName(name)}' = '$[[ inputs.${name} ]]'`),
    '}',
    inlined(script),
    '}',
    `. './${STATE}/env.ps1'`,
  ];
  return indented(lines.join('\n'), 6);
}

function reportLines() {
  return ['    reports:', ...REPORTS.map(([kind, file]) => `      ${kind}: '$[[ inputs.report-dir ]]/${file}'`)];
}

const job = (hidden, name) => `'${hidden ? '.' : ''}$[[ inputs.job-prefix ]]${name}':`;

function cacheJobs() {
  return [
    job(true, 'sgr-cache:false'),
    '  cache: []',
    job(true, 'sgr-cache:true'),
    '  cache:',
    "    - key: 'sgr-$[[ inputs.job-prefix ]]go'",
    `      paths: ['${STATE}/archives/']`,
    "    - key: {prefix: 'sgr-$[[ inputs.job-prefix ]]mod', files: ['$[[ inputs.cache-key-file ]]']}",
    "      paths: ['.sgr/gomod/', '.sgr/gobuild/']",
  ];
}

function setupJob(step) {
  return [
    job(true, 'setup-go-robust'),
    "  extends: '.$[[ inputs.job-prefix ]]sgr-cache:$[[ inputs.cache ]]'",
    '  before_script:',
    '    - |',
    step,
    '  artifacts:',
    '    when: always',
    '    expire_in: 1 week',
    '    expose_as: Go setup diagnosis',
    "    paths: ['$[[ inputs.report-dir ]]/']",
    ...reportLines(),
    '  retry:',
    '    max: 1',
    '    when: [runner_system_failure]',
    '    exit_codes: [75]',
  ];
}

function handOverJobs(step) {
  return [
    job(true, 'use-go-robust'),
    '  before_script:',
    '    - |',
    step,
    job(false, 'go-setup'),
    "  extends: '.$[[ inputs.job-prefix ]]setup-go-robust'",
    "  stage: '$[[ inputs.stage ]]'",
    "  image: '$[[ inputs.setup-image ]]'",
    '  rules:',
    `    - if: '"$[[ inputs.setup-job ]]" == "true"'`,
    '  script:',
    '    - go version',
    '  artifacts:',
    `    paths: ['$[[ inputs.report-dir ]]/', '${STATE}/archives/', '${STATE}/env.sh']`,
  ];
}

function template({ kind, tables, scripts }) {
  const { isCompat = false, isWindows = false } = kind;
  const rows = [...tableInputs(tables), ...componentInputs({ isCompat, isWindows, version: tables.PRODUCT.version })];
  const context = { kind, tables, script: isWindows ? scripts.powershell : scripts.shell };
  const step = isWindows ? powershellStep(context) : shellStep({ ...context, step: 'install' });
  const jobs = [...cacheJobs(), ...setupJob(step)];
  if (!isWindows) jobs.push(...handOverJobs(shellStep({ ...context, step: 'hand-over' })));
  const head = ['# Made by scripts/build-templates.mjs. What it does and how to use it: docs/gitlab.md.', 'spec:'];
  if (!isCompat) head.push('  component: [name, sha, version, reference]');
  return `${[...head, '  inputs:', ...inputLines(rows), '---', ...jobs].join('\n')}\n`;
}

const tables = await readTables({
  'src/domain/input-table.ts': ['INPUTS'],
  'src/domain/catalogue.ts': ['CATALOGUE', 'CODES'],
  'src/domain/product.ts': ['PRODUCT'],
});
const texts = shellTexts(tables);
const parts = { 'bootstrap-texts.sh': texts, 'bootstrap-fetch.sh': read('scripts/bootstrap-fetch.sh') };
const scripts = {
  shell: joined(read('scripts/bootstrap.sh'), parts),
  powershell: between(read('scripts/bootstrap.ps1'), powershellTexts(tables)),
};
const make = kind => template({ kind, tables, scripts });
const outputs = {
  'scripts/bootstrap-texts.sh': texts,
  'scripts/bootstrap.ps1': scripts.powershell,
  'templates/setup-go-robust/template.yml': make({}),
  'templates/setup-go-robust-compat/template.yml': make({ isCompat: true }),
  'templates/setup-go-robust-pwsh/template.yml': make({ isWindows: true }),
};
const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  if (!check) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (read(name) !== text) {
    process.stderr.write(`${name} is not what its sources make; run npm run build and commit it\n`);
    process.exitCode = 1;
  }
}
