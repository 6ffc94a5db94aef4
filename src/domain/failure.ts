import type { Code } from './catalogue.ts';
import { type Finding, type FindingDetail, finding } from './finding.ts';

/**
 * The one exception class. It unwinds to whoever can take another way (the next source) or to run.ts, and carries
 * data: at least one finding, the first of which is the main one. Anything else that is thrown is a defect of ours
 * and becomes SELF.BUG.
 */
export class Failure extends Error {
  readonly findings: readonly [Finding, ...Finding[]];

  constructor(findings: readonly [Finding, ...Finding[]], cause?: unknown) {
    super(`${findings[0].code}: ${findings[0].message}`, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.findings = findings;
  }

  get finding(): Finding {
    return this.findings[0];
  }

  get code(): Code {
    return this.findings[0].code;
  }
}

/** A Failure of one finding. */
export function failure(code: Code, detail: FindingDetail, cause?: unknown): Failure {
  return new Failure([finding(code, detail)], cause);
}
