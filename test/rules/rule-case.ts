import type { Code } from '../../src/domain/catalogue.ts';
import type { Severity } from '../../src/domain/catalogue-entry.ts';
import type { ProjectWords } from './project.ts';

/** One finding, in short. */
export type Found = readonly [code: Code, severity: Severity, subject: string];

/** What one rule finds in one project. */
export interface RuleCase {
  readonly rule: string;
  readonly title: string;
  readonly words: ProjectWords;
  readonly found: readonly Found[];
}

/** Rows `title, words, finding…` of one rule. */
export function casesOf(
  rule: string,
  rows: readonly (readonly [title: string, words: ProjectWords, ...found: readonly Found[]])[],
): readonly RuleCase[] {
  return rows.map(([title, words, ...found]) => ({ rule, title, words, found }));
}
