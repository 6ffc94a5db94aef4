import { join } from 'node:path';
import { createListingStore, type ListingStore } from '../acquire/kept-listing.ts';
import { type IndexRequest, isSilence } from '../acquire/release-index.ts';
import type { EventBody } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { platformOfRelease } from '../domain/platform.ts';
import { PRODUCT } from '../domain/product.ts';
import { redactUrl } from '../domain/redact.ts';
import type { ListedRelease, Listing, Source } from '../domain/source.ts';
import { listFileDirectory } from '../sources/file-directory.ts';
import type { ReleaseTable } from '../verify/release-table.ts';
import type { Context } from './context.ts';
import { pathOf } from './local-path.ts';
import type { Sources } from './sources.ts';

type FileLists = NonNullable<IndexRequest['fileLists']>;

/** What asking for version lists has shown of the sources: who is asked later, and for how long. */
export interface Heard {
  /** Ids of those that could not be reached at all. */
  readonly silent: ReadonlySet<string>;
  /** Ids of those whose list was read. */
  readonly alive: ReadonlySet<string>;
  /** How long the lists of the sources were waited for, if all of them were silent; else 0. */
  readonly vainMs: number;
}

/** A context whose events are listened to, and what was heard in them of these sources until now. */
export function listen(context: Context, sources: readonly Source[]): { readonly context: Context; heard(): Heard } {
  const { clock } = context.machine;
  const startMs = clock.monotonic();
  const ids = new Set(sources.map(({ id }) => id));
  const silent = new Set<string>();
  const others = new Set<string>();
  const alive = new Set<string>();
  const note = (event: EventBody): void => {
    if (event.type !== 'listing-read' || !ids.has(event.source) || !/^https?:/iu.test(event.url)) return;
    const { code, source } = event;
    if (code === undefined) alive.add(source);
    else if (isSilence(code)) silent.add(source);
    else others.add(source);
  };
  const emit = (event: EventBody): void => {
    note(event);
    context.emit(event);
  };
  const heard = (): Heard => {
    const isVain = silent.size > 0 && alive.size === 0 && others.size === 0;
    return { silent, alive, vainMs: isVain ? clock.monotonic() - startMs : 0 };
  };
  return { context: { ...context, emit }, heard };
}

/** What is asked for lists: the sources, what local directories hold, the shipped table, and the list that was kept. */
export async function indexRequest(context: Context, sources: Sources): Promise<IndexRequest> {
  const { machine, emit, inputs } = context;
  const table = await context.releaseTable();
  return {
    wire: machine,
    sources: inputs.offline ? [] : sources.archives,
    table: table === undefined ? undefined : releasesOf(table),
    fileLists: await readFileLists(context, sources.archives),
    kept: keptListing(context, { isWritable: false }),
    emit,
  };
}

/**
 * The list that earlier runs kept, in a directory of our own in the tool cache, where @actions/tool-cache does not look for a Go
 * (`<tool cache>/go`). A run with a destination reads it and writes nothing: its user named the place where things may be put.
 */
export function keptListing({ machine, destination }: Context, mode: { readonly isWritable: boolean }): ListingStore {
  const { files, clock, toolCache } = machine;
  return createListingStore({
    directory: join(toolCache.directory, PRODUCT.name),
    files,
    clock,
    randomName: () => machine.randomName(),
    isWritable: mode.isWritable && destination === undefined,
  });
}

function releasesOf(table: ReleaseTable): readonly ListedRelease[] {
  return table.knownVersions.map(version => ({ version, stable: version.prerelease === undefined, files: table.files(version) }));
}

/** What stands on this machine: the archives of each directory, and the list of each module proxy that is a directory. */
async function readFileLists(context: Context, sources: readonly Source[]): Promise<FileLists> {
  const lists = await Promise.all([readDirectories(context, sources), readLocalProxies(context, sources)]);
  return lists.flat();
}

async function readDirectories(context: Context, sources: readonly Source[]): Promise<FileLists> {
  const { machine } = context;
  // A template with a file address has no directory to list, and an exported directory says itself what it has.
  const directories = sources.filter(
    ({ kind, id, listing }) => kind === 'file' && id.startsWith('file') && listing() === undefined,
  );
  return Promise.all(
    directories.map(async ({ id, title }) => {
      const path = pathOf(title);
      const names = path === undefined ? [] : await machine.files.list(path);
      return { source: id, releases: forPlatform(context, listFileDirectory(names)) };
    }),
  );
}

/** Of GOPROXY=file:///…: the layout is that of a server, and so is the list. A list that cannot be read is an event, and no more. */
async function readLocalProxies(context: Context, sources: readonly Source[]): Promise<FileLists> {
  const lists = await Promise.all(
    sources.map(async source => {
      const listing = source.listing();
      const path = listing === undefined ? undefined : pathOf(listing.url);
      return listing === undefined || path === undefined ? [] : readLocalList(context, { source, listing, path });
    }),
  );
  return lists.flat();
}

async function readLocalList(
  context: Context,
  local: { readonly source: Source; readonly listing: Listing; readonly path: string },
): Promise<FileLists> {
  const { machine, emit } = context;
  const { source, listing, path } = local;
  const startMs = machine.clock.monotonic();
  const told = { type: 'listing-read', source: source.id, url: redactUrl(listing.url) } as const;
  const ms = (): number => Math.round(machine.clock.monotonic() - startMs);
  try {
    const releases = forPlatform(context, listing.parse(await machine.files.read(path, LIMITS.listingBytes)));
    emit({ ...told, ms: ms(), count: releases.length });
    return [{ source: source.id, releases }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    emit({ ...told, ms: ms(), code: error.code });
    return [];
  }
}

/** A directory knows what it holds: a release of which it has other platforms only is none that could be had from it. */
function forPlatform({ platform }: Context, releases: readonly ListedRelease[]): readonly ListedRelease[] {
  return releases.filter(({ version, files }) => {
    const { goos, goarch } = platformOfRelease(platform, version);
    return files.some(file => file.goos === goos && file.goarch === goarch);
  });
}
