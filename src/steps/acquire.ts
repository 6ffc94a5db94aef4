import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { isOwnFault } from '../policy/fault.ts';
import { attemptCandidate, type Staged, type Target } from './attempt.ts';
import type { Context } from './context.ts';

/** Every candidate failed; `findings` are in the order of the attempts. */
export interface Exhausted {
  readonly findings: readonly Finding[];
}

/**
 * Asks one candidate after the other, at once, until one is proved. What is wrong with this machine or with the run (disk,
 * budget) is thrown, because no other source would help; what is wrong with a source is returned.
 */
export async function acquire(
  context: Context,
  work: Target & { readonly candidates: readonly Candidate[]; readonly nextAttempt: () => number },
  signal: AbortSignal,
): Promise<Staged | Exhausted> {
  const findings: Finding[] = [];
  for (const candidate of work.candidates) {
    const outcome = await observed(context, { ...work, candidate }, signal);
    if (!(outcome instanceof Failure)) return outcome;
    findings.push(...outcome.findings);
    if (isOwnFault(outcome.code)) throw outcome;
  }
  return { findings };
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
  const emit: Context['emit'] = event => {
    if (event.type === 'attempt-progress') bytes = event.bytes;
    context.emit(event);
  };
  context.emit({ type: 'attempt-started', attempt, source: candidate.sourceId, url: redactUrl(candidate.url) });
  try {
    const staged = await attemptCandidate({ ...context, emit }, { ...work, attempt }, signal);
    context.emit({ type: 'attempt-ended', attempt, end: 'won', bytes: staged.archiveBytes });
    return staged;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    context.emit({ type: 'attempt-ended', attempt, end: 'failed', bytes, finding: error.finding });
    return error;
  }
}
