import { type IndexRequest, readReleaseIndex } from '../acquire/release-index.ts';
import { type Resolution, resolveVersion } from '../acquire/resolve-version.ts';
import type { Code } from '../domain/catalogue.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { platformOfRelease, platformText } from '../domain/platform.ts';
import { versionText } from '../domain/version.ts';
import { type Choice, type Chosen, chooseReleases } from '../policy/choose-release.ts';
import { type Context, inPhase } from './context.ts';
import { offlineNotFound } from './offline-not-found.ts';
import { noRequest, type Request } from './request.ts';
import { openSources, type Sources } from './sources.ts';
import { type Heard, indexRequest, keptListing, listen } from './version-lists.ts';

export interface Resolved extends Pick<Resolution, 'candidates'>, Heard {}

/**
 * The command `resolve`: says which version is meant and where that was learnt. Downloads nothing, so an exact version is looked up
 * in the lists too. Throws Failure VERSION.*.
 */
export async function resolveOnly(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { request } = context;
  if (request === undefined) throw noRequest();
  const sources = await openSources(context, signal);
  if (request.spec.kind === 'exact') await lookUpExact(context, { request, sources }, signal);
  else await resolveRequest(context, { request, sources }, signal);
  return 'ok';
}

async function lookUpExact(context: Context, wanted: Wanted, signal: AbortSignal): Promise<void> {
  await inPhase(context, 'resolve', async () => {
    const index = await readReleaseIndex(await indexRequest(context, wanted.sources), signal);
    try {
      announce(context, chooseReleases(choiceOf(context, wanted.request), index));
    } catch (error) {
      if (!context.inputs.offline || !isUnlisted(error)) throw error;
      throw new Failure([await offlineNotFound(context, wanted, signal)]);
    }
  });
}

interface Wanted {
  readonly request: Request;
  readonly sources: Sources;
}

/** From the request to releases, newest first. Throws Failure VERSION.*. */
export async function resolveRequest(context: Context, { request, sources }: Wanted, signal: AbortSignal): Promise<Resolved> {
  return inPhase(context, 'resolve', async () => {
    const ear = listen(context, sources.archives);
    // An exact version needs no list, and the shipped table is not loaded for it.
    const isExact = request.spec.kind === 'exact';
    const resolution = await (isExact
      ? resolveVersion({ ...noLists(context), ...choiceOf(context, request) }, signal)
      : resolveByLists(ear.context, { request, sources }, signal));
    announce(context, resolution);
    return { candidates: resolution.candidates, ...ear.heard() };
  });
}

/** What a list does not know may stand in another. */
const UNLISTED: readonly Code[] = ['VERSION.NO_SOURCE', 'VERSION.UNKNOWN'];

function isUnlisted(error: unknown): error is Failure {
  return error instanceof Failure && UNLISTED.includes(error.code);
}

type Search = Wanted & { readonly all: IndexRequest & Choice };

/** Which lists are asked, and in which order, is what this decides; a complete one is kept for runs that can read none. */
async function resolveByLists(context: Context, wanted: Wanted, signal: AbortSignal): Promise<Resolution> {
  const { request, sources } = wanted;
  const kept = keptListing(context, { isWritable: true });
  const search = { ...wanted, all: { ...(await indexRequest(context, sources)), ...choiceOf(context, request), kept } };
  if (context.inputs.offline) return resolveOffline(context, search, signal);
  const isForeign = sources.archives.some(({ kind }) => kind !== 'custom' && kind !== 'file');
  if (isForeign || sources.archives.length === 0) return resolveVersion(search.all, signal);
  return resolveOwn(context, search, signal);
}

/** The same without the list that an earlier run kept, which only says that a release exists somewhere. */
function onlyLists({ kept: _, ...request }: Search['all']): Search['all'] {
  return { ...request, table: undefined };
}

/**
 * What stands in local directories counts first: the table and the list that was kept know newer releases, which cannot be had. Throws
 * OFFLINE.NOT_FOUND for a request that nobody here knows.
 */
async function resolveOffline(context: Context, search: Search, signal: AbortSignal): Promise<Resolution> {
  for (const request of [onlyLists(search.all), search.all]) {
    try {
      return await resolveVersion(request, signal);
    } catch (error) {
      if (!isUnlisted(error)) throw error;
    }
  }
  throw new Failure([await offlineNotFound(context, search, signal)]);
}

/**
 * Sources of the user say themselves what they have. Where they have no list, or none that holds the request, the public lists and
 * the shipped table say which release is meant, and the bytes still come from the user's sources (with setup-go a range without a
 * list, and an alias, is an error there). The public lists are asked meanwhile when the user's own are late.
 */
async function resolveOwn(context: Context, search: Search, signal: AbortSignal): Promise<Resolution> {
  const byPublicLists = resolveBeside(context, search, signal);
  try {
    return await resolveVersion(onlyLists(search.all), signal);
  } catch (error) {
    if (!isUnlisted(error)) throw error;
    return await byPublicLists.needed().catch((second: unknown) => {
      // Where no public list can be read, what the user's own one said counts: it names the nearest releases.
      const isSilent = second instanceof Failure && second.code === 'VERSION.NO_SOURCE' && error.code === 'VERSION.UNKNOWN';
      throw isSilent && !signal.aborted ? error : second;
    });
  } finally {
    await byPublicLists.stop();
  }
}

/** Resolves by the public lists, from LIMITS.publicListsAfterMs on or as soon as that is needed; until it is told to stop. */
function resolveBeside(
  { machine }: Context,
  { all, sources }: Search,
  signal: AbortSignal,
): { needed(): Promise<Resolution>; stop(): Promise<void> } {
  const start = new AbortController();
  const stop = new AbortController();
  const wanted = AbortSignal.any([signal, stop.signal]);
  const ignore = (): void => undefined;
  const late = machine.clock.sleep(LIMITS.publicListsAfterMs, AbortSignal.any([signal, start.signal])).catch(ignore);
  const resolution = late.then(() => {
    wanted.throwIfAborted();
    return resolveVersion({ ...all, sources: sources.lists }, wanted);
  });
  const settled = resolution.then(ignore, ignore);
  return {
    needed: () => {
      start.abort();
      return resolution;
    },
    // Nothing may go on, or speak, once its caller has ended.
    stop: () => {
      stop.abort();
      start.abort();
      return settled;
    },
  };
}

function announce({ emit, platform }: Context, { candidates, warnings }: Chosen): void {
  for (const finding of warnings) emit({ type: 'finding', finding });
  const [{ version, learntFrom }] = candidates;
  emit({
    type: 'resolved',
    version: versionText(version),
    platform: platformText(platformOfRelease(platform, version)),
    learntFrom,
  });
}

export function choiceOf(context: Context, request: Request): Choice {
  const { minGoVersion } = context.inputs;
  return { spec: request.spec, platform: context.platform, minGoVersion, belowMinimum: request.isGoLine ? 'warning' : 'error' };
}

function noLists({ machine, emit }: Context): IndexRequest {
  return { wire: machine, sources: [], table: undefined, emit };
}
