import { CATALOGUE } from '../domain/catalogue.ts';
import type { Report } from '../domain/report.ts';
import type { SourceHealth, SourcesHealth } from '../domain/source-health.ts';
import { plain } from './plain.ts';
import { bytesText, durationText } from './units.ts';

const ROW_COUNT = 40;

/** `5 of 8 sources can be used; the newest Go is 1.26.8`. */
export function sourcesHeadline({ newest, sources }: SourcesHealth): string {
  const usable = sources.filter(({ state }) => state === 'usable').length;
  const known = newest === null ? 'no version list could be read' : `the newest Go is ${newest}`;
  return `${usable} of ${sources.length} ${sources.length === 1 ? 'source' : 'sources'} can be used; ${known}`;
}

/** Columns of numbers begin with `#`, as tables want it. */
export const SOURCE_HEAD = ['Source', 'State', '#First byte', '#Rate', 'Go', 'Range', 'Seen'] as const;
const SOURCE_COLUMNS = SOURCE_HEAD.map(name => name.replace('#', ''));

/** One row of the table; cells are not escaped yet. */
export function sourceRow(health: SourceHealth): readonly string[] {
  const { source, state, code, firstByteMs, bytesPerSecond, canRange } = health;
  return [
    source,
    state === 'usable' ? 'usable' : (code ?? state),
    firstByteMs === undefined ? '–' : `${durationText(firstByteMs.p50)} / ${durationText(firstByteMs.p95)}`,
    bytesPerSecond === undefined ? '–' : `${bytesText(bytesPerSecond)}/s`,
    freshnessText(health),
    canRange === undefined ? '–' : canRange ? 'yes' : 'no',
    seenText(health),
  ];
}

function freshnessText({ version, behind = 0 }: SourceHealth): string {
  if (version === undefined) return '–';
  return behind === 0 ? version : `${version} (${behind} behind)`;
}

/** What else is worth knowing: why, where redirects lead, tries that failed, caches on the way. */
function seenText({ state, code, redirectedTo, tries, answers, cache = {} }: SourceHealth): string {
  const parts = [
    ...(state !== 'usable' && code !== undefined ? [CATALOGUE[code].title] : []),
    ...(state === 'unknown' ? ['asked without its credentials'] : []),
    ...(redirectedTo === undefined ? [] : [`leads to ${redirectedTo}`]),
    ...(state === 'usable' && answers < tries && code !== undefined ? [`${tries - answers} of ${tries} tries: ${code}`] : []),
    ...Object.entries(cache).map(([name, value]) => `${name} ${value}`),
  ];
  return parts.join(', ') || '–';
}

/** The table of the command `sources` for a terminal or a log; empty for other commands. */
export function sourceLines({ sources: health }: Pick<Report, 'sources'>): readonly string[] {
  if (health === undefined) return [];
  const { sources } = health;
  const rows = [SOURCE_COLUMNS.map(name => name.toUpperCase()), ...sources.slice(0, ROW_COUNT).map(sourceRow)].map(cells =>
    cells.map(cell => plain(cell, 160)),
  );
  const widths = SOURCE_COLUMNS.map((_, column) => Math.max(...rows.map(cells => cells[column]?.length ?? 0)));
  const lines = rows.map(cells => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  const left = sources.length > ROW_COUNT ? [`  and ${sources.length - ROW_COUNT} more`] : [];
  return ['', ...lines, ...left];
}
