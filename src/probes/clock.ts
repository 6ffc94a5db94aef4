import type { ClockFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import type { ServedDate } from '../ports/probe-net.ts';
import { hasTime, type Pass, stepMs, type Walk } from './pass.ts';

/** What a wrong clock of this machine looks like to OpenSSL. */
const TIME_ERRORS = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/**
 * This machine's clock against those of the hosts that answered, one offset a host; positive where this machine is ahead. Hosts whose
 * certificate is refused for its time are asked for their Date alone, or a wrong clock could never be told from an old certificate.
 */
export async function lookAtClock(
  parts: { readonly pass: Pass; readonly walks: readonly Walk[]; readonly builtMs: number },
  signal: AbortSignal,
): Promise<ClockFacts> {
  const { pass, walks, builtMs } = parts;
  const dates = new Map<string, ServedDate>();
  const refused = new Map<string, Walk>();
  for (const walk of walks) {
    const { host } = walk.target;
    // After a redirect another host has answered: then this is not the clock of the target, but a clock all the same.
    if (walk.served !== undefined && !dates.has(host)) dates.set(host, walk.served);
    if (TIME_ERRORS.has(walk.target.handshakes[0]?.code ?? '') && !refused.has(host)) refused.set(host, walk);
  }
  const asked = hasTime(pass) ? [...refused].slice(0, PROBE_LIMITS.dateHostCount) : [];
  await Promise.all(
    asked.map(async ([host, { way, url }]) => {
      if (way === undefined || dates.has(host)) return;
      const served = await pass.net.date({ way, url: url.href, ms: stepMs(pass, PROBE_LIMITS.variantMs) }, signal);
      if (served !== undefined) dates.set(host, served);
    }),
  );
  const offsets = [...dates].map(([host, { dateMs, atMs }]) => ({ host, offsetMs: Math.round(atMs - dateMs) }));
  return { nowMs: pass.clock.now(), builtMs, offsets };
}
