/** One line of a log. */
export interface LogLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Which of several streams: `standard error`; empty where there is only one. */
  readonly stream: string;
}

/** How programs begin the line that says why they give up. */
const STRONG =
  /(?:^|[\s:[(])(?:fatal|panic|error|failed|failure|exception|cannot|can't|could not|couldn't|unable to|no such file|not found|denied|refused|timed out|unauthorized|forbidden|segmentation fault|killed)(?:$|[\s:.,!?)\]])|^(?:E|ERR)[: ]|npm ERR!/iu;
/** What the tools of Go, and what they start, say without any of those words. */
const OF_GO =
  /^go: (?:(?!warning: )\S{1,300}@\S{1,200}: |-\S{1,20} (?:may only|requires|is only)|no such tool |unsupported )|^go: .{0,500}(?:Get|Post) "https?:|^package \S{1,300}: |^no Go files in |^tar: short read|: ambiguous import: |text file busy|temporarily unavailable|This program can only be run on /u;
/** That something failed, but not what. */
const WEAK =
  /exit (?:status|code):? [1-9]|exited with (?:code |status )?[1-9]|(?:^|\s)FAIL(?:ED|$|\s)|^make(?:\[\d+\])?: \*\*\*/u;
/** What the tools of Go print when all is well, whatever the names in it are. */
const HARMLESS =
  /^(?:\s*--- (?:PASS|SKIP)|=== (?:RUN|PAUSE|CONT|NAME)|ok {2}\t|\?\s+\t|PASS$|go: (?:downloading|finding|extracting|upgraded|added) |\+ )|\b0 (?:errors|failures|failed)\b/u;

/** The tests of a package have passed: what they printed before was no error. */
export const PASSED = /^ok {2}\t/u;

/** The last line that looks like an error; a line that says what goes before one that only says that something failed. */
export interface TellingLines {
  hear(line: LogLine): void;
  readonly strong: LogLine | undefined;
  readonly weak: LogLine | undefined;
}

export function createTellingLines(): TellingLines {
  let strong: LogLine | undefined;
  let weak: LogLine | undefined;
  return {
    hear(line) {
      if (PASSED.test(line.text)) strong = undefined;
      if (HARMLESS.test(line.text)) return;
      if (WEAK.test(line.text)) weak = line;
      else if (STRONG.test(line.text) || OF_GO.test(line.text)) strong = line;
    },
    get strong() {
      return strong;
    },
    get weak() {
      return weak;
    },
  };
}
