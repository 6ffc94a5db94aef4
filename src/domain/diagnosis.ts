import type { Code } from './catalogue.ts';
import type { Evidence, Finding, Fix } from './finding.ts';
import type { TargetRole } from './network-facts.ts';

/**
 * How sure a diagnosis is. `cause`: probability at least 0.85, three log-odds ahead of everything else, and one fact that is no text of a
 * tool. `likely`: at least 0.6, with the test that would decide. `undetermined`: below, and then no repair is offered.
 */
export type Verdict = 'cause' | 'likely' | 'undetermined';

export interface DiagnosedCause {
  readonly code: Code;
  readonly verdict: Verdict;
  /** Probability, 0 to 1. */
  readonly confidence: number;
  /** Host, source, variable or directory; several with a comma between. */
  readonly subject: string;
  /** From the cause to the symptom that was met. */
  readonly chain: readonly Code[];
  readonly evidence: readonly Evidence[];
  /** Empty where the verdict is `undetermined`. */
  readonly fixes: readonly Fix[];
  readonly ruledOut: readonly RuledOut[];
  /** What else it could be, most probable first. */
  readonly rivals: readonly { readonly code: Code; readonly confidence: number }[];
  /** What would decide between it and its rivals; only of a verdict that is no `cause`. */
  readonly decidingTest?: string;
}

export interface RuledOut {
  readonly code: Code;
  /** One short sentence without a full stop. */
  readonly why: string;
}

/** `unknown`: it did not answer as one that was asked with its credentials would. */
export type SourceState = 'usable' | 'unusable' | 'unknown';

/** One line of what was observed; of a source also whether it can be used. */
export interface TargetSummary {
  readonly url: string;
  readonly role: TargetRole;
  /** Id of the source, where it is one. */
  readonly source?: string;
  readonly state?: SourceState;
  readonly via: string;
  readonly steps: readonly { readonly stage: string; readonly ok: boolean; readonly ms: number; readonly detail: string }[];
}

export interface Diagnosis {
  /** Nothing failed that anybody needs. */
  readonly healthy: boolean;
  /** The gravest first; empty when healthy. */
  readonly causes: readonly DiagnosedCause[];
  /** What does no harm now, but is worth knowing. */
  readonly warnings: readonly Finding[];
  readonly targets: readonly TargetSummary[];
}
