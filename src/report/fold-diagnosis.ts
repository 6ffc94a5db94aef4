import { CATALOGUE } from '../domain/catalogue.ts';
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
 * The cause of a failed run once the network was probed. What the run knew by itself stays where it is sure of it (altered content, a
 * setting, a disk), unless the diagnosis names what stands behind it; a diagnosis that is undetermined adds nothing.
 */
export function diagnosedCause(known: Cause | null, diagnosis: Diagnosis | undefined): Cause | null {
  const [first] = diagnosis?.causes ?? [];
  if (first === undefined) return known;
  if (known !== null && known.code !== first.code) {
    const isOfNetwork = [72, 75].includes(CATALOGUE[known.code].exit);
    const isBehind = first.chain.includes(known.code);
    if (first.verdict === 'undetermined' || !(isOfNetwork || isBehind)) return known;
  }
  const symptoms = known === null ? [] : known.chain;
  return {
    code: first.code,
    confidence: CONFIDENCE[first.verdict],
    verdict: first.verdict,
    chain: [...new Set([...first.chain, ...symptoms])],
    ruledOut: first.ruledOut.map(({ code }) => code),
  };
}
