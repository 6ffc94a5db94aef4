import type { Report } from '../domain/report.ts';
import { codeCell, codeLink, prose, table } from './markdown.ts';
import { SOURCE_HEAD, sourceRow } from './source-wording.ts';

const MAX_ROWS = 50;

/** The health of the sources as a table; empty for other commands. */
export function sourceTable({ sources: health }: Pick<Report, 'sources'>): string {
  if (health === undefined) return '';
  const rows = health.sources.slice(0, MAX_ROWS).map(item => {
    const [source = '', state = '', ...rest] = sourceRow(item);
    const isNamed = item.state !== 'usable' && item.code !== undefined;
    return [codeCell(source), isNamed ? codeLink(item.code) : codeCell(state), ...rest.map(cell => prose(cell))];
  });
  return table(SOURCE_HEAD, rows);
}
