import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { claimBytesFor, isTakeoverWorthwhile, segmentBytesFor } from '../policy/segments.ts';
import { allDown } from './all-down.ts';
import type { Known, Question } from './answer-fit.ts';
import { appendSpan, firstOrphan, frontier, isUnfinished, releaseSpan, type Span, setEnd } from './assembly.ts';
import type { Lane, Member } from './crew.ts';
import { type Delivery, patience, silenceMs } from './delivery.ts';
import { createLane, freeLane, retireLane } from './lane.ts';
import { isPromising, isUsable, memberAdmission } from './member.ts';
import { paceProblem } from './pace.ts';

/**
 * Gives every free member what there is to do: first what nobody fetches any more, then the next segment, then what a much slower
 * member has begun. One member does all until the team has joined. When nobody is left, they are asked again after a pause.
 */
export function shareWork(delivery: Delivery): void {
  while (delivery.end === 'open' && !delivery.isPausing) {
    const orphan = firstOrphan(delivery.assembly);
    const isIdle = ![...delivery.lanes].some(lane => lane.span !== undefined);
    if (!delivery.isJoined && (orphan === undefined || !isIdle)) return;
    const member = pickMember(delivery, isIdle ? orphan : undefined);
    if (member === undefined) {
      if (!isIdle || orphan === undefined) return;
      if (freeRetired(delivery)) continue;
      allDown(delivery, shareWork);
      return;
    }
    const span = orphan ?? claimNext(delivery, member) ?? takeOver(delivery, member);
    if (span === undefined) return;
    fetchSpan(delivery, member, span);
  }
}

/** Those whose part another took over, and who only read on to keep their connection, are needed again. False: there are none. */
function freeRetired({ lanes }: Delivery): boolean {
  const retired = [...lanes].filter(lane => lane.span === undefined);
  for (const lane of retired) {
    freeLane(lane);
    lanes.delete(lane);
  }
  return retired.length > 0;
}

/** The best of those who are free and may be asked. `last`: nobody else works, so one that only reads from the beginning will do. */
function pickMember({ crew, favourite, canSkip }: Delivery, last: Span | undefined): Member | undefined {
  let best: Member | undefined;
  for (const member of crew.members) {
    const state = member.lane === undefined ? memberAdmission(crew, member) : 'final';
    if (state !== 'closed' && state !== 'trial') continue;
    const mayReadAll = last !== undefined && (canSkip || last.atBytes === 0);
    if (!member.canRange && !mayReadAll) continue;
    if (best === undefined || isBetter(member, best, favourite)) best = member;
  }
  return best;
}

function isBetter(a: Member, b: Member, favourite: Member | undefined): boolean {
  if (a.canRange !== b.canRange) return a.canRange;
  if (a === favourite || b === favourite) return a === favourite;
  if (a.breaker.failureCount !== b.breaker.failureCount) return a.breaker.failureCount < b.breaker.failureCount;
  return (a.rate ?? 0) > (b.rate ?? 0);
}

/** The next part behind all others. Undefined when all is taken, or when the reader is too far behind. */
function claimNext(delivery: Delivery, member: Member): Span | undefined {
  const { assembly, crew } = delivery;
  const { endBytes, readAtBytes } = assembly;
  if (endBytes === Number.POSITIVE_INFINITY) return undefined;
  const count = crew.members.filter(other => other === member || isUsable(crew, other)).length;
  if (frontier(assembly) === endBytes && !shortenLast(delivery, count)) return undefined;
  const startBytes = frontier(assembly);
  if (startBytes >= readAtBytes + LIMITS.windowBytes) {
    delivery.wantsRoom = true;
    return undefined;
  }
  if (count === 1) return appendSpan(assembly, endBytes - startBytes);
  return appendSpan(assembly, claimBytesFor(segmentBytesFor(member, count), endBytes - startBytes, count));
}

/**
 * Cuts the last span, where its member would read to the end of the file, to the next segment. False when there is nothing to
 * share.
 */
function shortenLast({ assembly }: Delivery, memberCount: number): boolean {
  const last = assembly.spans.at(-1);
  const member = last?.lane?.member;
  if (last === undefined || member === undefined) return false;
  const keptBytes = segmentBytesFor(member, memberCount);
  if (last.endBytes - last.atBytes < 2 * keptBytes) return false;
  last.endBytes = last.atBytes + keptBytes;
  return true;
}

