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

/** A step in short, none of it escaped. */
export interface StepWords {
  readonly stage: string;
  /** An answer with a status of 400 or more has not passed either. */
  readonly passed: boolean;
  /** Why it did not pass; empty where it did. */
  readonly reason: string;
  readonly time: string;
}

export function stepWords({ stage, ok, ms, detail }: TargetSummary['steps'][number]): StepWords {
  const refusal = /^[45]\d\d(?= |$)/u.exec(detail)?.[0];
  const passed = ok && refusal === undefined;
  return { stage, passed, reason: passed ? '' : ok ? (refusal ?? '') : detail || 'failed', time: durationText(ms) };
}

const ROLES: Readonly<Record<TargetSummary['role'], string>> = {
  source: 'source',
  goproxy: 'module proxy',
  'checksum-database': 'checksum database',
  toolchain: 'toolchain',
  control: 'for comparison',
  given: 'asked for',
};

/** Why an address was asked, where it is no source with a name. */
export function roleText({ role }: Pick<TargetSummary, 'role'>): string {
  return ROLES[role];
}

/** In per cent, never more sure than that. */
export function confidenceText(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))} %`;
}
