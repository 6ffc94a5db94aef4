import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { afterSuccess } from '../policy/breaker.ts';
import { segmentBytesFor } from '../policy/segments.ts';
import { absorbNext, appendSpan, firstOrphan, frontier, isUnfinished, type Span, setEnd } from './assembly.ts';
import type { Lane } from './crew.ts';
import { type Delivery, serve } from './delivery.ts';
import { freeLane, retireLane } from './lane.ts';
import { isUsable } from './member.ts';
import { sampleRate } from './pace.ts';
import { shareWork } from './share-work.ts';

/** A piece of the body of a lane: into its span, the reader gets what it waits for, and the next piece is asked for. */
export function receiveBytes(delivery: Delivery, lane: Lane, bytes: Uint8Array): void {
  if (lane.span === undefined) {
    drain(delivery, lane, bytes.length);
    return;
  }
  const { span } = lane;
  // A source that only reads from the beginning: what the reader has already is dropped.
  const skippedBytes = Math.min(bytes.length, span.atBytes - lane.atBytes);
  lane.atBytes += skippedBytes;
  const excessBytes = store(delivery, { lane, span }, skippedBytes === 0 ? bytes : bytes.subarray(skippedBytes));
  if (excessBytes > 0 && lane.endBytes === span.endBytes) throw tooLong(lane);
  readOn(delivery, lane, excessBytes > 0);
  serve(delivery);
}

function drain(delivery: Delivery, lane: Lane, countBytes: number): void {
  lane.atBytes += countBytes;
  if (lane.atBytes > lane.endBytes) finishLane(delivery, lane, freeLane);
  else lane.pull();
}

/** Puts bytes into the span of the lane, and into those behind it that it may go on with. Gives how many had no place. */
function store(delivery: Delivery, { lane, span }: { readonly lane: Lane; readonly span: Span }, bytes: Uint8Array): number {
  let rest = bytes;
  while (rest.length > 0) {
    const part = rest.length <= span.endBytes - span.atBytes ? rest : rest.subarray(0, span.endBytes - span.atBytes);
    if (part.length > 0) {
      span.chunks.push(part);
      span.atBytes += part.length;
      lane.atBytes += part.length;
      lane.addedBytes += part.length;
    }
    if (part.length === rest.length) break;
    rest = rest.subarray(part.length);
    if (!extend(delivery, lane, span)) return rest.length;
  }
  if (span.atBytes > LIMITS.archiveBytes) {
    const evidence = {
      url: redactUrl(lane.answer?.url ?? ''),
      'received bytes': span.atBytes,
      'limit bytes': LIMITS.archiveBytes,
    };
    lane.isMisfit = true;
    throw failure('HTTP.TOO_LARGE', { subject: lane.member.candidate.sourceId, evidence });
  }
  return 0;
}

/** Asks for the next piece if somebody waits for it or there is room, and ends the lane when it has no more to do. */
function readOn(delivery: Delivery, lane: Lane, hasExcess: boolean): void {
  const { assembly, reader, isJoined } = delivery;
  const { span } = lane;
  if (span === undefined || lane.isClosed) return;
  const hasRoom = isWithinWindow(delivery, span);
  const isComplete = !isUnfinished(span);
  // The end of the body is read too: it frees the connection, or shows that more comes than was said.
  if (isComplete && lane.endBytes === span.endBytes) lane.pull();
  else if (isComplete && !hasExcess && !hasRoom && frontier(assembly) === span.endBytes) delivery.wantsRoom = true;
  else if (isComplete && (hasExcess || !extend(delivery, lane, span))) finishLane(delivery, lane, retireLane);
  else if (isJoined && hasRoom) lane.pull();
  else if (isJoined) delivery.wantsRoom = true;
  else if (reader.waiter !== undefined && span.chunks.length === 0) lane.pull();
}

/**
 * Whether bytes may be fetched ahead of the reader. A segment that began within the window is fetched to its end: a fast member that
 * had to pause in the middle of one could not take over from the slow member for which everybody waits.
 */
function isWithinWindow({ assembly }: Delivery, span: Span): boolean {
  const windowEnd = assembly.readAtBytes + LIMITS.windowBytes;
  return span.atBytes < windowEnd || (isUnfinished(span) && span.endBytes <= windowEnd + LIMITS.windowBytes / 4);
}

/** Lets a lane whose answer goes on do the next part as well, if nobody else does; older parts that nobody fetches come first. */
function extend(delivery: Delivery, lane: Lane, span: Span): boolean {
  const { assembly, crew, lanes } = delivery;
  if (lane.endBytes <= span.endBytes || span.endBytes === assembly.endBytes) return false;
  const orphan = firstOrphan(assembly);
  if (orphan !== undefined && orphan.endBytes <= span.startBytes && lanes.size === 1) return false;
  if (absorbNext(assembly, span)) return true;
  if (frontier(assembly) !== span.endBytes) return false;
  const others = crew.members.filter(other => other !== lane.member && isUsable(crew, other)).length;
  const bytes = others === 0 ? assembly.endBytes - span.endBytes : segmentBytesFor(lane.member, others + 1);
  appendSpan(assembly, bytes);
  return absorbNext(assembly, span);
}

/** The body of a lane came to its end, as HTTP framing says. Throws BODY.TRUNCATED when that is too early. */
export function receiveEnd(delivery: Delivery, lane: Lane): void {
  const { span, member } = lane;
  const { assembly } = delivery;
  if (span?.endBytes === Number.POSITIVE_INFINITY) {
    setEnd(assembly, span.atBytes);
    lane.endBytes = span.atBytes;
  }
  if (span !== undefined && isUnfinished(span)) {
    const subject = new URL(member.candidate.url).host;
    const evidence = { url: redactUrl(lane.answer?.url ?? ''), 'received bytes': span.atBytes, 'expected bytes': span.endBytes };
    throw failure('BODY.TRUNCATED', { subject, evidence });
  }
  member.breaker = afterSuccess(member.breaker);
  sampleRate(lane, delivery.crew.wire.clock.monotonic());
  finishLane(delivery, lane, freeLane);
  serve(delivery);
}

function finishLane(delivery: Delivery, lane: Lane, how: (lane: Lane) => void): void {
  if (lane.span !== undefined) lane.span.lane = undefined;
  how(lane);
  if (lane.isClosed) delivery.lanes.delete(lane);
  shareWork(delivery);
}

function tooLong(lane: Lane): Failure {
  lane.isMisfit = true;
  const subject = new URL(lane.member.candidate.url).host;
  return failure('BODY.TOO_LONG', {
    subject,
    evidence: { url: redactUrl(lane.answer?.url ?? ''), 'expected bytes': lane.endBytes },
  });
}

/** The reader has moved: members that waited for room go on. */
export function makeRoom(delivery: Delivery): void {
  if (!delivery.wantsRoom) return;
  delivery.wantsRoom = false;
  for (const lane of delivery.lanes) readOn(delivery, lane, false);
  shareWork(delivery);
}
