// Writes what is made from the tables in src/domain: action.yml, the tables in README.md, and docs/codes.md. `--check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTables } from './domain-tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

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

function codesPage({ CATALOGUE, CODES }) {
  const entries = CODES.map(code => {
    const { title, why, fix, exit, explains } = CATALOGUE[code];
    const more =
      explains.length === 0 ? '' : `\n\nWhere it is present, it explains ${explains.map(name => `\`${name}\``).join(', ')}.`;
    const anchor = code.toLowerCase().replaceAll(/[._]/g, '-');
    return `<a id="${anchor}"></a>\n\n## ${code}\n\n**${title}.** ${why}\n\nFix: ${fix}\n\nExit code ${exit}.${more}`;
  });
  return `# Codes\n\nEvery code that a report, an annotation or the output \`cause\` can carry. Made from src/domain by scripts/sync-docs.mjs.\n\n${entries.join('\n\n')}\n`;
}

function between(text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md: the markers of ${name} are missing`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

const tables = await readTables(root);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const outputs = {
  'action.yml': actionFile(tables),
  'README.md': between(between(readme, 'inputs', inputTable(tables)), 'outputs', outputTable(tables)),
  'docs/codes.md': codesPage(tables),
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
