import { fileURLToPath } from 'node:url';
import { type IndexRequest, readReleaseIndex } from '../acquire/release-index.ts';
import { type Resolution, resolveVersion } from '../acquire/resolve-version.ts';
import type { Code } from '../domain/catalogue.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { platformOfRelease, platformText } from '../domain/platform.ts';
import type { ListedRelease, Source } from '../domain/source.ts';
import { versionText } from '../domain/version.ts';
import { type Choice, type Chosen, chooseReleases } from '../policy/choose-release.ts';
import { listFileDirectory } from '../sources/file-directory.ts';
import type { ReleaseTable } from '../verify/release-table.ts';
import { type Context, inPhase } from './context.ts';
import { noRequest, type Request } from './request.ts';
import { openSources, type Sources } from './sources.ts';

export interface Resolved extends Pick<Resolution, 'candidates'> {
  readonly silent: ReadonlySet<string>;
}

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
    announce(context, chooseReleases(choiceOf(context, wanted.request), index));
  });
}

interface Wanted {
  readonly request: Request;
  readonly sources: Sources;
}

/** From the request to releases, newest first. Throws Failure VERSION.*. */
export async function resolveRequest(context: Context, { request, sources }: Wanted, signal: AbortSignal): Promise<Resolved> {
  return inPhase(context, 'resolve', async () => {
    // An exact version needs no list, and the shipped table is not loaded for it.
    const isExact = request.spec.kind === 'exact';
    const resolution = await (isExact
      ? resolveVersion({ ...noLists(context), ...choiceOf(context, request) }, signal)
      : resolveByLists(context, { request, sources }, signal));
    announce(context, resolution);
    return { candidates: resolution.candidates, silent: resolution.index?.silent ?? new Set() };
  });
}

/** What a list does not know may stand in another. */
const UNLISTED: readonly Code[] = ['VERSION.NO_SOURCE', 'VERSION.UNKNOWN'];

/**
 * Sources of the user say themselves what they have. Where they have no list, or none that holds the request, the public lists and
 * the shipped table say which release is meant, and the bytes still come from the user's sources (with setup-go a range without a
 * list, and an alias, is an error there).
 */
async function resolveByLists(context: Context, { request, sources }: Wanted, signal: AbortSignal): Promise<Resolution> {
  const own = { ...(await indexRequest(context, sources)), ...choiceOf(context, request) };
  const isForeign = sources.archives.some(({ kind }) => kind !== 'custom' && kind !== 'file');
  if (isForeign || sources.archives.length === 0 || context.inputs.offline) return resolveVersion(own, signal);
  try {
    return await resolveVersion({ ...own, table: undefined }, signal);
  } catch (error) {
    if (!(error instanceof Failure) || !UNLISTED.includes(error.code)) throw error;
    return resolveVersion({ ...own, sources: sources.lists }, signal).catch((second: unknown) => {
      // Where no public list can be read, what the user's own one said counts: it names the nearest releases.
      const isSilent = second instanceof Failure && second.code === 'VERSION.NO_SOURCE' && error.code === 'VERSION.UNKNOWN';
      throw isSilent && !signal.aborted ? error : second;
    });
  }
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

/** What is asked for lists: the sources, the directories of archives, and the shipped table. */
export async function indexRequest(context: Context, sources: Sources): Promise<IndexRequest> {
  const { machine, emit, inputs } = context;
  const table = await context.releaseTable();
  return {
    wire: machine,
    sources: inputs.offline ? [] : sources.archives,
    table: table === undefined ? undefined : releasesOf(table),
    fileLists: await readDirectories(context, sources.archives),
    emit,
  };
}

function releasesOf(table: ReleaseTable): readonly ListedRelease[] {
  return table.knownVersions.map(version => ({ version, stable: version.prerelease === undefined, files: table.files(version) }));
}

async function readDirectories(
  { machine, inputs }: Context,
  sources: readonly Source[],
): Promise<NonNullable<IndexRequest['fileLists']>> {
  const directories = inputs.sources.filter(spec => spec.kind === 'base' && spec.url.startsWith('file:'));
  const ids = sources.filter(({ kind }) => kind === 'file').map(({ id }) => id);
  return Promise.all(
    directories.map(async (spec, index) => {
      const names = spec.kind === 'base' ? await machine.files.list(fileURLToPath(spec.url)) : [];
      return { source: ids[index] ?? 'file', releases: listFileDirectory(names) };
    }),
  );
}
