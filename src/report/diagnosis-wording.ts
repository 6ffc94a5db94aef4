import { CATALOGUE } from '../domain/catalogue.ts';
import type { Diagnosis, TargetSummary, Verdict } from '../domain/diagnosis.ts';
import { durationText } from './units.ts';

const LEAD: Readonly<Record<Verdict, string>> = {
  cause: 'Found',
  likely: 'Likely cause',
  undetermined: 'Something fails, and the cause is not clear; it may be',
};

/** The first line of `doctor`, enough on its own; calm where nothing is wrong. */
export function diagnosisHeadline({ causes, targets }: Pick<Diagnosis, 'causes' | 'targets'>): string {
  const [first, ...more] = causes;
  if (first === undefined) {
    const sources = targets.filter(({ state }) => state !== undefined);
    const dead = sources.filter(({ state }) => state === 'unusable').length;
    if (dead > 0) return `An installation would succeed, though ${dead} of ${sources.length} sources cannot be used`;
    const count = targets.length === 1 ? 'one address was' : `${targets.length} addresses were`;
    return targets.length === 0 ? 'Nothing is wrong with what was looked at' : `Nothing is wrong: ${count} looked at`;
  }
  const rest = more.length === 0 ? '' : `, and ${more.length === 1 ? 'one more' : `${more.length} more`}`;
  return `${LEAD[first.verdict]}: ${CATALOGUE[first.code].title}${rest}`;
}

/** `DNS ok 12 ms, TCP ok 30 ms, TLS CERT_HAS_EXPIRED 60 ms`: facts only. */
export function stepsText({ steps }: TargetSummary): string {
  if (steps.length === 0) return 'not reached';
  return steps.map(({ stage, ok, ms, detail }) => `${stage} ${ok ? 'ok' : detail || 'failed'} ${durationText(ms)}`).join(', ');
}

/** In per cent, never more sure than that. */
export function confidenceText(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))} %`;
}
