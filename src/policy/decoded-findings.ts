import { CATALOGUE } from '../domain/catalogue.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { redactText } from '../domain/redact.ts';
import type { Decoded, Decoding } from './decoder.ts';
import { decoderFixes } from './decoder-fixes.ts';
import type { LogLine } from './telling-line.ts';

/** How the lines of a log are named: by a file that they stand in, or, in the output of a command, by their stream. */
export interface LogName {
  /** What the log is of: `build.log`, `standard input`, `go build ./...`. */
  readonly subject: string;
  /** Path of the file; undefined: there is none, and a place in the user's sources is the location. */
  readonly file: string | undefined;
}

const QUOTE_CHARS = 400;

/**
 * One finding for each cause, the likeliest first; for an unknown failure one, LOG.UNDETERMINED, with the telling line; none where the
 * log shows no failure. A consequence of another cause is only a `warning`, and so are texts that any program prints where a test or
 * a compile error ended the command after them.
 */
export function findingsOfLog(decoding: Decoding, log: LogName): readonly Finding[] {
  const { causes, telling } = decoding;
  const ownAt = Math.max(0, ...causes.filter(isOwnFault).map(cause => cause.lastAt));
  const survived = (cause: Decoded): boolean => cause.row.generic === true && cause.lastAt < ownAt;
  const follows = ({ row }: Decoded): boolean => causes.some(other => CATALOGUE[other.row.code].explains.includes(row.code));
  const isPast = (cause: Decoded): boolean => survived(cause) || follows(cause);
  const known = causes.filter(cause => !isPast(cause)).sort((a, b) => Number(isOwnFault(a)) - Number(isOwnFault(b)));
  const past = causes.filter(isPast).map((cause): Finding => ({ ...causeFinding(cause, log), severity: 'warning' }));
  if (causes.length > 0) return [...known.map(cause => causeFinding(cause, log)), ...past];
  return telling === undefined ? [] : [undetermined(telling, log)];
}

/** What is the code's own fault, and no fault of the environment. */
function isOwnFault({ row }: Decoded): boolean {
  return CATALOGUE[row.code].severity === 'info';
}

function causeFinding(cause: Decoded, log: LogName): Finding {
  const { row, line, values, count, others, inner } = cause;
  const { subject, file, row: sourceRow, ...rest } = values;
  const place = file === undefined ? undefined : `${file}${sourceRow === undefined ? '' : `:${sourceRow}`}`;
  const facts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, redactLog(value)]));
  return finding(row.code, {
    subject: redactLog(subject ?? place ?? row.tool),
    confidence: row.confidence ?? 'certain',
    evidence: {
      ...quoted(line),
      ...(place === undefined ? {} : { at: place }),
      ...facts,
      'inner cause': inner?.code,
      lines: count === 1 ? undefined : count,
      also: others.length === 0 ? undefined : redactLog(others.join(', ')),
    },
    fixes: decoderFixes(row.code, values),
    ...location(log, line, file, sourceRow),
  });
}

function undetermined(line: LogLine, log: LogName): Finding {
  return finding('LOG.UNDETERMINED', {
    subject: log.subject,
    confidence: 'possible',
    evidence: quoted(line),
    ...location(log, line),
  });
}

function location(log: LogName, line: LogLine, file?: string, row?: string): Pick<Finding, 'location'> {
  if (log.file !== undefined) return { location: { file: log.file, line: line.number } };
  return file === undefined ? {} : { location: { file, ...(row === undefined ? {} : { line: Number(row) }) } };
}

function quoted({ text, number, stream }: LogLine): Readonly<Record<string, string>> {
  return { line: stream === '' ? `${number}` : `${number} of ${stream}`, text: redactLog(text.trim()).slice(0, QUOTE_CHARS) };
}

/** Tokens of code hosts (those of GitLab's jobs among them) and of npm, signed ones (RFC 7519), what stands behind a word for a secret, and queries of URLs, which may be signed. */
const SECRETS =
  /\b(?:(?:gh[pousr]_|github_pat_|gl(?:pat|dt|cbt|rtr?|ptt|ft|imt|oas|soat|agent|wt|ffct)-|AKIA)[\w.-]{8,255}|npm_[A-Za-z0-9]{30,60}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000})/gu;
const NAMED_SECRET =
  /((?:authorization|token|password|passwd|secret|api[-_]?key)["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer |basic |token )?)[^\s"',;]{3,500}/giu;

/** Logs are of other programs, which may have printed what they should not; GitHub takes `##[` for a command. */
export function redactLog(text: string): string {
  return redactText(text, [])
    .replace(SECRETS, '***')
    .replace(NAMED_SECRET, '$1***')
    .replace(/(https?:\/\/[^\s"'?]{1,500})\?(?!go-get=1)[^\s"']{1,2000}/gu, '$1?…')
    .replaceAll('##[', '## [');
}
