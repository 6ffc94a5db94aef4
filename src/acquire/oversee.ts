import { LIMITS } from '../domain/limits.ts';
import { isJoinWorthwhile } from '../policy/segments.ts';
import type { Lane, Member } from './crew.ts';
import { type Delivery, endDelivery, patience, silenceMs } from './delivery.ts';
import { isPromising, isUsable, noteProgress } from './member.ts';
import { forgive, paceProblem, sampleRate } from './pace.ts';
import { shareWork } from './share-work.ts';

/** Looks after a delivery from its first read to its end: rates, stalls, who helps. One timer, however many members and bytes. */
export function oversee(delivery: Delivery): void {
  const { crew, stop } = delivery;
  const { clock } = crew.wire;
  const { stallMs, minimumRateWindowMs } = crew.pace;
  const longestMs = Math.min(stallMs, minimumRateWindowMs);
  const watch = async (): Promise<void> => {
    let since = { atMs: clock.monotonic(), waitedMs: 0 };
    for (let pauseMs: number = LIMITS.joinAfterMs; ; pauseMs = LIMITS.sampleMs) {
      const shortMs = Math.min(pauseMs, longestMs);
      delivery.lookDueMs = clock.monotonic() + shortMs;
      await clock.sleep(shortMs, stop.signal);
      // What lies there unread is read in the next turn of the event loop, and only then may a source be judged.
      if (forgiveLateness(delivery)) await clock.sleep(0, stop.signal);
      since = look(delivery, since);
    }
  };
  watch().catch((error: unknown) => {
    if (!stop.signal.aborted) endDelivery(delivery, { error });
  });
}

/** Whether the look comes too late: nobody saw meanwhile what the sources sent. */
function forgiveLateness(delivery: Delivery): boolean {
  const nowMs = delivery.crew.wire.clock.monotonic();
  const lateMs = nowMs - delivery.lookDueMs;
  delivery.lookDueMs = Number.POSITIVE_INFINITY;
  if (lateMs > 0) for (const lane of delivery.lanes) forgive(lane, lateMs, nowMs);
  return lateMs > LIMITS.lateMs;
}

interface Since {
  readonly atMs: number;
  /** What the reader had waited until then. */
  readonly waitedMs: number;
}

function look(delivery: Delivery, since: Since): Since {
  const { crew, reader } = delivery;
  const nowMs = crew.wire.clock.monotonic();
  for (const lane of delivery.lanes) {
    sampleRate(lane, nowMs);
    noteProgress(crew, lane.member);
  }
  giveUpSlow(delivery);
  const waitedMs = reader.waitedMs + (reader.waiter === undefined ? 0 : nowMs - reader.waitingSinceMs);
  if (!delivery.isJoined && shouldJoin(delivery, (waitedMs - since.waitedMs) / Math.max(1, nowMs - since.atMs))) {
    delivery.isJoined = true;
    for (const lane of delivery.lanes) lane.pull();
  }
  if (delivery.isJoined) shareWork(delivery);
  return { atMs: nowMs, waitedMs };
}

/** Ends lanes that stall or are too slow; much earlier where another member could go on. */
function giveUpSlow(delivery: Delivery): void {
  const { crew, receiver } = delivery;
  for (const lane of [...delivery.lanes]) {
    if (lane.isClosed) continue;
    // Before the answer, the deadlines of the exchange hold; among others it has no longer than its body would have.
    const aloneMs = lane.answer === undefined ? Number.POSITIVE_INFINITY : crew.pace.stallMs;
    const amongOthersMs = patience(delivery, lane, LIMITS.stallAmongOthersMs);
    const limitMs = hasSubstitute(delivery, lane) ? amongOthersMs : aloneMs;
    const problem = paceProblem(crew, lane, limitMs);
    if (problem === undefined) continue;
    lane.isGivenUpEarly = limitMs < aloneMs && problem.code !== 'BODY.SLOW';
    receiver.onError(lane, problem);
  }
}

/** Whether another member could go on at once: one that does not stand still itself. */
function hasSubstitute(delivery: Delivery, { member }: Lane): boolean {
  const { crew } = delivery;
  const isMoving = ({ lane }: Member): boolean => lane === undefined || silenceMs(delivery, lane) < LIMITS.standstillMs;
  return crew.members.some(other => other !== member && isPromising(crew, other) && isMoving(other));
}

/** A source that cannot range must stop when others join, so it takes two of them to be worth it. */
function shouldJoin({ assembly, crew, lanes }: Delivery, waitShare: number): boolean {
  const [lane] = lanes;
  if (lane === undefined || assembly.endBytes === Number.POSITIVE_INFINITY) return false;
  const restBytes = assembly.endBytes - assembly.readAtBytes;
  if (!isJoinWorthwhile({ restBytes, rate: lane.member.rate, waitShare })) return false;
  const others = crew.members.filter(other => other !== lane.member && isUsable(crew, other)).length;
  return others >= (lane.member.canRange ? 1 : 2);
}
