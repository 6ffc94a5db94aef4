// Draws the runs that the README shows, from the golden texts of test/report, as they look in a terminal. `--check` compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PICTURES = [
  { name: 'green', from: 'installed', title: 'A run that installed Go', command: 'setup-go-robust install 1.26', good: true },
  {
    name: 'red',
    from: 'altered',
    title: 'A run that refused an altered archive',
    command: 'setup-go-robust install 1.26',
    good: false,
  },
];

const CHARACTER = 7.6;
const LINE = 18;
const MARGIN = 18;
const COLORS = { back: '#0d1117', text: '#e6edf3', quiet: '#8b949e', good: '#3fb950', bad: '#f85149' };

const escapeXml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text for people: what stands before annotations and outputs. */
function peopleText(golden) {
  const lines = golden.split('\n');
  const end = lines.findIndex(line => line.startsWith('::') || /^[a-z-]+=/u.test(line));
  return lines.slice(0, end).join('\n').trimEnd().split('\n');
}

/** Each part at its own column, because blanks at the edge of a text do not count. */
function lineText(line, at, { good }) {
  const y = MARGIN + LINE * (at + 1);
  const part = (text, fill, more = '') => {
    const indent = text.length - text.trimStart().length;
    const x = Number((MARGIN + CHARACTER * indent).toFixed(1));
    return `<text x="${x}" y="${y}" fill="${fill}"${more}>${escapeXml(text.trim())}</text>`;
  };
  if (line === '') return '';
  if (at === 0) return part(line, COLORS.quiet);
  if (at === 1) return part(line, good ? COLORS.good : COLORS.bad, ' font-weight="bold"');
  const label = /^ {2}[A-Z][A-Za-z]+ +/u.exec(line)?.[0] ?? '';
  const rest = part(' '.repeat(label.length) + line.slice(label.length), COLORS.text);
  return label === '' ? rest : `${part(label, COLORS.quiet)}${rest}`;
}

function picture({ from, title, command, good }) {
  const golden = readFileSync(join(root, 'test', 'report', `${from}.golden.txt`), 'utf8');
  const lines = [`$ ${command}`, ...peopleText(golden)];
  const width = Math.ceil(Math.max(...lines.map(line => line.length)) * CHARACTER + 2 * MARGIN);
  const height = LINE * lines.length + 2 * MARGIN;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${COLORS.back}"/>`,
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="12.5">',
    ...lines.map((line, at) => lineText(line, at, { good })).filter(text => text !== ''),
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

const check = process.argv.includes('--check');
for (const one of PICTURES) {
  const path = join(root, 'docs', 'pictures', `${one.name}.svg`);
  const text = picture(one);
  mkdirSync(dirname(path), { recursive: true });
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`docs/pictures/${one.name}.svg is not what the golden text says; run npm run docs and commit it\n`);
    process.exitCode = 1;
  }
}
