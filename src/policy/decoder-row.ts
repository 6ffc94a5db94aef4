import type { Code } from '../domain/catalogue.ts';
import type { Confidence } from '../domain/finding.ts';

/** One text of one tool and what it means. Rows are data; policy/decoder.ts reads lines by them. */
export interface DecoderRow {
  /** In kebab-case, unique in the table. */
  readonly id: string;
  readonly tool: 'go' | 'git' | 'tar' | 'curl' | 'node' | 'setup-go' | 'shell' | 'any';
  readonly code: Code;
  /**
   * A part of every line that `pattern` matches, in lower case: a line without the needle of any row is passed over. Never a word of
   * everyday logs alone.
   */
  readonly needle: string;
  /**
   * Matches within one line, in linear time: every repetition is bounded, and it begins with what is rare. Named groups become
   * evidence; `subject` names what the finding is about, `file` and `row` a place in the user's sources.
   */
  readonly pattern: RegExp;
  /** The same with what stands before it, for more groups; asked only where `pattern` has matched. */
  readonly detail?: RegExp;
  /** Stands in the few lines before, which are joined by line feeds. Groups as above. */
  readonly after?: RegExp;
  /** How surely the text tells the code. Default: certain. */
  readonly confidence?: Confidence;
  /** Only the wrapping of an error: any other match in the same line, or in the indented lines below it, is the cause. */
  readonly outer?: true;
  /** The rest of the line tells why; what it matches is given as evidence. */
  readonly wraps?: true;
  /** Programs and tests print such texts as well: not blamed for a failure when the code fails to compile or a test fails later. */
  readonly generic?: true;
}

/** Several rows with the same tool and nature. */
export function rowsOf<const T extends Partial<DecoderRow>>(
  common: T,
  rows: readonly (Omit<DecoderRow, keyof T> & Partial<DecoderRow>)[],
): readonly DecoderRow[] {
  return rows.map(row => ({ ...common, ...row }) as unknown as DecoderRow);
}
