/** A longer line keeps its two ends: the head says who speaks, the tail holds the innermost error. */
const HEAD_CHARS = 4_096;
const TAIL_CHARS = 4_096;
const LINE_CHARS = HEAD_CHARS + TAIL_CHARS;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes of terminals are what is asked for (ECMA-48, 5.4 and 5.6)
const ESCAPES = /\u001b(?:\[[0-9:;<=>?]{0,64}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,1000}(?:\u0007|\u001b\\)|[ -/]{0,4}[0-~])/gu;

/** What log services put before a line: GitHub's and GitLab's time, BuildKit's step and second, GitHub's `##[error]`. */
const PREFIX =
  /^(?:\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:\d\d[OE][ +])?)?(?:#\d{1,4} \d{1,6}\.\d{1,4} )?(?:##\[(?:error|warning)\])?/u;

export interface LineReader {
  /** The next piece of text; ends anywhere. */
  push(text: string): void;
  /** What stands after the last line feed is a line too. */
  end(): void;
  /** Lines so far. */
  readonly count: number;
}

/**
 * Cuts a stream of text into lines and hears each with its number, from 1: without terminal escapes, without what log services put in
 * front, with the last state of a line that carriage returns redraw, at most 8 KiB of it. Memory is bounded by one line, time is linear.
 */
export function createLineReader(hear: (line: string, number: number) => void): LineReader {
  let count = 0;
  let pending = '';
  const take = (line: string): void => {
    count += 1;
    hear(cleanLine(line), count);
  };
  return {
    push(text) {
      const lines = text.split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) {
        take(pending === '' ? line : pending + line);
        pending = '';
      }
      pending = shorten(pending + last, 4 * LINE_CHARS);
    },
    end() {
      if (pending !== '') take(pending);
      pending = '';
    },
    get count() {
      return count;
    },
  };
}

/** `limit`: while a line grows it is cut only now and then, or every piece of a line without end would be copied. */
function shorten(line: string, limit = LINE_CHARS): string {
  return line.length <= limit ? line : `${line.slice(0, HEAD_CHARS)} ${line.slice(-TAIL_CHARS)}`;
}

function cleanLine(raw: string): string {
  let line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  line = shorten(line);
  if (line.includes('\u001b')) line = line.replace(ESCAPES, '');
  const redrawn = line.lastIndexOf('\r');
  if (redrawn !== -1) line = line.slice(redrawn + 1);
  return /^[\d#\uFEFF]/u.test(line) ? line.replace(PREFIX, '') : line;
}
