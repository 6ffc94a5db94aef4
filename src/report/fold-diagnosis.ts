import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import type { DiagnosedCause, Diagnosis } from '../domain/diagnosis.ts';
import { type Confidence, type Finding, finding } from '../domain/finding.ts';
import type { Cause } from '../domain/report.ts';

const CONFIDENCE = { cause: 'certain', likely: 'likely', undetermined: 'possible' } as const satisfies Record<
  Cause['verdict'],
  Confidence
>;

/** A cause that was diagnosed, as a finding of the run. */
export function causeFinding(cause: DiagnosedCause): Finding {
  const { code, subject, verdict, evidence, fixes } = cause;
  return { ...finding(code, { subject, confidence: CONFIDENCE[verdict], severity: 'error' }), evidence, fixes };
}

export function diagnosisFindings({ causes, warnings }: Diagnosis): readonly Finding[] {
  return [...causes.map(causeFinding), ...warnings];
}

/**
 * The cause of a failed run once the machine and the network were probed: what the run ended with, unless a diagnosed cause stands
 * behind just that. What else is wrong here may have nothing to do with it: the run may have got around it.
 */
export function diagnosedCause(known: Cause | null, diagnosis: Diagnosis | undefined): Cause | null {
  const causes = diagnosis?.causes ?? [];
  if (known === null) return causes[0] === undefined ? null : asCause(causes[0], []);
  const behind = causes.find(({ code, verdict, chain }) => {
    if (verdict === 'undetermined') return false;
    return code === known.code || (chain.includes(known.code) && explains(code, known.code, []));
  });
  return behind === undefined ? known : asCause(behind, known.chain);
}

/**
 * Whether the catalogue says that the cause explains the symptom, also by way of other codes. `seen`: codes that were followed
 * already.
 */
function explains(cause: Code, symptom: Code, seen: readonly Code[]): boolean {
  if (seen.includes(cause)) return false;
  const follows = CATALOGUE[cause].explains as readonly Code[];
  return follows.includes(symptom) || follows.some(next => explains(next, symptom, [...seen, cause]));
}

function asCause({ code, verdict, chain, ruledOut }: DiagnosedCause, symptoms: Cause['chain']): Cause {
  return {
    code,
    confidence: CONFIDENCE[verdict],
    verdict,
    chain: [...new Set([...chain, ...symptoms])],
    ruledOut: ruledOut.map(each => each.code),
  };
}
