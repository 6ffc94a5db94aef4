import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS, type PhaseLimits } from '../domain/limits.ts';
import type { Candidate } from '../domain/source.ts';
import type { Spool } from '../install/spool.ts';
import { isOwnFault } from '../policy/fault.ts';
import { answerBudgetMs, type Hedge, hedgeDelayMs } from '../policy/hedge.ts';
import type { Clock } from '../ports/machine.ts';
import type { Context } from './context.ts';
import { once } from './once.ts';
import type { Proofs } from './proofs.ts';
import { type Crowd, ofSource, openCrowd, type Team } from './teams.ts';

/** A team whose first source was asked. */
export interface Asked {
  readonly team: Team;
  readonly crowd: Crowd;
}

export interface FirstAnswer {
  /** Undefined: nobody has answered. */
  readonly answered: Asked | undefined;
  /** Who failed to answer, and why. */
  readonly failed: readonly Candidate[];
  readonly findings: readonly Finding[];
}

type Outcome = Asked & { readonly failure: Failure | undefined };

interface Asking {
  readonly nextAttempt: () => number;
  readonly proofs: Proofs;
  readonly spool: Spool;
  /** Ids of sources that have answered in this run: they get the full time of each phase. */
  readonly alive?: ReadonlySet<string>;
  /** Default: ARCHIVE_PHASES. */
  readonly phases?: PhaseLimits;
}

/**
 * Asks source after source: the next one at once when one has failed, and beside them when they are late. The first that answers is
 * taken, the others are closed. Where none does, all are given up together (policy/hedge.ts), the earlier by `vainMs`. Throws what is
 * wrong with this machine, or the signal's reason.
 */
export async function firstToAnswer(
  context: Context,
  work: Asking & { readonly teams: readonly Team[]; readonly vainMs?: number },
  signal: AbortSignal,
): Promise<FirstAnswer> {
  const forMs = Math.max(LIMITS.answerMs - (work.vainMs ?? 0), LIMITS.answerLeastMs);
  const untilMs = context.machine.clock.monotonic() + forMs;
  const waiting = [...work.teams];
  const running = new Map<Asked, Promise<Outcome>>();
  const failed: Candidate[] = [];
  const findings: Finding[] = [];
  try {
    for (;;) {
      const next = await nextOutcome(context, { waiting, running, untilMs }, signal);
      if (next === 'none') return { answered: undefined, failed, findings };
      if (next === 'late') {
        ask(context, { ...work, waiting, running, untilMs }, signal);
        continue;
      }
      const { team, crowd, failure } = next;
      const asked = [...running.keys()].find(each => each.crowd === crowd);
      if (asked !== undefined) running.delete(asked);
      if (failure === undefined) return { answered: { team, crowd }, failed, findings };
      crowd.close();
      if (isOwnFault(failure.code)) throw failure;
      failed.push(team[0]);
      findings.push(failure.finding);
      ask(context, { ...work, waiting, running, untilMs }, signal);
    }
  } finally {
    for (const { crowd } of running.keys()) crowd.close();
  }
}

interface Queue {
  readonly waiting: Team[];
  readonly running: Map<Asked, Promise<Outcome>>;
  /** When all are given up, on the monotonic clock. */
  readonly untilMs: number;
}

function hedgeOf({ machine }: Context, { waiting, running, untilMs }: Queue): Hedge {
  return { pendingCount: running.size, waitingCount: waiting.length, leftMs: untilMs - machine.clock.monotonic() };
}

/** `late`: the next source is to be asked. */
async function nextOutcome(context: Context, queue: Queue, signal: AbortSignal): Promise<Outcome | 'late' | 'none'> {
  const { waiting, running } = queue;
  if (running.size === 0) return waiting.length === 0 ? 'none' : 'late';
  if (waiting.length === 0) return Promise.race(running.values());
  const settled = new AbortController();
  const late = context.machine.clock
    .sleep(hedgeDelayMs(hedgeOf(context, queue)), AbortSignal.any([signal, settled.signal]))
    .then(() => 'late' as const);
  late.catch(() => undefined);
  try {
    return await Promise.race([...running.values(), late]);
  } finally {
    settled.abort();
  }
}

function ask(context: Context, work: Asking & Queue, signal: AbortSignal): void {
  const team = work.waiting.shift();
  if (team === undefined) return;
  const [candidate] = team;
  // A signal of its own: Node warns when more than ten listen to one.
  const crowd = openCrowd(context, { ...work, team }, AbortSignal.any([signal]));
  const asked = { team, crowd };
  const { clock } = context.machine;
  const isAlive = work.alive?.has(candidate.sourceId) === true;
  const answerUntilMs = isAlive ? undefined : clock.monotonic() + answerBudgetMs(hedgeOf(context, work));
  const outcome = answerOf(candidate, { clock, started: crowd.start(answerUntilMs), proofs: work.proofs }).then(
    () => ({ ...asked, failure: undefined }),
    (error: unknown) => {
      signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      const failure = ofSource(error, team);
      crowd.end(failure.finding);
      return { ...asked, failure };
    },
  );
  outcome.catch(() => undefined);
  work.running.set(asked, outcome);
}

/**
 * Resolves when the source has answered. Rejects when it failed, and when nobody vouches for the file, for then it need not answer. A
 * source that is as dead as the checksum database is given LIMITS.unprovedGraceMs to say so, also while a signature is still looked for.
 */
async function answerOf(
  candidate: Candidate,
  asked: { readonly clock: Clock; readonly started: Promise<void>; readonly proofs: Proofs },
): Promise<void> {
  const { clock, started, proofs } = asked;
  const settled = new AbortController();
  const grace = once(() => clock.sleep(LIMITS.unprovedGraceMs, settled.signal));
  let isVouched = false;
  let unvouched: Failure | undefined;
  const vouching = proofs.ofArchive(candidate).then(
    () => {
      isVouched = true;
    },
    async (error: unknown) => {
      if (error instanceof Failure && error.code === 'SUM.UNREACHABLE') {
        unvouched = error;
        await grace();
      }
      throw error;
    },
  );
  const silence = Promise.resolve(proofs.unreachable?.(candidate)).then(async reason => {
    if (reason === undefined) return started;
    await grace();
    if (isVouched) return started;
    throw reason;
  });
  try {
    await Promise.race([started, vouching.then(() => started), silence]);
    if (unvouched !== undefined) throw unvouched;
  } finally {
    settled.abort();
  }
}
