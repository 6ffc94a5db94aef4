import type { Report, ReportAttempt } from '../domain/report.ts';
import { plain } from './plain.ts';
import { durationText } from './units.ts';

const WIDTH = 40;
const MAX_ROWS = 20;
const NAME_WIDTH = 14;

/**
 * Attempts as bars over one axis of time, for a block of monospaced text: `░` until the first byte, `█` while bytes come. Empty
 * without attempts. One line for each attempt, at most 20; sources are plain text, not escaped.
 */
export function attemptBars({ attempts, timings }: Pick<Report, 'attempts' | 'timings'>): readonly string[] {
  const shown = attempts.slice(0, MAX_ROWS);
  if (shown.length === 0) return [];
  const lastMs = Math.max(...shown.map(item => item.endMs ?? timings['total'] ?? item.startMs));
  const firstMs = Math.min(...shown.map(item => item.startMs));
  const column = (ms: number): number => Math.round(((ms - firstMs) / Math.max(1, lastMs - firstMs)) * WIDTH);
  const rows = shown.map(item => {
    const endMs = item.endMs ?? lastMs;
    const name = plain(item.source, NAME_WIDTH).padEnd(NAME_WIDTH);
    const time = durationText(endMs - item.startMs).padStart(8);
    return `${name} ${bar(item, column, endMs)} ${time}  ${item.code ?? item.end}`;
  });
  const axis = `${' '.repeat(NAME_WIDTH)} ${`+${durationText(firstMs)}`.padEnd(WIDTH - 8)}${`+${durationText(lastMs)}`.padStart(8)}`;
  return [axis, ...rows];
}

/** At least one cell, so that a short attempt can be seen. */
function bar({ startMs, firstByteMs }: ReportAttempt, column: (ms: number) => number, endMs: number): string {
  const start = Math.min(column(startMs), WIDTH - 1);
  const end = Math.max(start + 1, column(endMs));
  const body = firstByteMs === undefined ? end : Math.min(end, Math.max(start, column(firstByteMs)));
  return `${' '.repeat(start)}${'░'.repeat(body - start)}${'█'.repeat(end - body)}`.padEnd(WIDTH);
}
