import { fileURLToPath } from 'node:url';
import type { IndexRequest } from '../acquire/release-index.ts';
import { type Resolution, resolveVersion } from '../acquire/resolve-version.ts';
import type { Outcome } from '../domain/event.ts';
import { platformText } from '../domain/platform.ts';
import type { ListedRelease, Source } from '../domain/source.ts';
import { versionText } from '../domain/version.ts';
import type { Choice } from '../policy/choose-release.ts';
import { listFileDirectory } from '../sources/file-directory.ts';
import type { ReleaseTable } from '../verify/release-table.ts';
import { type Context, inPhase } from './context.ts';
import { readReleaseTable } from './proofs.ts';
import type { Request } from './request.ts';
import { openSources, type Sources } from './sources.ts';

export interface Resolved extends Pick<Resolution, 'candidates'> {
  readonly silent: ReadonlySet<string>;
}

/** The command `resolve`: says which version is meant and where that was learnt. Downloads nothing. */
export async function resolveOnly(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { request } = context;
  if (request === undefined) throw new Error('resolve was started without a request');
  const sources = await openSources(context, signal);
  await resolveRequest(context, { request, sources }, signal);
  return 'ok';
}

/** From the request to releases, newest first. Throws Failure VERSION.*. */
export async function resolveRequest(
  context: Context,
  { request, sources }: { readonly request: Request; readonly sources: Sources },
  signal: AbortSignal,
): Promise<Resolved> {
  return inPhase(context, 'resolve', async () => {
    // An exact version needs no list, and the shipped table is not loaded for it.
    const lists = request.spec.kind === 'exact' ? noLists(context) : await indexRequest(context, sources);
    const { candidates, warnings, index } = await resolveVersion({ ...lists, ...choiceOf(context, request) }, signal);
    for (const finding of warnings) context.emit({ type: 'finding', finding });
    const [{ version, learntFrom }] = candidates;
    context.emit({ type: 'resolved', version: versionText(version), platform: platformText(context.platform), learntFrom });
    return { candidates, silent: index?.silent ?? new Set() };
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
  const table = await readReleaseTable(context);
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
