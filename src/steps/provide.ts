import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoVersion } from '../domain/version.ts';
import { checkDestination } from '../install/destination.ts';
import { withLock } from '../install/lock.ts';
import { destinationPlace, type Place, toolCachePlace } from '../install/place.ts';
import { sweepStaging } from '../install/staging.ts';
import { publish } from '../install/tool-store.ts';
import { isRefusal } from '../policy/fault.ts';
import { orderCandidates } from '../policy/order-sources.ts';
import { acquire } from './acquire.ts';
import type { Context } from './context.ts';
import { exhausted, notServed } from './exhausted.ts';
import { proveStanding } from './installed.ts';
import { openProofs, type Proofs } from './proofs.ts';
import type { Request } from './request.ts';
import { resolveRequest } from './resolve.ts';
import type { Sources } from './sources.ts';

/** A proved Go at its place. */
export interface Provided {
  readonly version: GoVersion;
  readonly root: string;
  readonly from: 'tool-cache' | 'download';
}

/** No source had it. `exists`: somebody who is believed knows this release. */
export interface NotProvided {
  readonly findings: readonly Finding[];
  readonly exists: boolean;
}

export function placeFor(context: Context, version: GoVersion): Place {
  const { destination, machine, platform } = context;
  if (destination !== undefined) return destinationPlace(destination);
  return toolCachePlace({ toolCache: machine.toolCache.directory, version, platform });
}

/**
 * Resolves the request and installs what it names. When no source hands out the newest match of a range, the next older one is
 * installed, with a warning; an exact version never changes. Throws Failure VERSION.*, the reasons of the attempts, FS.*.
 */
export async function provide(
  context: Context,
  { request, sources }: { readonly request: Request; readonly sources: Sources },
  signal: AbortSignal,
): Promise<Provided> {
  const { candidates, silent } = await resolveRequest(context, { request, sources }, signal);
  const nextAttempt = counter();
  const failed: NotProvided[] = [];
  for (const { version } of candidates.slice(0, LIMITS.fallbackVersionCount)) {
    const outcome = await provideVersion(context, { version, sources, silent, nextAttempt }, signal);
    if ('root' in outcome) return outcome;
    failed.push(outcome);
    // Only a refusal leads to an older release: a network fault or altered bytes would be the same there.
    if (!outcome.findings.some(({ code }) => isRefusal(code)) || outcome.findings.some(({ code }) => code === 'VER.TAMPERED'))
      break;
    if (request.spec.kind !== 'exact') context.emit({ type: 'finding', finding: notServed(context, version, 'warning') });
  }
  throw await exhausted(context, { request, sources, failed }, signal);
}

interface Wanted {
  readonly version: GoVersion;
  readonly sources: Sources;
  /** Ids of sources whose list could not be read just now. */
  readonly silent: ReadonlySet<string>;
  readonly nextAttempt: () => number;
}

/** One version, under the lock of its place: a second run waits, and then finds it. */
async function provideVersion(context: Context, wanted: Wanted, signal: AbortSignal): Promise<Provided | NotProvided> {
  const { machine, emit } = context;
  const { version } = wanted;
  const place = placeFor(context, version);
  const proofs = openProofs(context, wanted, signal);
  const standing = await proveStanding(context, { place, version, proofs: async () => proofs }, signal);
  if (standing.state === 'proved') return { version, root: place.root, from: 'tool-cache' };
  const randomName = (): string => machine.randomName();
  const [problem, ...problems] = await checkDestination({ place, files: machine.files, randomName });
  if (problem !== undefined) throw new Failure([problem, ...problems]);
  const lock = {
    path: place.lock,
    files: machine.files,
    clock: machine.clock,
    process: machine.process,
    randomName,
    waitMs: context.inputs.timeoutMs,
    onWaiting: (holder: string) => emit({ type: 'lock-waiting', holder }),
  };
  return withLock(lock, () => installLocked(context, { ...wanted, place, proofs }, signal), signal);
}

async function installLocked(
  context: Context,
  wanted: Wanted & { readonly place: Place; readonly proofs: Proofs },
  signal: AbortSignal,
): Promise<Provided | NotProvided> {
  const { machine, platform, emit, inputs } = context;
  const { place, version, proofs, sources, silent } = wanted;
  const target = { place, version, proofs: async () => proofs };
  await sweepStaging(place, machine);
  // Somebody else may have finished or repaired it while this run waited for the lock.
  const standing = await proveStanding(context, target, signal);
  if (standing.state === 'proved') return { version, root: place.root, from: 'tool-cache' };
  const all = orderCandidates({ sources: sources.archives, version, platform, silent });
  const candidates = inputs.offline ? all.filter(({ url }) => url.startsWith('file:')) : all;
  const outcome = await acquire(context, { ...wanted, candidates }, signal);
  if ('findings' in outcome) return { findings: outcome.findings, exists: (await proofs.receipt()) !== undefined };
  const { stage, proof } = outcome;
  const receipt = await proofs.receipt();
  const options = { place, stage, files: machine.files, randomName: () => machine.randomName(), receipt };
  const { published } = await publish({ ...options, replace: standing.state !== 'absent' });
  if (!published && (await proveStanding(context, target, signal)).state !== 'proved') {
    throw new Error(`another tree stands at ${place.root} although the lock is held`);
  }
  emit({ type: 'proved', proof });
  return { version, root: place.root, from: published ? 'download' : 'tool-cache' };
}

function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}
