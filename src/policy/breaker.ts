import type { Code } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { retryAfterMs } from './backoff.ts';

/** What one source has done lately. */
export interface Breaker {
  /** Failures in a row. */
  readonly failureCount: number;
  /** Failures in a row, of which a whole stall counts for several. */
  readonly strain: number;
  /** How often it was opened since the last success. */
  readonly openCount: number;
  /** Undefined: closed. Infinity: never to be asked again. */
  readonly openUntilMs: number | undefined;
}

export const CLOSED: Breaker = { failureCount: 0, strain: 0, openCount: 0, openUntilMs: undefined };

/** `trial`: one question decides whether it is closed or opened again. `final`: never again. */
export type Admission = 'closed' | 'trial' | 'open' | 'final';

const FAILURES_IN_A_ROW = 2;
/** A source with so much strain is not asked again in this run. A byte in between ends the count. */
const MOST_STRAIN = 8;
const STALL_STRAIN = 3;

/** Failures that may be over a moment later. All other codes are answers that stay. */
const HEALS: readonly Code[] = [
  'BODY.TRUNCATED',
  'BODY.RESET',
  'BODY.STALL',
  'BODY.SLOW',
  'HTTP.EMPTY',
  'HTTP.TTFB_STALL',
  'HTTP.SERVER',
  'HTTP.RATE_LIMIT',
  // It may still serve the whole file.
  'HTTP.RANGE',
  'DNS.SERVER',
  'DNS.TIMEOUT',
  'TCP.REFUSED',
  'TCP.TIMEOUT',
  'TCP.RESET',
  'TCP.NET_UNREACH',
  'TCP.HOST_UNREACH',
  'PROXY.UPSTREAM',
  'PROXY.STALL',
  'PROXY.CLOSED',
  'TLS.CLOSED',
  'TLS.HANDSHAKE_STALL',
];

/** A server that says itself that it is too busy, or has shown for a minute that it is too slow, is not asked twice. */
const OPENS_AT_ONCE: readonly Code[] = ['HTTP.SERVER', 'HTTP.RATE_LIMIT', 'BODY.SLOW'];

/** Whether a source may be asked now. */
export function admission({ openUntilMs }: Breaker, nowMs: number): Admission {
  if (openUntilMs === undefined) return 'closed';
  if (openUntilMs === Number.POSITIVE_INFINITY) return 'final';
  return nowMs < openUntilMs ? 'open' : 'trial';
}

/** After a question that was answered as it should be, to its end. */
export function afterSuccess(breaker: Breaker): Breaker {
  return admissionIsFinal(breaker) ? breaker : CLOSED;
}

/**
 * After a failure. A cut connection that had delivered something is no failure: servers that end every connection after some
 * megabytes are slow, not broken. Retry-After (RFC 9110, 10.2.3) keeps it open for that long.
 */
export function afterFailure(
  breaker: Breaker,
  failure: {
    readonly finding: Finding;
    readonly nowMs: number;
    /** It had delivered something since it was asked. */
    readonly hadProgress: boolean;
    /** Its answer contradicts what is known of the file. */
    readonly isMisfit: boolean;
    /** It was not waited for as long as it might have been, because others could go on. */
    readonly isGivenUpEarly?: boolean;
  },
): Breaker {
  const { finding, nowMs, hadProgress, isMisfit, isGivenUpEarly = false } = failure;
  const { code } = finding;
  const isFinal = !HEALS.includes(code) || (isMisfit && code !== 'HTTP.RANGE');
  if (isFinal || admissionIsFinal(breaker)) return { ...breaker, openUntilMs: Number.POSITIVE_INFINITY };
  if (hadProgress && (code === 'BODY.TRUNCATED' || code === 'BODY.RESET')) return { ...breaker, openUntilMs: undefined };
  const failureCount = breaker.failureCount + 1;
  const strain = breaker.strain + (code === 'BODY.STALL' && !isGivenUpEarly ? STALL_STRAIN : 1);
  if (strain >= MOST_STRAIN && !hadProgress) return { ...breaker, failureCount, strain, openUntilMs: Number.POSITIVE_INFINITY };
  const wasTrial = breaker.openUntilMs !== undefined;
  if (!wasTrial && failureCount < FAILURES_IN_A_ROW && !OPENS_AT_ONCE.includes(code)) return { ...breaker, failureCount, strain };
  const openMs = Math.min(LIMITS.breakerMs * 2 ** breaker.openCount, LIMITS.breakerMaxMs);
  return {
    failureCount,
    strain: hadProgress ? 0 : strain,
    openCount: breaker.openCount + 1,
    openUntilMs: nowMs + Math.max(openMs, retryAfterMs(finding)),
  };
}

/** Lets it be tried now, where nobody else is left. */
export function admitNow(breaker: Breaker, nowMs: number): Breaker {
  return admission(breaker, nowMs) === 'open' ? { ...breaker, openUntilMs: nowMs } : breaker;
}

function admissionIsFinal({ openUntilMs }: Breaker): boolean {
  return openUntilMs === Number.POSITIVE_INFINITY;
}
