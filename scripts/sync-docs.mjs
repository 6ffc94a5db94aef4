// Writes what is made from the tables in src/domain: action.yml, the tables in README.md, and docs/codes.md. `--check` compares.
// README.zh-CN.md is written by hand; scripts/check-translation.mjs holds it against README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled-packages.mjs';
import { readTables, root } from './read-tables.mjs';

const quote = text => `'${text.replaceAll("'", "''")}'`;

function actionFile({ INPUTS, OUTPUTS, PRODUCT }) {
  const inputs = INPUTS.filter(({ faces }) => faces.includes('action')).flatMap(row => [
    `  ${row.name}:`,
    `    description: ${quote(row.description)}`,
    '    required: false',
    `    default: ${quote(row.default)}`,
  ]);
  const outputs = OUTPUTS.flatMap(row => [`  ${row.name}:`, `    description: ${quote(row.description)}`]);
  return `${[
    '# Made from src/domain by scripts/sync-docs.mjs.',
    `name: ${PRODUCT.name}`,
    'description: Installs a proven Go, fast; or fails fast with the cause, the evidence and the fix',
    'author: The setup-go-robust authors',
    'branding: { icon: shield, color: blue }',
    'inputs:',
    ...inputs,
    'outputs:',
    ...outputs,
    'runs:',
    '  using: node24',
    '  main: dist/main.cjs',
    '  post: dist/main.cjs',
    '  post-if: success()',
  ].join('\n')}\n`;
}

const cell = text => text.replaceAll('|', '\\|');

function inputTable({ INPUTS }) {
  const rows = INPUTS.map(({ name, default: value, description, faces }) => {
    const isOnline = faces.includes('gitlab') ? ' (action and component)' : ' (action only)';
    const where = faces.includes('action') ? (faces.includes('cli') ? '' : isOnline) : ' (command line only)';
    return `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(description)}${where} |`;
  });
  return ['| input | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function outputTable({ OUTPUTS }) {
  return ['| output | meaning |', '|---|---|', ...OUTPUTS.map(row => `| \`${row.name}\` | ${cell(row.description)} |`)].join(
    '\n',
  );
}

function commandTable({ COMMANDS }) {
  const rows = Object.entries(COMMANDS).map(
    ([name, { usage, does }]) => `| \`${cell(`${name} ${usage}`.trim())}\` | ${cell(does)} |`,
  );
  return ['| command | does |', '|---|---|', ...rows].join('\n');
}

/** What users meet most, in the order of a run. */
const TROUBLES = [
  'INPUT.VERSION',
  'VERSION.UNKNOWN',
  'VERSION.TOO_OLD',
  'DNS.NXDOMAIN',
  'TCP.REFUSED',
  'TCP.TIMEOUT',
  'PROXY.AUTH',
  'TLS.UNTRUSTED',
  'HTTP.RATE_LIMIT',
  'HTTP.HTML',
  'SUM.UNREACHABLE',
  'VER.TAMPERED',
  'VER.NO_PROOF',
  'BUDGET.TOTAL',
  'FS.NO_SPACE',
  'OFFLINE.NOT_FOUND',
];

function troubleTable({ CATALOGUE, codeAnchor }) {
  const rows = TROUBLES.map(code => {
    const { title, fix } = CATALOGUE[code];
    return `| [\`${code}\`](docs/codes.md#${codeAnchor(code)}) | ${cell(title)} | ${cell(fix)} |`;
  });
  return ['| code | what it is | what to do |', '|---|---|---|', ...rows].join('\n');
}

function codesPage({ CATALOGUE, CODES, codeAnchor }) {
  const entries = CODES.map(code => {
    const { title, why, decided, fix, severity, exit, explains } = CATALOGUE[code];
    const links = explains.map(name => `[\`${name}\`](#${codeAnchor(name)})`);
    return [
      `<a id="${codeAnchor(code)}"></a>`,
      `## ${code}`,
      `**${title}.** ${why}`,
      ...(decided === undefined ? [] : [`How it is decided: ${decided}`]),
      `Fix: ${fix}`,
      `${SEVERITY[severity]} Exit code ${exit} where it is the cause.`,
      ...(links.length === 0 ? [] : [`Where it is present, it explains ${links.join(', ')}.`]),
    ].join('\n\n');
  });
  const areas = [...new Set(CODES.map(code => code.split('.')[0]))].map(area => {
    const links = CODES.filter(code => code.startsWith(`${area}.`)).map(
      code => `[${code.slice(area.length + 1)}](#${codeAnchor(code)})`,
    );
    return `- **${area}** ${links.join(' · ')}`;
  });
  return [
    '# Codes',
    'Every code that a report, an annotation or the output `cause` can carry. Codes are never reused for another meaning, and the anchors of this page stay. Made from src/domain by scripts/sync-docs.mjs.',
    areas.join('\n'),
    ...entries,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}

const SEVERITY = { error: 'An error.', warning: 'A warning.', info: 'A remark.' };

/** For the SBOM of a run. */
function bundledPackagesFile() {
  const rows = bundledPackages().map(({ name, version, license }) => `  ['${name}', '${version}', '${license}'],`);
  return [
    '// Made from dist/licenses.txt by scripts/sync-docs.mjs.',
    '',
    '/** The packages that stand in the bundle: name in the registry of Node packages, version, SPDX licence expression. */',
    'export const BUNDLED_PACKAGES: readonly (readonly [name: string, version: string, license: string])[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

function between(text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md: the markers of ${name} are missing`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

const tables = await readTables({
  'src/domain/input-table.ts': ['INPUTS'],
  'src/domain/output-table.ts': ['OUTPUTS'],
  'src/domain/command-table.ts': ['COMMANDS'],
  'src/domain/catalogue.ts': ['CATALOGUE', 'CODES'],
  'src/domain/code-page.ts': ['codeAnchor'],
  'src/domain/product.ts': ['PRODUCT'],
});
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const regions = {
  inputs: inputTable(tables),
  outputs: outputTable(tables),
  commands: commandTable(tables),
  troubles: troubleTable(tables),
};
const outputs = {
  'action.yml': actionFile(tables),
  'README.md': Object.entries(regions).reduce((text, [name, content]) => between(text, name, content), readme),
  'docs/codes.md': codesPage(tables),
  'src/report/bundled-packages.ts': bundledPackagesFile(),
};
const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`${name} is not what the tables say; run npm run docs and commit it\n`);
    process.exitCode = 1;
  }
}
