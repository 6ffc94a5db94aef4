import { CATALOGUE } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';

/** Whether the same source may succeed a moment later (exit code 75: a server error, a cut body, a rate limit). */
export function isTemporary({ code }: Finding): boolean {
  return CATALOGUE[code].exit === 75 && code !== 'BUDGET.TOTAL' && !code.startsWith('SELF.');
}

/**
 * How long to wait before the sources that failed for a moment are asked again; `round` counts from 1. Undefined: no more. The
 * longest Retry-After (RFC 9110, 10.2.3) among the failures is kept where it is short enough. Full jitter over the upper half, so
 * that the jobs of one matrix do not come back together. `random` is 0 to 1.
 */
export function backoffMs(round: number, failures: readonly Finding[], random: number): number | undefined {
  const baseMs = LIMITS.backoffMs[round - 1];
  if (baseMs === undefined || !failures.some(isTemporary)) return undefined;
  const asked = failures.map(retryAfterMs).filter(ms => ms <= LIMITS.retryAfterMs);
  return Math.max(Math.round(baseMs * (0.5 + random / 2)), ...asked);
}

/** What the server asked for (RFC 9110, 10.2.3); 0 when it did not. */
export function retryAfterMs({ evidence }: Finding): number {
  const seconds = Number(evidence.find(({ name }) => name === 'retry after seconds')?.value ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
}
