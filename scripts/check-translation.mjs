// README.zh-CN.md must say what README.md says. What can be compared without knowing Chinese is: the order and level of headings, the
// code blocks but for their comments, the pictures, the codes, links and names of each table's first cell (and the defaults of inputs),
// the number of rows, list items and paragraphs of each section. A difference ends this with 1.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [original = join(root, 'README.md'), translation = join(root, 'README.zh-CN.md')] = process.argv.slice(2);

/** Names that no language changes. */
const marks = text => [...text.matchAll(/`[^`]+`/gu)].map(([mark]) => mark).sort();
const withoutComments = line => line.replace(/\s*# .*$/u, '');

function sections(text) {
  const found = [{ title: '', level: 0, lines: [] }];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    const heading = isCode ? null : /^(#+) (.*)$/u.exec(line);
    if (heading === null) found.at(-1).lines.push(line);
    else found.push({ title: heading[2], level: heading[1].length, lines: [] });
  }
  return found;
}

function shape({ level, lines }) {
  const code = [];
  const rows = [];
  const prose = [];
  let isCode = false;
  for (const line of lines) {
    const isFence = line.startsWith('```');
    if (isFence) isCode = !isCode;
    if (isFence || isCode) code.push(withoutComments(line));
    else if (line.startsWith('|'))
      rows.push(
        line
          .slice(1, -1)
          .split(/(?<!\\)\|/u)
          .map(cell => cell.trim()),
      );
    else prose.push(line);
  }
  const text = prose.join('\n');
  const isInputs = text.includes('<!-- inputs:start -->');
  return {
    level,
    code,
    rows: rows.map(cells => cells.length),
    'names of rows': rows.map(cells => [...marks(cells[0]), ...(isInputs ? marks(cells[1]) : [])]),
    'generated regions': [...text.matchAll(/<!-- (\S+) -->/gu)].map(([, name]) => name),
    'list items': (text.match(/^(?:- |\d+\. )/gmu) ?? []).length,
    paragraphs: text.split(/\n{2,}/u).filter(block => block.trim() !== '').length,
    pictures: [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, path]) => path),
    links: [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/gu)]
      .map(([, path]) => path)
      .filter(path => !path.startsWith('README'))
      .sort(),
    names: marks(text),
  };
}

const [ours, theirs] = [original, translation].map(path => sections(readFileSync(path, 'utf8')));
const problems = [];
if (ours.length !== theirs.length) problems.push(`${ours.length - 1} headings, and ${theirs.length - 1} in the translation`);
for (const [at, section] of ours.entries()) {
  if (theirs[at] === undefined) break;
  const [expected, got] = [shape(section), shape(theirs[at])];
  for (const [what, value] of Object.entries(expected)) {
    if (JSON.stringify(value) === JSON.stringify(got[what])) continue;
    problems.push(
      `${section.title} / ${theirs[at].title}: ${what}: ${JSON.stringify(value)}, in the translation ${JSON.stringify(got[what])}`,
    );
  }
}
for (const problem of problems) process.stderr.write(`README.zh-CN.md: ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
