import type { Code } from '../domain/catalogue.ts';
import { codePage } from '../domain/code-page.ts';
import { plain } from './plain.ts';

/**
 * Untrusted text as GitHub Flavored Markdown that can only be text. Names, addresses and values stand in code spans,
 * since only these are safe from automatic links and mentions (GFM spec, 6.9 autolinks extension); prose is escaped.
 */

/** A code span on one line. The fence is longer than any run of backticks inside (CommonMark 6.1). */
export function codeSpan(text: string, maxLength?: number): string {
  const content = plain(text, maxLength);
  if (content === '') return '–';
  const fence = '`'.repeat(longestRun(content) + 1);
  return content.includes('`') ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`;
}

/** A code span inside a table, where a pipe ends the cell even in code; renderers differ on `\|` after a backslash. */
export function codeCell(text: string, maxLength = 120): string {
  return codeSpan(text.replaceAll('|', '¦'), maxLength);
}

/** A code of the catalogue, linked to its explanation. */
export function codeLink(code: Code): string {
  return `[\`${code}\`](${codePage(code)})`;
}

/** Prose on one line. Words that could become a link, a mention or an emoji become code. */
export function prose(text: string, maxLength?: number): string {
  const [first = '', ...rest] = plain(text, maxLength).split(' ');
  // Where prose begins a line, a number could begin a list (CommonMark 5.2).
  const marker = /^(\d+)([.)])$/u.exec(first);
  const words = rest.map(wordText);
  return [marker === null ? wordText(first) : `${marker[1]}\\${marker[2]}`, ...words].join(' ');
}

/** Lines as a code block; the fence is longer than any run of backticks inside. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Cells must be safe already: codeCell, prose, or own words. A column whose name begins with `#` holds numbers, which stay on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = head.map(name => name.startsWith('#'));
  const cellText = (cell: string, index: number): string => (isNumber[index] === true ? cell.replaceAll(' ', NO_BREAK) : cell);
  const names = head.map((name, index) => cellText(name.replace(/^#/u, ''), index));
  const rule = isNumber.map(is => (is ? '---:' : '---'));
  return [names, rule, ...rows.map(cells => cells.map(cellText))].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Folded content; the blank lines make GitHub read it as Markdown. `title` must be safe already. */
export function details(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** Words that stay on one line, where they are short enough for it. */
export function unbroken(words: readonly string[]): string {
  return words.join(NO_BREAK);
}

const NO_BREAK = '\u00a0';
/** The last one is a name of an emoji, such as a green tick. */
const LINK_LIKE = /:\/\/|www\.|@|#\d|^\/\/|\w:\w|:[\w+-]+:/iu;

function wordText(word: string): string {
  return LINK_LIKE.test(word) ? codeCell(word, 400) : escapeWord(word);
}

function escapeWord(word: string): string {
  return word
    .replace(/[\\`*_{}[\]#!~$]|^[-+=]+$/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '&#124;');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map(run => run.length));
}
