import type { Code } from '../domain/catalogue.ts';
import { codePage } from '../domain/code-page.ts';
import type { SourceState } from '../domain/diagnosis.ts';
import { escapeXml } from './xml.ts';

/** Untrusted text in `code`; a dash where there is none. */
export function htmlCode(text: string, maxLength?: number): string {
  const content = escapeXml(text, maxLength);
  return content === '' ? '–' : `<code>${content}</code>`;
}

/** A code, linked to its explanation. */
export function htmlCodeLink(code: Code): string {
  return `<a href="${escapeXml(codePage(code))}"><code>${escapeXml(code)}</code></a>`;
}

const STATE_KINDS: Readonly<Record<SourceState, string>> = { usable: 'good', unusable: 'bad', unknown: 'warn' };

/** What a source is good for, as a badge; in other words where `text` is given, which is not trusted. */
export function htmlState(state: SourceState, text: string = state): string {
  return `<span class="badge ${STATE_KINDS[state]}">${escapeXml(text)}</span>`;
}

/** A section with a heading that names it, so that it is a landmark. `content` is safe HTML; empty: no section. */
export function htmlSection(id: string, title: string, content: string, className = ''): string {
  if (content === '') return '';
  const kind = className === '' ? '' : ` class="${className}"`;
  return `<section aria-labelledby="${id}"${kind}>\n<h2 id="${id}">${escapeXml(title)}</h2>\n${content}\n</section>`;
}

/** Names and values, both safe HTML; what is empty is left out. */
export function htmlFacts(facts: readonly (readonly [name: string, value: string])[]): string {
  const rows = facts.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  return rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** A column whose name begins with `#` holds numbers, one with `~` long words that may be broken anywhere. Cells are safe HTML. */
export function htmlTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const kinds = head.map(name => (name.startsWith('#') ? ' class="number"' : name.startsWith('~') ? ' class="long"' : ''));
  const kind = (index: number): string => kinds[index] ?? '';
  const names = head.map(name => name.replace(/^[#~]/u, ''));
  const titles = names.map((name, index) => `<th scope="col"${kind(index)}>${name}</th>`);
  // On a narrow screen a row becomes a block, and each cell says its column itself.
  const cellText = (cell: string, index: number): string =>
    cell === '' ? `<td${kind(index)}></td>` : `<td${kind(index)} data-label="${names[index]}">${cell}</td>`;
  const lines = rows.map(cells => `<tr>${cells.map(cellText).join('')}</tr>`);
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeXml(caption)}">`,
    `<table>\n<thead><tr>${titles.join('')}</tr></thead>\n<tbody>`,
    ...lines,
    '</tbody>\n</table>\n</div>',
  ].join('\n');
}

/** Says that a list goes on where it was cut; empty where all of it is shown. */
export function htmlMore(count: number, shownCount: number): string {
  return count <= shownCount ? '' : `\n<p class="soft">${count - shownCount} more are in report.json.</p>`;
}
