import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { ARCHIVE_PHASES, FETCHING_PHASES, LIMITS, type PhaseLimits } from '../domain/limits.ts';
import type { Candidate } from '../domain/source.ts';
import { backoffMs, isTemporary } from '../policy/backoff.ts';
import { isContentFault, isOwnFault, maySuitAlone } from '../policy/fault.ts';
import { attempt, type Staged, type Target } from './attempt.ts';
import type { Context } from './context.ts';
import { type Asked, firstToAnswer } from './first-to-answer.ts';
import { ofSource, randomFraction, type Team, teamOf } from './teams.ts';
import type { Heard } from './version-lists.ts';

/** Every candidate failed; `findings` are in the order of the sources. */
export interface Exhausted {
  readonly findings: readonly Finding[];
}

type Work = Target &
  Partial<Pick<Heard, 'alive' | 'vainMs'>> & {
    readonly candidates: readonly Candidate[];
    readonly nextAttempt: () => number;
    /** Default: ARCHIVE_PHASES. */
    readonly phases?: PhaseLimits;
  };

/**
 * Asks the sources in order until what one of them, or several together, deliver is proved. Those of the same file help each other
 * out (acquire/team.ts); only after all have failed, those that failed for a moment are asked again after a pause. What is wrong
 * with this machine or with the run (disk, budget) is thrown, because no other source would help; what is wrong with the sources is
 * returned.
 */
export async function acquire(context: Context, work: Work, signal: AbortSignal): Promise<Staged | Exhausted> {
  const { clock } = context.machine;
  const all: Finding[] = [];
  let { candidates, vainMs = 0, alive = new Set<string>(), phases = ARCHIVE_PHASES } = work;
  for (let round = 1; ; round += 1) {
    const startMs = clock.monotonic();
    const outcome = await askAll(context, { ...work, candidates, vainMs, alive, phases }, signal);
    if ('stage' in outcome) return outcome;
    vainMs += clock.monotonic() - startMs;
    all.push(...outcome.findings);
    const slow = candidates.filter(({ sourceId }) =>
      isSlow(sourceId, { outcome, alive, shown: work.proofs.shownAlive?.() ?? [] }),
    );
    if (slow.length > 0) {
      candidates = slow;
      phases = FETCHING_PHASES;
      alive = new Set([...alive, ...slow.map(({ sourceId }) => sourceId)]);
      continue;
    }
    const reasons = [...outcome.findings, ...(isUnproved(outcome) ? (work.proofs.momentary?.() ?? []) : [])];
    const pauseMs = backoffMs(round, reasons, randomFraction(context));
    // A round that took this long was chance enough for sources that are silent.
    if (pauseMs === undefined || vainMs > LIMITS.patientRoundMs) return { findings: inOrder(all, work.candidates) };
    await clock.sleep(pauseMs, signal);
    work.proofs.askAgain?.();
    candidates = candidates.filter(({ sourceId }) => mayHeal(sourceId, outcome));
  }
}

/**
 * Whether a source was given up as silent that has shown meanwhile that it is alive: a module proxy that serves the checksum database,
 * and fetches the archive itself before it answers. It is asked once more, and has the time that this takes.
 */
function isSlow(
  sourceId: string,
  known: { readonly outcome: Exhausted; readonly alive: ReadonlySet<string>; readonly shown: readonly string[] },
): boolean {
  const { outcome, alive, shown } = known;
  if (alive.has(sourceId) || !shown.includes(sourceId)) return false;
  return outcome.findings.some(({ code, subject }) => subject === sourceId && code === 'HTTP.TTFB_STALL');
}

function isUnproved({ findings }: Exhausted): boolean {
  return findings.some(({ code }) => code === 'SUM.UNREACHABLE');
}

/**
 * Whether the same source may succeed a moment later. One without a finding of its own was dropped together with a file that
 * nobody could prove, and comes back when that may change.
 */
function mayHeal(sourceId: string, outcome: Exhausted): boolean {
  const own = outcome.findings.filter(({ subject }) => subject === sourceId);
  if (own.length === 0) return isUnproved(outcome);
  return own.some(finding => isTemporary(finding) || finding.code === 'SUM.UNREACHABLE');
}

