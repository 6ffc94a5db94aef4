import type { Finding } from '../domain/finding.ts';

/** One test case before it is written. */
export interface JunitCase {
  readonly name: string;
  readonly ms: number;
  /** Present: the case failed, with the code of the first as its type. */
  readonly failures?: readonly Finding[];
  /** Told beside a case that passed, since JUnit knows no warning. */
  readonly warnings?: readonly Finding[];
  /** Why it failed, where no finding says so. */
  readonly reason?: string;
}
