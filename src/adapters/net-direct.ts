import type { Code } from '../domain/catalogue.ts';
import { Failure } from '../domain/failure.ts';
import type { Clock, NetRequest } from '../ports/machine.ts';
import type { ClosableNet } from './lazy-net.ts';

/** The proxy itself is dead; what it answers (407, 403) is its word and is never bypassed. */
const DEAD: readonly Code[] = ['PROXY.REFUSED', 'PROXY.DNS', 'PROXY.STALL', 'PROXY.NOT_HTTP'];

/**
 * Input `allow-direct`: an exchange whose proxy is dead is made once more without one. The facts of the answer say so, and TLS is
 * verified as before.
 */
export function allowDirect({
  proxied,
  direct,
  clock,
}: {
  readonly proxied: ClosableNet;
  readonly direct: ClosableNet;
  readonly clock: Clock;
}): ClosableNet {
  return {
    async request(request, signal) {
      try {
        return await proxied.request(sparing(request, clock.monotonic()), signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Failure) || !DEAD.includes(error.code)) throw error;
        const answer = await direct.request(request, signal);
        return { ...answer, facts: { ...answer.facts, proxyReason: `allow-direct, because of ${error.code}` } };
      }
    },
    close() {
      proxied.close();
      direct.close();
    },
  };
}

/** A proxy that is silent to the end of the time would leave none for the direct way: it has half of it to show that it is alive. */
function sparing(request: NetRequest, nowMs: number): NetRequest {
  const { limits } = request;
  if (limits.untilMs === undefined) return request;
  const halfMs = (limits.untilMs - nowMs) / 2;
  const { lookupMs, proxyMs } = limits;
  return { ...request, limits: { ...limits, lookupMs: Math.min(lookupMs, halfMs), proxyMs: Math.min(proxyMs, halfMs) } };
}
