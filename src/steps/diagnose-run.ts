import { CATALOGUE } from '../domain/catalogue.ts';
import type { ExitCode } from '../domain/catalogue-entry.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Facts } from '../domain/network-facts.ts';
import { diagnose } from '../rules/diagnose.ts';
import { type Context, inPhase } from './context.ts';
import { gatherForRun, seenFailure } from './gather.ts';
import { within } from './within.ts';

/**
 * Exit codes of failures that probes can say something about: those of the network, and those of this machine. The rest a run
 * knows by itself.
 */
const OF_NETWORK: readonly ExitCode[] = [72, 75];
const OF_MACHINE: readonly ExitCode[] = [74];

/** What was seen after a run, and what follows from it. */
export interface Diagnosed {
  readonly facts: Facts;
  readonly diagnosis: Diagnosis;
}

/**
 * Looks for what stands behind the findings that ended a run, or for trouble that it got around where there are none, and emits
 * what it found. Ends in its own budget and in that of the run. Where the diagnosis itself fails, that is a warning, and
 * undefined is returned as where nothing was looked at.
 */
export async function diagnoseRun(
  context: Context,
  findings: readonly Finding[],
  signal: AbortSignal,
): Promise<Diagnosed | undefined> {
  const { inputs, machine, emit, budgetEndMs } = context;
  const [main] = findings;
  const exit = main === undefined ? 72 : CATALOGUE[main.code].exit;
  const isLocal = OF_MACHINE.includes(exit);
  if (!isLocal && (inputs.offline || !OF_NETWORK.includes(exit))) return undefined;
  const { clock } = machine;
  const leftMs = budgetEndMs - clock.monotonic() - LIMITS.diagnoseReserveMs;
  if (leftMs <= 0) return undefined;
  const reason = (): Error => incomplete('the time is up');
  const limit = { clock, ms: Math.min(leftMs, LIMITS.diagnoseMs), reason };
  try {
    const { facts, diagnosis } = await inPhase(context, 'diagnose', async () => {
      const early = isLocal ? undefined : await seenEarly(context, findings);
      if (early !== undefined) return early;
      const gather = (inner: AbortSignal): Promise<Facts> => gatherForRun(context, { urls: [], findings, isLocal }, inner);
      const facts = await within(limit, gather, signal);
      return { facts, diagnosis: diagnose(facts) };
    });
    emit({ type: 'diagnosis', ...diagnosis });
    return { facts, diagnosis };
  } catch (error) {
    const cause = error instanceof Failure ? error : incomplete(String(error));
    emit({ type: 'finding', finding: { ...cause.finding, severity: 'warning' } });
    return undefined;
  }
}

/**
 * The diagnosis of facts that were gathered while the run waited. Undefined when there are none, or when they show no cause yet:
 * then all is gathered anew.
 */
async function seenEarly({ earlyLook }: Context, findings: readonly Finding[]): Promise<Diagnosed | undefined> {
  const facts = await earlyLook.facts()?.catch(() => undefined);
  if (facts === undefined || diagnose(facts).causes.length === 0) return undefined;
  const seen = [...facts.seen, ...findings.map(seenFailure)];
  return { facts: { ...facts, seen }, diagnosis: diagnose({ ...facts, seen }) };
}

function incomplete(why: string): Failure {
  return failure('DIAGNOSIS.INCOMPLETE', { subject: 'diagnose', evidence: { reason: why } });
}
