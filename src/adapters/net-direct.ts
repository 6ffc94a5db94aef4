import type { Code } from '../domain/catalogue.ts';
import { Failure } from '../domain/failure.ts';
import type { Net } from '../ports/machine.ts';

/** The proxy itself is dead; what it answers (407, 403) is its word and is never bypassed. */
const DEAD: readonly Code[] = ['PROXY.REFUSED', 'PROXY.DNS', 'PROXY.STALL', 'PROXY.NOT_HTTP'];

/**
 * Input `allow-direct`: an exchange whose proxy is dead is made once more without one. The facts of the answer say so, and TLS is
 * verified as before.
 */
export function allowDirect(proxied: Net, direct: Net): Net {
  return {
    async request(request, signal) {
      try {
        return await proxied.request(request, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Failure) || !DEAD.includes(error.code)) throw error;
        const answer = await direct.request(request, signal);
        return { ...answer, facts: { ...answer.facts, proxyReason: `allow-direct, because of ${error.code}` } };
      }
    },
  };
}
