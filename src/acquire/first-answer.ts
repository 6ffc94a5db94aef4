import { Failure, failure } from '../domain/failure.ts';
import { isOwnFault } from '../policy/fault.ts';
import { hedgeDelayMs } from '../policy/hedge.ts';
import { failureOfAll } from './all-down.ts';
import type { Known, Question } from './answer-fit.ts';
import type { Crew, Lane, Member } from './crew.ts';
import { createLane, freeLane } from './lane.ts';
import { endAttempt, noteFailure } from './member.ts';

/** Who answered first. */
export interface FirstAnswer {
  readonly member: Member;
  /** Its answer, with the body unread. Undefined when it has the file but cannot give its tail. */
  readonly lane: Lane | undefined;
}

/** What is left of a question: the lane, and how it ended. */
interface Outcome {
  readonly lane: Lane;
  /** Undefined: it answered well. */
  readonly error: unknown;
}

/**
 * Asks the members in order. The next is asked too when a question is late (policy/hedge.ts), and at once after a failure. The
 * first good answer wins and the others are aborted. Rejects with a Failure that holds a finding for every member, BODY.CHANGED
 * when the answer is of another file than the kept part, or the reason of the team's end.
 */
export async function firstAnswer(crew: Crew, questionOf: (member: Member) => Question): Promise<FirstAnswer> {
  const pending = new Map<Lane, Promise<Outcome>>();
  const waiting = crew.members.slice(0, crew.starterCount);
  try {
    for (;;) {
      crew.stop.signal.throwIfAborted();
      const next = waiting.shift();
      if (next !== undefined) ask(crew, { member: next, question: questionOf(next), pending });
      if (pending.size === 0) throw failureOfAll(crew);
      const outcome = await firstOutcome(crew, pending, waiting.length);
      if (outcome === undefined) continue;
      pending.delete(outcome.lane);
      const answer = settle(crew, outcome);
      if (answer !== undefined) return answer;
    }
  } finally {
    for (const lane of pending.keys()) {
      freeLane(lane);
      endAttempt(crew, lane.member, { end: 'lost' });
    }
  }
}

function ask(
  crew: Crew,
  asked: { readonly member: Member; readonly question: Question; readonly pending: Map<Lane, Promise<Outcome>> },
): void {
  const { member, question, pending } = asked;
  const lane = createLane(crew, member, question);
  const { validator } = member;
  const known = (): Known => ({ sizeBytes: crew.sizeBytes, validator, canSkip: true });
  const outcome = lane.open(known).then(
    () => ({ lane, error: undefined }),
    (error: unknown) => ({ lane, error: error ?? new Error('no reason') }),
  );
  pending.set(lane, outcome);
}

/** The first that ends; undefined when it is time to ask the next. */
async function firstOutcome(
  crew: Crew,
  pending: ReadonlyMap<Lane, Promise<Outcome>>,
  waitingCount: number,
): Promise<Outcome | undefined> {
  if (waitingCount === 0) return Promise.race(pending.values());
  const { clock } = crew.wire;
  const timer = new AbortController();
  const leftMs = (crew.answerUntilMs ?? Number.POSITIVE_INFINITY) - clock.monotonic();
  const late = clock
    .sleep(hedgeDelayMs({ pendingCount: pending.size, waitingCount, leftMs }), timer.signal)
    .catch(() => undefined);
  try {
    return await Promise.race([...pending.values(), late.then(() => undefined)]);
  } finally {
    timer.abort();
  }
}

/** The answer, or undefined when this one failed. Throws what must end all. */
function settle(crew: Crew, { lane, error }: Outcome): FirstAnswer | undefined {
  const { member, question } = lane;
  if (error === undefined) return { member, lane };
  freeLane(lane);
  crew.stop.signal.throwIfAborted();
  if (!(error instanceof Failure)) throw error;
  if (question.kind === 'tail' && error.code === 'HTTP.RANGE') {
    member.canRange = false;
    return { member, lane: undefined };
  }
  if (isOwnFault(error.code)) throw error;
  const isOther = crew.isSizeBinding && (lane.isMisfit || error.code === 'HTTP.RANGE');
  const reason = isOther ? changed(error) : error;
  noteFailure(crew, { failure: reason, hadProgress: false, lane });
  if (isOther) throw failureOfAll(crew);
  return undefined;
}

/** The part that an earlier run kept is of another file than the source has now. */
function changed(error: Failure): Failure {
  const { subject, evidence } = error.finding;
  if (error.code === 'BODY.CHANGED') return error;
  return failure(
    'BODY.CHANGED',
    { subject, evidence: Object.fromEntries(evidence.map(({ name, value }) => [name, value])) },
    error,
  );
}