/** In the order of the candidates, whichever failed first: a reader looks for the source that was named first. */
function inOrder(findings: readonly Finding[], candidates: readonly Candidate[]): readonly Finding[] {
  const rank = ({ subject }: Finding): number => {
    const at = candidates.findIndex(({ sourceId }) => sourceId === subject);
    return at === -1 ? candidates.length : at;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** What is left to be asked in one round. */
interface Round extends Exhausted {
  readonly candidates: readonly Candidate[];
  /** Candidates that are read alone from now on, because bytes that came from several sources were wrong. */
  readonly alone: readonly Candidate[];
  /** Whether a file that changed while it was read, or may have, may be begun anew; that happens once. */
  readonly mayRestart: boolean;
}

async function askAll(context: Context, work: Work, signal: AbortSignal): Promise<Staged | Exhausted> {
  const { candidates } = work;
  const alone = context.inputs.verification === 'source' ? candidates : [];
  let round: Round = { candidates, alone, mayRestart: true, findings: [] };
  for (let vainMs = work.vainMs ?? 0; ; vainMs = 0) {
    const teams = round.candidates.map(candidate => teamOf(candidate, round));
    const first = await firstToAnswer(context, { ...work, teams, vainMs }, signal);
    round = without(round, first.failed, first.findings);
    if (first.answered === undefined) return round;
    const outcome = await attemptTeam(context, { ...work, ...first.answered, round }, signal);
    if ('stage' in outcome) return outcome;
    round = outcome;
  }
}

async function attemptTeam(
  context: Context,
  work: Target & Asked & { readonly round: Round },
  signal: AbortSignal,
): Promise<Staged | Round> {
  const { team, crowd, round } = work;
  try {
    return await attempt(context, { ...work, candidate: team[0] }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure) || isOwnFault(error.code)) throw error;
    const [first = team[0], ...others] = crowd.contributors();
    const blamed = [first, ...others] as const;
    const failure = ofSource(error, isContentFault(error.code) ? blamed : team);
    crowd.end(failure.finding);
    return afterFailure(round, failure, { team, blamed, isPieced: crowd.isPieced() });
  } finally {
    crowd.close();
  }
}

/** The next round after a team has failed: sources are dropped, or read alone from now on, or all is begun anew. */
function afterFailure(
  round: Round,
  error: Failure,
  { team, blamed, isPieced }: { readonly team: Team; readonly blamed: Team; readonly isPieced: boolean },
): Round {
  if (error.code === 'BODY.CHANGED' && round.mayRestart) return { ...round, mayRestart: false };
  // Nobody vouches for this file, so it does not matter which source has it.
  if (error.code.startsWith('SUM.')) return without(round, team, [error.finding]);
  if (!isContentFault(error.code)) return without(withoutFailed(round, error.findings.filter(isSure(blamed))), blamed, []);
  // Which of several sources sent what is wrong shows when each is read alone.
  if (blamed.length > 1) return { ...round, alone: [...round.alone, ...blamed] };
  // Nobody else is left, and what it sent may be of two files.
  const isLast = round.candidates.every(candidate => blamed.includes(candidate));
  if (isLast && isPieced && round.mayRestart) return { ...round, mayRestart: false };
  return without(round, blamed, [error.finding]);
}

function without(round: Round, gone: readonly Candidate[], findings: readonly Finding[]): Round {
  const candidates = round.candidates.filter(candidate => !gone.includes(candidate));
  return { ...round, candidates, findings: [...round.findings, ...findings] };
}

/** Whether a source failed by itself. One that gave nothing may have failed only beside those who are blamed: it is asked again without them. */
function isSure(blamed: readonly Candidate[]): (finding: Finding) => boolean {
  const ids = new Set(blamed.map(({ sourceId }) => sourceId));
  return ({ code, subject }) => ids.has(subject) || !maySuitAlone(code);
}

/** Drops every source that one of the findings is about. */
function withoutFailed(round: Round, findings: readonly Finding[]): Round {
  const failed = new Set(findings.map(({ subject }) => subject));
  const gone = round.candidates.filter(({ sourceId }) => failed.has(sourceId));
  return without(round, gone, findings);
}
