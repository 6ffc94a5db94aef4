import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { backoffMs, isTemporary } from '../policy/backoff.ts';
import { isOwnFault } from '../policy/fault.ts';
import { attemptCandidate, type Staged, type Target } from './attempt.ts';
import type { Context } from './context.ts';

/** Every candidate failed; `findings` are in the order of the attempts. */
export interface Exhausted {
  readonly findings: readonly Finding[];
}

type Work = Target & { readonly candidates: readonly Candidate[]; readonly nextAttempt: () => number };

/**
 * Asks one candidate after the other, at once, until one is proved; only after all have failed, those that failed for a moment are
 * asked again after a pause. What is wrong with this machine or with the run (disk, budget) is thrown, because no other source would
 * help; what is wrong with the sources is returned.
 */
export async function acquire(context: Context, work: Work, signal: AbortSignal): Promise<Staged | Exhausted> {
  const { clock } = context.machine;
  const all: Finding[] = [];
  let { candidates } = work;
  for (let round = 1; ; round += 1) {
    const outcome = await askInTurn(context, { ...work, candidates }, signal);
    if (!(outcome instanceof Map)) return outcome;
    all.push(...outcome.values());
    const pauseMs = backoffMs(round, [...outcome.values()], randomFraction(context));
    if (pauseMs === undefined) return { findings: all };
    await clock.sleep(pauseMs, signal);
    candidates = [...outcome].filter(([, reason]) => isTemporary(reason)).map(([candidate]) => candidate);
  }
}

/** The first that is proved, or why each of them failed. */
async function askInTurn(context: Context, work: Work, signal: AbortSignal): Promise<Staged | Map<Candidate, Finding>> {
  const reasons = new Map<Candidate, Finding>();
  for (const candidate of work.candidates) {
    const outcome = await observed(context, { ...work, candidate }, signal);
    if (!(outcome instanceof Failure)) return outcome;
    if (isOwnFault(outcome.code)) throw outcome;
    reasons.set(candidate, outcome.finding);
  }
  return reasons;
}

/** The same failure with the source as its subject; what the subject was (a host, a file) becomes evidence. */
function ofSource(failure: Failure, sourceId: string): Failure {
  const { subject, evidence } = failure.finding;
  if (subject === sourceId) return failure;
  const finding = { ...failure.finding, subject: sourceId, evidence: [{ name: 'at', value: subject }, ...evidence] };
  return new Failure([finding], failure);
}

/** 0 to 1, from the one source of chance that the machine has. */
function randomFraction({ machine }: Context): number {
  return Number.parseInt(machine.randomName().slice(0, 4), 16) / 0xffff || 0;
}

/** One attempt between its two events. */
async function observed(
  context: Context,
  work: Target & { readonly candidate: Candidate; readonly nextAttempt: () => number },
  signal: AbortSignal,
): Promise<Staged | Failure> {
  const { candidate } = work;
  const attempt = work.nextAttempt();
  let bytes = 0;
  const onBytes = (receivedBytes: number): void => {
    bytes = receivedBytes;
  };
  context.emit({ type: 'attempt-started', attempt, source: candidate.sourceId, url: redactUrl(candidate.url) });
  try {
    const staged = await attemptCandidate(context, { ...work, attempt, onBytes }, signal);
    context.emit({ type: 'attempt-ended', attempt, end: 'won', bytes: staged.archiveBytes });
    return staged;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    const reason = ofSource(error, candidate.sourceId);
    context.emit({ type: 'attempt-ended', attempt, end: 'failed', bytes, finding: reason.finding });
    return reason;
  }
}
