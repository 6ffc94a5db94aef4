import type { DecoderRow } from './decoder-row.ts';
import { DECODER_ROWS } from './decoder-table.ts';
import { createTellingLines, type LogLine, PASSED } from './telling-line.ts';

/** A cause that the log shows, with the line that shows it first. */
export interface Decoded {
  readonly row: DecoderRow;
  readonly line: LogLine;
  /** Named groups of the pattern, `subject` among them. */
  readonly values: Readonly<Record<string, string>>;
  /** Row of the error inside this one; undefined where there is none. */
  readonly inner: DecoderRow | undefined;
  /** How many lines show it. */
  readonly count: number;
  /** Number of lines heard when it was seen last. */
  readonly lastAt: number;
  /** Subjects of the other lines, a few. */
  readonly others: readonly string[];
}

export interface Decoding {
  /** One for each code, the likeliest cause first. */
  readonly causes: readonly Decoded[];
  /** The last line that looks like an error and that no row knows. */
  readonly telling: LogLine | undefined;
  readonly lineCount: number;
}

export interface Decoder {
  hear(line: LogLine): void;
  result(): Decoding;
}

/** So many lines back `after` may stand. */
const CONTEXT_LINES = 6;
const OTHER_SUBJECTS = 5;

/** How `go test` ends what it says of a package, or of all. */
const FAILED = /^FAIL(?:\t|$)/u;

/** One pass over a line in lower case tells whether any row can match it. */
const NEEDLES = new RegExp(
  [...new Set(DECODER_ROWS.map(row => row.needle))].map(text => text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')).join('|'),
);

interface Match {
  readonly row: DecoderRow;
  readonly values: Readonly<Record<string, string>>;
  readonly inner: DecoderRow | undefined;
}

/**
 * Reads a log line by line (policy/log-lines.ts) and keeps what it shows: bounded memory, and time linear in the log. Innermost text
 * wins: on a line the order of the table decides, and an indented line below decides over the wrapping line above it.
 */
export function createDecoder(): Decoder {
  const { keep, settle, causes } = createFound();
  const telling = createTellingLines();
  const context: string[] = [];
  /** A wrapping error whose indented lines may tell more. */
  let held: { readonly match: Match; readonly line: LogLine; readonly at: number } | undefined;
  let lineCount = 0;

  const release = (): void => {
    if (held !== undefined) keep(held.match, held.line, held.at);
    held = undefined;
  };

  return {
    hear(line) {
      lineCount += 1;
      const { text } = line;
      const lower = text.toLowerCase();
      if (held !== undefined && !isBelow(text, lineCount, held)) release();
      if (PASSED.test(text) || FAILED.test(text)) settle(PASSED.test(text));
      const match = NEEDLES.test(lower) ? matchLine({ text, lower }, context) : undefined;
      if (match === undefined) telling.hear(line);
      else if (match.row.outer) {
        release();
        held = { match, line, at: lineCount };
      } else {
        held = undefined;
        keep(match, line, lineCount);
      }
      context.push(text);
      if (context.length > CONTEXT_LINES) context.shift();
    },
    result() {
      release();
      settle(false);
      return { causes: rank(causes()), telling: telling.strong ?? telling.weak, lineCount };
    },
  };
}

interface Found {
  keep(match: Match, line: LogLine, at: number): void;
  /** The tests of a package have ended: what they printed was no error where they passed. */
  settle(passed: boolean): void;
  causes(): readonly Decoded[];
}

/** A program that names itself, also below what the go command says of it, or a place in a source as that gives it: no output of a test. */
const SPOKEN = /^\t{0,3}(?:[A-Za-z][\w./-]{0,40}(?:\[\d{1,5}\])?: |\S{1,300}\.go:\d{1,6}:\d{1,5}: )/u;

/** Causes by their code. What a test may have printed waits for the end of its package. */
function createFound(): Found {
  const found = new Map<string, Decoded>();
  const waiting = new Map<string, Decoded>();
  return {
    keep(match, line, at) {
      const isPrinted = match.row.generic === true && !SPOKEN.test(line.text);
      merge(isPrinted ? waiting : found, { ...match, line, count: 1, lastAt: at, others: [] });
    },
    settle(passed) {
      if (!passed) for (const cause of waiting.values()) merge(found, cause);
      waiting.clear();
    },
    causes: () => [...found.values()],
  };
}

/** Adds what was found besides; what was known first stays the line that is quoted. */
function merge(into: Map<string, Decoded>, next: Decoded): void {
  const { code } = next.row;
  const known = into.get(code);
  if (known === undefined) {
    into.set(code, next);
    return;
  }
  const others = [next.values['subject'], ...next.others].reduce(
    (all: readonly string[], subject) => withSubject({ ...known, others: all }, subject),
    known.others,
  );
  into.set(code, { ...known, count: known.count + next.count, lastAt: Math.max(known.lastAt, next.lastAt), others });
}

/** Indented lines tell more about the line above; so does the next one where that ends with a colon. */
function isBelow(text: string, at: number, above: { readonly line: LogLine; readonly at: number }): boolean {
  return /^\s/u.test(text) || (at === above.at + 1 && above.line.text.endsWith(':'));
}

function withSubject(earlier: Decoded, subject: string | undefined): readonly string[] {
  const { others, values } = earlier;
  if (subject === undefined || subject === values['subject'] || others.includes(subject)) return others;
  return others.length < OTHER_SUBJECTS ? [...others, subject] : others;
}

function matchLine(line: { readonly text: string; readonly lower: string }, context: readonly string[]): Match | undefined {
  const { text, lower } = line;
  let outer: Match | undefined;
  let wrapping: Match | undefined;
  for (const row of DECODER_ROWS) {
    if (!lower.includes(row.needle)) continue;
    const values = matchRow(row, text, context);
    if (values === undefined) continue;
    if (wrapping !== undefined) return { ...wrapping, inner: row };
    const match: Match = { row, values, inner: undefined };
    if (row.wraps) wrapping = match;
    else if (row.outer) outer ??= match;
    else return match;
  }
  return wrapping ?? outer;
}

function matchRow(row: DecoderRow, text: string, context: readonly string[]): Match['values'] | undefined {
  const core = row.pattern.exec(text);
  if (core === null) return undefined;
  const match = row.detail?.exec(text) ?? core;
  const before = row.after?.exec(context.join('\n'));
  if (before === null) return undefined;
  const groups = Object.entries({ ...before?.groups, ...match.groups });
  return Object.fromEntries(groups.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** Texts that any program prints stand behind those that only one tool has; else the order of the table. */
function rank(causes: readonly Decoded[]): readonly Decoded[] {
  const weight = ({ row }: Decoded): number => (row.generic ? DECODER_ROWS.length : 0) + DECODER_ROWS.indexOf(row);
  return [...causes].sort((a, b) => weight(a) - weight(b));
}
