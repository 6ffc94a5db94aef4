import { LIMITS } from '../domain/limits.ts';
import type { GoVersion } from '../domain/version.ts';
import type { Clock } from '../ports/machine.ts';

/** No line of Go has had so many patches that a list lacked. */
const ROUND_COUNT = 8;

export interface PatchProbe {
  readonly newest: GoVersion;
  readonly clock: Clock;
  /** Resolves false for no and for not known; rejects only for a defect or the outer signal. */
  exists(version: GoVersion, signal: AbortSignal): Promise<boolean>;
}

/**
 * Looks behind the newest patch that a list names: +1 and +2 at once, until neither exists (measured: a filtered proxy's list
 * lacked releases that it serves, and one of two neighbours may be refused). The newest that is known when
 * LIMITS.patchProbeMs are over. A prerelease is returned as it is.
 */
export async function probeNewerPatch(probe: PatchProbe, signal: AbortSignal): Promise<GoVersion> {
  if (probe.newest.prerelease !== undefined) return probe.newest;
  const done = new AbortController();
  const over = new AbortController();
  const budget = probe.clock.sleep(LIMITS.patchProbeMs, done.signal).then(
    () => over.abort(),
    () => undefined,
  );
  const until = AbortSignal.any([signal, over.signal]);
  let best = probe.newest;
  try {
    for (let round = 0; round < ROUND_COUNT && !until.aborted; round += 1) {
      const next = await Promise.race([newerOf(probe, best, until), budget]);
      if (next === undefined) break;
      best = next;
    }
  } finally {
    done.abort();
  }
  signal.throwIfAborted();
  return best;
}

/** The newer of the next two patches that exists. */
async function newerOf(probe: PatchProbe, version: GoVersion, signal: AbortSignal): Promise<GoVersion | undefined> {
  const [two, one] = [2, 1].map(step => ({ ...version, patch: version.patch + step }));
  if (one === undefined || two === undefined) return undefined;
  const [hasTwo, hasOne] = await Promise.all([probe.exists(two, signal), probe.exists(one, signal)]);
  if (hasTwo) return two;
  return hasOne ? one : undefined;
}
