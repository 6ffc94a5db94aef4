import { LIMITS } from '../domain/limits.ts';

/** Sources that are asked one beside the other until one has answered. */
export interface Hedge {
  /** Have been asked and have not answered. */
  readonly pendingCount: number;
  /** Have not been asked yet. */
  readonly waitingCount: number;
  /** Until all are given up. */
  readonly leftMs: number;
}

/**
 * How long after the last question the next source is asked too. A source that waits alone gets longer, so that a usual first byte over
 * a long way (0.3 s) costs no second connection. Where there are many sources, or little time is left, all delays are shortened alike, so
 * that the last one has LIMITS.answerLeastMs.
 */
export function hedgeDelayMs(hedge: Hedge): number {
  const usualMs = usualDelayMs(hedge.pendingCount);
  const allMs = untilLastMs(hedge);
  const share = allMs === 0 ? 1 : (hedge.leftMs - LIMITS.answerLeastMs) / allMs;
  return Math.round(usualMs * Math.min(1, Math.max(0, share)));
}

/**
 * How long a source that is asked now may take to its last header byte, `pendingCount` and `waitingCount` without itself: among others,
 * as long as the last of them; alone, all that is left.
 */
export function answerBudgetMs(hedge: Hedge): number {
  if (hedge.pendingCount + hedge.waitingCount === 0) return hedge.leftMs;
  const lastAskedMs = untilLastMs({ ...hedge, pendingCount: hedge.pendingCount + 1 });
  return Math.min(hedge.leftMs, lastAskedMs + LIMITS.answerAmongOthersMs);
}

function usualDelayMs(pendingCount: number): number {
  if (pendingCount === 0) return 0;
  return pendingCount === 1 ? LIMITS.hedgeFirstMs : LIMITS.hedgeNextMs;
}

/** Until the last source is asked, if all delays are as usual. */
function untilLastMs({ pendingCount, waitingCount }: Hedge): number {
  return waitingCount === 0 ? 0 : usualDelayMs(pendingCount) + (waitingCount - 1) * LIMITS.hedgeNextMs;
}