/** The rest of the oldest part whose owner would need much longer, from the byte where it stands. */
function takeOver(delivery: Delivery, member: Member): Span | undefined {
  const { assembly, crew, receiver } = delivery;
  if (!isPromising(crew, member)) return undefined;
  for (const span of assembly.spans) {
    const { lane } = span;
    if (lane === undefined || !isUnfinished(span)) continue;
    const standstillMs = standstillFor(delivery, { lane, helper: member });
    const isSilent = lane.waitingSinceMs !== undefined && silenceMs(delivery, lane) >= standstillMs;
    const rate = isSilent ? 0 : lane.answer === undefined ? undefined : lane.member.rate;
    if (!isTakeoverWorthwhile({ rate }, member, span.endBytes - span.atBytes)) continue;
    // One that stands still is not given the next part: it failed, and its part is shared anew by whoever hears of that.
    if (isSilent) {
      lane.isGivenUpEarly = true;
      receiver.onError(lane, paceProblem(crew, lane, standstillMs));
      return undefined;
    }
    // Two that send little at first would take it from each other for ever, and throw away what comes.
    if (span.takenOverAtBytes === span.atBytes) continue;
    span.takenOverAtBytes = span.atBytes;
    releaseSpan(assembly, span);
    retireLane(lane);
    if (lane.isClosed) delivery.lanes.delete(lane);
    return firstOrphan(assembly);
  }
  return undefined;
}

/** A helper that is known to deliver need not wait as long as one that may be no better. */
function standstillFor(delivery: Delivery, { lane, helper }: { readonly lane: Lane; readonly helper: Member }): number {
  const isKnown = helper.rate !== undefined && lane.member.breaker.failureCount > 0;
  return isKnown ? LIMITS.standstillMs : patience(delivery, lane, LIMITS.standstillMs);
}

function fetchSpan(delivery: Delivery, member: Member, span: Span): void {
  const { crew, receiver } = delivery;
  // From the first byte on, any version of the file will do: servers behind one name give different tags for the same one.
  const isFresh = span.atBytes === 0 && delivery.assembly.readAtBytes === 0;
  if (span.atBytes > 0 && crew.firstContributor !== undefined) crew.isPieced = true;
  const question = questionFor(delivery, member, span);
  const lane = createLane(crew, member, question);
  lane.receiver = receiver;
  lane.span = span;
  span.lane = lane;
  span.member = member;
  delivery.lanes.add(lane);
  const validator = isFresh ? undefined : member.validator;
  const known = (): Known => ({ sizeBytes: crew.sizeBytes, validator, canSkip: canSkip(delivery, lane) });
  lane
    .open(known)
    .then(() => onAnswered(delivery, lane))
    .catch((error: unknown) => {
      if (!lane.isClosed) receiver.onError(lane, error);
    });
}

/**
 * Whether a lane may begin before the place where its bytes are needed, and drop what comes before: the last resort, which is
 * taken where the whole file was asked for or no other member can go on.
 */
function canSkip(delivery: Delivery, { question, member }: Lane): boolean {
  const { crew, lanes } = delivery;
  if (question.kind === 'part' && !question.isRanged) return delivery.canSkip;
  const isAlone = [...lanes].every(lane => lane.member === member || lane.span === undefined);
  return delivery.canSkip && isAlone && !crew.members.some(other => other !== member && isUsable(crew, other));
}

function questionFor({ assembly, endBytes }: Delivery, { canRange, validator }: Member, span: Span): Question {
  const isWhole = span.atBytes === 0 && endBytes === undefined && span.endBytes === assembly.endBytes;
  const end = span.endBytes === Number.POSITIVE_INFINITY ? undefined : span.endBytes;
  const isRanged = canRange && !isWhole;
  return { kind: 'part', startBytes: span.atBytes, endBytes: end, isRanged, validator: isRanged ? validator : undefined };
}

/**
 * The answer of a lane has come: its body is read when somebody waits for it, or ahead of the reader. Throws BODY.TRUNCATED when the
 * file is shorter than what the reader wants of it.
 */
export function onAnswered(delivery: Delivery, lane: Lane): void {
  const { assembly, crew, endBytes } = delivery;
  const { sizeBytes } = crew;
  if (endBytes !== undefined && sizeBytes !== undefined && endBytes > sizeBytes) {
    lane.isMisfit = true;
    const evidence = { 'announced bytes': sizeBytes, 'expected bytes': endBytes };
    throw failure('BODY.TRUNCATED', { subject: lane.member.candidate.sourceId, evidence });
  }
  if (assembly.endBytes === Number.POSITIVE_INFINITY && sizeBytes !== undefined) setEnd(assembly, sizeBytes);
  if (delivery.isJoined || delivery.reader.waiter !== undefined) lane.pull();
}
