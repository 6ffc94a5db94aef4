import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { homeOf, linkHome } from '../install/drive.ts';
import { publish } from '../install/publish.ts';
import { isRefusal } from '../policy/fault.ts';
import { orderCandidates } from '../policy/order-sources.ts';
import { ownBase } from '../sources/floating.ts';
import { acquire } from './acquire.ts';
import { discardUnpublished, type Staged, type Target } from './attempt.ts';
import type { Context } from './context.ts';
import { exhausted, notServed } from './exhausted.ts';
import { proveStanding } from './installed.ts';
import { provideBuild } from './private-build.ts';
import { openProofs, type Proofs } from './proofs.ts';
import { forRelease, type NotProvided, type Provided, placeFor } from './provided.ts';
import type { Request } from './request.ts';
import { resolveRequest } from './resolve.ts';
import type { Sources } from './sources.ts';
import { seal } from './standing-tree.ts';
import { underLock } from './under-lock.ts';
import type { Heard } from './version-lists.ts';
import { withSpool } from './with-spool.ts';

/**
 * Resolves the request and installs what it names. When no source hands out the newest match of a range, the next older one is
 * installed, with a warning; an exact version never changes. Throws Failure VERSION.*, the reasons of the attempts, FS.*.
 */
export async function provide(
  context: Context,
  { request, sources }: { readonly request: Request; readonly sources: Sources },
  signal: AbortSignal,
): Promise<Provided> {
  const { candidates, ...heard } = await resolveRequest(context, { request, sources }, signal);
  const nextAttempt = counter();
  const failed: NotProvided[] = [];
  for (const { version } of candidates.slice(0, LIMITS.fallbackVersionCount)) {
    const outcome = await provideVersion(context, { version, sources, ...heard, nextAttempt }, signal);
    if ('root' in outcome) return outcome;
    failed.push(outcome);
    // Only a refusal leads to an older release: a network fault or altered bytes would be the same there.
    if (!outcome.findings.some(({ code }) => isRefusal(code)) || outcome.findings.some(({ code }) => code === 'VER.TAMPERED'))
      break;
    if (request.spec.kind !== 'exact') context.emit({ type: 'finding', finding: notServed(context, version, 'warning') });
  }
  throw await exhausted(context, { request, sources, failed }, signal);
}

interface Wanted extends Heard {
  readonly version: GoVersion;
  readonly sources: Sources;
  readonly nextAttempt: () => number;
}

/** One version, under the lock of its place: a second run waits, and then finds it. */
async function provideVersion(outer: Context, wanted: Wanted, signal: AbortSignal): Promise<Provided | NotProvided> {
  const { version } = wanted;
  const context = forRelease(outer, version);
  const { files, env, platform } = context.machine;
  const place = placeFor(context, version);
  const proofs = openProofs(context, wanted, signal);
  const standing = await proveStanding(context, { place, version, proofs: async () => proofs }, signal);
  if (standing.state === 'proved') return { version, root: place.root, from: 'tool-cache' };
  const base = ownBase(context.inputs);
  if (base !== undefined && !(await isPublished(context, wanted, proofs))) {
    const candidates = orderCandidates({ ...wanted, sources: wanted.sources.archives, platform: context.platform });
    return provideBuild(context, { ...wanted, base, candidates }, signal);
  }
  const home = await homeOf(place, { files, env, os: platform.os });
  const all = orderCandidates({ ...wanted, sources: wanted.sources.archives, platform: context.platform });
  const candidates = context.inputs.offline ? all.filter(({ url }) => url.startsWith('file:')) : all;
  const locked = { ...wanted, place: home, proofs, candidates };
  const work = (): Promise<Provided | NotProvided> =>
    withSpool(context, { ...locked, work: spool => installLocked(context, { ...locked, spool }, signal) });
  const outcome = await underLock(context, { place: home, work }, signal);
  if (home === place || 'findings' in outcome) return outcome;
  await linkHome(place, home, files);
  return { ...outcome, root: place.root, place: home };
}

/** Whether anybody but the source itself vouches for this release. */
async function isPublished(context: Context, { sources, version }: Wanted, proofs: Proofs): Promise<boolean> {
  // What the shipped table says costs no time.
  const candidates = sources.archives.flatMap(source => source.candidate(version, context.platform) ?? []);
  for (const candidate of candidates) if ((await proofs.ofFile(candidate)) !== undefined) return true;
  try {
    await proofs.ofInstalled();
    return true;
  } catch (error) {
    if (!(error instanceof Failure) || !error.code.startsWith('SUM.')) throw error;
    return false;
  }
}

async function installLocked(
  context: Context,
  wanted: Wanted & Target & { readonly candidates: readonly Candidate[] },
  signal: AbortSignal,
): Promise<Provided | NotProvided> {
  const { place, version, proofs } = wanted;
  const target = { place, version, proofs: async () => proofs };
  // Somebody else may have finished or repaired it while this run waited for the lock.
  const standing = await proveStanding(context, target, signal);
  if (standing.state === 'proved') return { version, root: place.root, from: 'tool-cache' };
  const outcome = await acquire(context, wanted, signal);
  if ('findings' in outcome) {
    const { findings } = outcome;
    // Where every source failed in another way than to say that there is no such file, nobody asks who knows better.
    const isDecided = findings.length > 0 && !findings.some(({ code }) => isRefusal(code));
    return { findings, exists: !isDecided && (await proofs.receipt()) !== undefined };
  }
  const replace = standing.state !== 'absent';
  return discardUnpublished(context, outcome, publishStaged(context, { ...target, staged: outcome, replace }, signal));
}

async function publishStaged(
  context: Context,
  work: Parameters<typeof proveStanding>[1] & { readonly staged: Staged; readonly replace: boolean },
  signal: AbortSignal,
): Promise<Provided> {
  const { machine, emit } = context;
  const { place, version, staged, replace } = work;
  const { stage, proof } = staged;
  const receipt = await (await work.proofs()).receipt();
  const randomName = (): string => machine.randomName();
  const { published } = await publish({ place, stage, files: machine.files, randomName, receipt, replace });
  if (!published && (await proveStanding(context, work, signal)).state !== 'proved') {
    throw new Error(`another tree stands at ${place.root} although the lock is held`);
  }
  if (published) await seal(context, { place, version, proof, paths: staged.sealed });
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
