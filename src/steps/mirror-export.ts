import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { type Platform, platformFor, platformText } from '../domain/platform.ts';
import { compareVersions, type GoVersion, versionText } from '../domain/version.ts';
import { destinationPlace } from '../install/place.ts';
import { parseArchiveFileName } from '../sources/file-name.ts';
import type { Context } from './context.ts';
import { readOwnSums, writeLists } from './export-lists.ts';
import { type ExportedRelease, type ExportWork, exportRelease } from './export-release.ts';
import { type ExportWishes, readWishes } from './export-wishes.ts';
import { once } from './once.ts';
import type { Request } from './request.ts';
import { resolveRequest } from './resolve.ts';
import { openSources } from './sources.ts';
import { underLock } from './under-lock.ts';
import type { Heard } from './version-lists.ts';

/**
 * The command `mirror export DIR`: every release that was asked for, and every one that stands in DIR already, is proved there in this
 * run, fetched where it is missing or changed, with the signature of the Go project beside it where a source has one. Each file appears under its name only when it is whole. One release that cannot be had
 * does not keep the others back; the run then ends red with its cause, and what was exported is usable. Throws INPUT.*, FS.*, and what
 * install throws.
 */
export async function exportMirror(context: Context, signal: AbortSignal): Promise<Outcome> {
  const wishes = readWishes(context);
  const directory = resolve(context.workspace, wishes.directory);
  const place = destinationPlace(join(directory, '.export'));
  return underLock(context, { place, work: () => exportInto(context, { wishes, directory, place }, signal) }, signal);
}

async function exportInto(
  context: Context,
  to: Pick<ExportWork, 'directory' | 'place'> & { readonly wishes: ExportWishes },
  signal: AbortSignal,
): Promise<Outcome> {
  const { directory, wishes } = to;
  const base = pathToFileURL(directory).href;
  const sums = await readOwnSums(context, base, signal);
  const opened = await openSources(context, signal);
  // What an earlier export proved need not be asked again.
  const receipts = [{ id: 'this directory', base, index: { releases: [], sums } }, ...opened.receipts];
  let attempts = 0;
  const work: ExportWork = { ...to, sums, sources: { ...opened, receipts }, nextAttempt: () => ++attempts };
  const done = new Map<string, ExportedRelease>();
  const failures: Failure[] = [];
  const take = async (platform: Platform, wanted: () => Promise<Wanted>): Promise<void> => {
    try {
      const release = await exportRelease({ ...context, platform }, { ...work, ...(await wanted()) }, signal);
      done.set(keyOf(release), release);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure) || error.code.startsWith('FS.')) throw error;
      failures.push(error);
    }
  };
  for (const request of wishes.requests) {
    const wanted = once(() => resolveFor(context, { request, platform: wishes.platforms[0], sources: opened }, signal));
    for (const platform of wishes.platforms) await take(platform, wanted);
  }
  for (const { version, platform } of await standingReleases(context, directory)) {
    if (!done.has(keyOf({ version, platform }))) await take(platform, async () => exactly(version));
  }
  const releases = [...done.values()].sort(inOrder);
  await writeLists(context, directory, releases);
  const files = releases.map(({ fileName: name, sizeBytes: bytes, sha256, how, signature }) => ({
    ...{ name, bytes, sha256, how },
    ...(signature === undefined ? {} : { signature: `${name}.asc` }),
  }));
  context.emit({ type: 'exported', directory: wishes.directory, files });
  const [first, ...others] = failures.flatMap(({ findings }) => findings);
  if (first !== undefined) throw new Failure([first, ...others]);
  return 'ok';
}

type Wanted = Heard & { readonly request: Request; readonly versions: readonly GoVersion[] };

/** What stands in the directory is wanted, however old it is. */
function exactly(version: GoVersion): Wanted {
  const spec = { kind: 'exact', version, text: versionText(version) } as const;
  const request = { spec, origin: { kind: 'default' }, isGoLine: true } as const;
  return { silent: new Set(), alive: new Set(), vainMs: 0, request, versions: [version] };
}

async function resolveFor(
  context: Context,
  {
    request,
    platform,
    sources,
  }: { readonly request: Request; readonly platform: Platform; readonly sources: ExportWork['sources'] },
  signal: AbortSignal,
): Promise<Wanted> {
  const { candidates, ...heard } = await resolveRequest({ ...context, platform }, { request, sources }, signal);
  return { ...heard, request, versions: candidates.map(({ version }) => version) };
}

function keyOf({ version, platform }: { readonly version: GoVersion; readonly platform: Platform }): string {
  return `${versionText(version)} ${platformText(platform)}`;
}

function inOrder(a: ExportedRelease, b: ExportedRelease): number {
  return compareVersions(b.version, a.version) || (a.fileName < b.fileName ? -1 : 1);
}

/** Every release of which an archive stands in the directory, whoever put it there. */
async function standingReleases(
  { machine }: Context,
  directory: string,
): Promise<readonly { readonly version: GoVersion; readonly platform: Platform }[]> {
  const names = await machine.files.list(directory);
  return names.flatMap(name => {
    const { version, goos = '', goarch = '' } = parseArchiveFileName(name.replace(/^v0\.0\.1-(?=go)/u, '')) ?? {};
    const platform = platformFor({ os: goos, arch: goarch, endianness: 'BE' }, goarch);
    return version === undefined || platform === undefined ? [] : [{ version, platform }];
  });
}
