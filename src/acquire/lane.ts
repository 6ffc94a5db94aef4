import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { withoutEcho } from '../policy/echo.ts';
import { judgeAnswer, type Known, type Question, questionHeaders, wrongPart } from './answer-fit.ts';
import { validatorOf } from './content-range.ts';
import type { Crew, Lane, Member } from './crew.ts';
import { type ExchangeAnswer, exchange } from './exchange.ts';
import { beginAttempt, noteAnswer } from './member.ts';

/** Takes the member; it is free again after freeLane. */
export function createLane(crew: Crew, member: Member, question: Question): Lane {
  const atMs = crew.wire.clock.monotonic();
  const stop = new AbortController();
  const lane: Lane = {
    member,
    question,
    askedAtMs: atMs,
    span: undefined,
    receiver: undefined,
    answer: undefined,
    atBytes: 0,
    endBytes: Number.POSITIVE_INFINITY,
    waitingSinceMs: undefined,
    waitedMs: 0,
    receivedBytes: 0,
    addedBytes: 0,
    windowStart: { waitedMs: 0, receivedBytes: 0 },
    sample: { atMs, receivedBytes: 0 },
    isClosed: false,
    isGivenUpEarly: false,
    isMisfit: false,
    open: known => openLane(crew, { lane, known }, stop.signal),
    pull: () => pullUnread(),
    close: () => {
      if (lane.isClosed) return;
      lane.isClosed = true;
      lane.waitingSinceMs = undefined;
      stop.abort(failure('BODY.RESET', { subject: member.candidate.sourceId, evidence: { reason: 'closed here' } }));
      lane.answer?.discard();
    },
  };
  const pullUnread = (): void => {
    if (lane.answer === undefined || lane.isClosed) return;
    lane.pull = reader(crew, lane, lane.answer);
    lane.pull();
  };
  member.lane = lane;
  return lane;
}

/** The member may be asked something else. */
export function freeLane(lane: Lane): void {
  lane.close();
  if (lane.member.lane === lane) lane.member.lane = undefined;
}

/**
 * One call of the body for each piece, without a timer and without a generator in between: this is the path of every byte. A wait
 * counts from the call to the piece, so that the time in which the reader works is never taken for a stall of the peer.
 */
function reader(crew: Crew, lane: Lane, answer: ExchangeAnswer): () => void {
  const { clock } = crew.wire;
  const iterator = answer.body[Symbol.asyncIterator]();
  const onRead = (read: IteratorResult<Uint8Array, unknown>): void => {
    if (lane.isClosed) return;
    lane.waitedMs += clock.monotonic() - (lane.waitingSinceMs ?? 0);
    lane.waitingSinceMs = undefined;
    try {
      if (read.done === true) {
        lane.receiver?.onEnd(lane);
      } else {
        lane.receivedBytes += read.value.length;
        if (lane.member.attempt !== undefined) lane.member.attempt.receivedBytes += read.value.length;
        lane.receiver?.onBytes(lane, read.value);
      }
    } catch (error) {
      lane.receiver?.onError(lane, error);
    }
  };
  const onError = (error: unknown): void => {
    if (!lane.isClosed) lane.receiver?.onError(lane, error);
  };
  return () => {
    if (lane.waitingSinceMs !== undefined || lane.isClosed) return;
    lane.waitingSinceMs = clock.monotonic();
    iterator.next().then(onRead, onError);
  };
}

async function openLane(
  crew: Crew,
  asked: { readonly lane: Lane; readonly known: () => Known },
  signal: AbortSignal,
): Promise<void> {
  const { lane, known } = asked;
  const { member, question } = lane;
  beginAttempt(crew, member);
  lane.waitingSinceMs = lane.askedAtMs;
  const answer = await send(crew, lane, signal);
  if (lane.isClosed) {
    answer.discard();
    throw signal.reason;
  }
  const fit = judgeAnswer(answer, question, known());
  if (fit.kind === 'misfit') {
    lane.isMisfit = true;
    answer.discard();
    throw withoutEcho(fit.failure, ...answer.sent);
  }
  const atMs = crew.wire.clock.monotonic();
  lane.answer = answer;
  lane.waitingSinceMs = undefined;
  lane.sample = { atMs, receivedBytes: 0 };
  lane.atBytes = fit.startBytes;
  lane.endBytes = fit.endBytes ?? Number.POSITIVE_INFINITY;
  if (fit.ignoresRange || answer.headers['accept-ranges']?.trim() === 'none') member.canRange = false;
  member.roundTripMs = atMs - lane.askedAtMs;
  member.validator = validatorOf(answer.headers);
  crew.sizeBytes ??= fit.sizeBytes;
  noteAnswer(crew, lane);
}

async function send(crew: Crew, { member, question }: Lane, signal: AbortSignal): Promise<ExchangeAnswer> {
  const { url, authorization } = member.candidate;
  const secret = authorization === undefined ? {} : { authorization };
  const headers = questionHeaders(question);
  const { answerUntilMs: untilMs } = crew;
  const phases = untilMs === undefined ? crew.phases : { ...crew.phases, untilMs };
  try {
    return await exchange(crew.wire, { url, ...secret, headers, phases }, signal);
  } catch (error) {
    const status = error instanceof Failure ? error.finding.evidence.find(item => item.name === 'status')?.value : undefined;
    if (status !== '416' || headers['range'] === undefined) throw error;
    throw wrongPart({ url: member.candidate.url, status: 416, headers: {} }, question);
  }
}

/** Ends a lane whose bytes nobody needs: by reading it to its end where that is cheaper than a new connection. */
export function retireLane(lane: Lane): void {
  lane.span = undefined;
  const restBytes = lane.endBytes - lane.atBytes;
  if (lane.answer === undefined || lane.isClosed || restBytes > LIMITS.drainBytes) freeLane(lane);
  else lane.pull();
}
