import type { Report } from '../domain/report.ts';
import { isAscii } from './plain.ts';

/** Members in the order in which a person reads them; those that are not named here follow in that of the alphabet. */
const ORDER: readonly string[] = [
  ...['schema', 'outcome', 'command', 'product', 'startedAt', 'go', 'request', 'resolved', 'installedFrom', 'proof'],
  ...[
    'listings',
    'attempts',
    'findings',
    'cause',
    'caches',
    'preflight',
    'diagnosis',
    'repairs',
    'sources',
    'exported',
    'phases',
    'workspaceSbom',
    'timings',
    'exitCode',
  ],
  ...['code', 'severity', 'confidence', 'verdict', 'chain', 'ruledOut', 'subject', 'message', 'evidence', 'fixes', 'location'],
  ...['source', 'url', 'ms', 'count', 'phase', 'startMs', 'firstByteMs', 'endMs', 'bytes', 'end'],
  ...[
    'kind',
    'version',
    'platform',
    'learntFrom',
    'root',
    'value',
    'detail',
    'spec',
    'origin',
    'name',
    'title',
    'text',
    'risk',
    'file',
    'line',
  ],
];

/** Not escaped by JSON, yet able to act on a terminal that shows the document. */
const DECEPTIVE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Exactly one JSON document and a newline: two spaces, members in a fixed order, so that two reports of the same run
 * are equal byte by byte. Pure ASCII control, so that it can be shown as it is.
 */
export function renderJson(report: Report): string {
  const text = JSON.stringify(report, (_key, value: unknown) => ordered(value), 2);
  return `${isAscii(text) ? text : text.replace(DECEPTIVE, unicodeEscape)}\n`;
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

function rank(key: string): number {
  const position = ORDER.indexOf(key);
  return position === -1 ? ORDER.length : position;
}

function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
