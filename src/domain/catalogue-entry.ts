/** Exit codes of every face. 0 is success; the others are API, with numbers after sysexits.h. */
export type ExitCode = 0 | 64 | 70 | 71 | 72 | 73 | 74 | 75;

/** Exit codes of causes, the graver first: integrity, configuration, disk or permission, network, what a retry may help. */
export const EXIT_GRAVITY: readonly ExitCode[] = [73, 71, 74, 72, 75];

export type Severity = 'error' | 'warning' | 'info';

/** What is true of a code in general. A finding adds what is true of one occurrence. */
export interface CatalogueEntry {
  /** One line, a statement of fact, no full stop. */
  readonly title: string;
  /** Why it matters, or how the situation comes about. */
  readonly why: string;
  /** What must be observed before this code is given, where that is not plain from the title: for docs/codes.md. */
  readonly decided?: string;
  /** What a person should do; a finding may carry a more exact fix. */
  readonly fix: string;
  readonly severity: Severity;
  /** What the process exits with when this code is the cause. */
  readonly exit: Exclude<ExitCode, 0>;
  /** Codes that are only a consequence where this one is present. */
  readonly explains: readonly string[];
}

export type EntryWords = Pick<CatalogueEntry, 'why' | 'fix'>;

/** An error that is the consequence of no other code. */
export function errorEntry(exit: CatalogueEntry['exit'], title: string, { why, fix }: EntryWords) {
  return { title, why, fix, severity: 'error', exit, explains: [] } as const;
}
