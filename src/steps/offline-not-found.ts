import { dirname } from 'node:path';
import { readReleaseIndex } from '../acquire/release-index.ts';
import { ageText } from '../acquire/stand-in.ts';
import type { Code } from '../domain/catalogue.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { platformOfRelease, platformText } from '../domain/platform.ts';
import { PRODUCT } from '../domain/product.ts';
import type { Source } from '../domain/source.ts';
import { type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';
import { matching } from '../policy/select-version.ts';
import { shellWord } from '../policy/shell-word.ts';
import { listFileDirectory } from '../sources/file-directory.ts';
import { archiveFileName } from '../sources/file-name.ts';
import type { Context } from './context.ts';
import { pathOf } from './local-path.ts';
import type { Request } from './request.ts';
import type { Sources } from './sources.ts';
import { indexRequest, keptListing } from './version-lists.ts';

/** So many names stand in one line of evidence, and so many sources are named. */
const NAMED_COUNT = 8;

interface Search {
  readonly request: Request;
  readonly sources: Sources;
}

/**
 * OFFLINE.NOT_FOUND with every place that was looked at, in order: the tool cache and what stands there for this architecture, the
 * file that each local source would have to hold, what is known of releases, and who was not asked. The fix names one file or one
 * command. Throws FS.* of a directory that cannot be read.
 */
export async function offlineNotFound(context: Context, search: Search, signal: AbortSignal): Promise<Finding> {
  const wanted = await wantedVersions(context, search, signal);
  const installed = context.destination === undefined ? versionsThere(context) : [];
  const unproved = matching(search.request.spec, installed).map(({ version }) => versionText(version));
  return finding('OFFLINE.NOT_FOUND', {
    subject: search.request.spec.text,
    evidence: {
      ...placeEvidence(context, installed),
      'stands there without a proof that holds offline': unproved.length === 0 ? undefined : enumerate(unproved),
      ...(await sourceEvidence(context, search, wanted)),
      ...(await knowledgeEvidence(context)),
      'not asked, because offline is set': enumerate(remoteIds(context, search.sources)),
    },
    fixes: fixesFor(context, { ...search, wanted }),
  });
}

/** Codes that say: it is not there. Whatever else a local archive ended with is the cause itself. */
const ABSENT: readonly Code[] = ['FS.NOT_FOUND'];
/** Codes that say: nobody vouches for it now. */
const UNPROVED: readonly Code[] = ['SUM.UNREACHABLE', 'VER.NO_PROOF'];

/**
 * How an offline run ends after every local source failed: with what is wrong with the archive that was there, or that nothing
 * vouches for it without a network, or that there is none.
 */
export async function offlineEnd(
  context: Context,
  end: Search & { readonly findings: readonly Finding[] },
  signal: AbortSignal,
): Promise<Failure> {
  const present = end.findings.filter(({ code }) => !ABSENT.includes(code));
  const [wrong, ...others] = present.filter(({ code }) => !UNPROVED.includes(code));
  if (wrong !== undefined) return new Failure([wrong, ...others]);
  const [unproved] = present;
  if (unproved !== undefined) return new Failure([unprovable(end.request, unproved), ...end.findings]);
  return new Failure([await offlineNotFound(context, end, signal), ...end.findings]);
}

function unprovable(request: Request, { subject }: Finding): Finding {
  return finding('OFFLINE.NOT_FOUND', {
    subject: request.spec.text,
    message: 'An archive stands here, but nothing that works offline vouches for it',
    evidence: { source: subject, 'the shipped table': 'does not know its hash', 'the checksum database': 'may not be asked' },
    fixes: [
      {
        title: 'Pin the archive, with the value from go.dev/dl',
        kind: 'setting',
        text: 'checksum: sha256:<64 digits>',
        risk: 'none',
      },
    ],
  });
}

/** The exact version, or the newest release that is known to satisfy the request; none when nothing is known. */
async function wantedVersions(context: Context, search: Search, signal: AbortSignal): Promise<readonly GoVersion[]> {
  const { request, sources } = search;
  if (request.spec.kind === 'exact') return [request.spec.version];
  // Whoever resolved the request has told of these lists already.
  const silent = { ...context, emit: () => undefined };
  const index = await readReleaseIndex(await indexRequest(silent, sources), signal);
  return matching(request.spec, index.releases)
    .slice(0, 1)
    .map(({ version }) => version);
}

function versionsThere({ machine, platform }: Context): readonly { readonly version: GoVersion; readonly stable: boolean }[] {
  const versions = machine.toolCache.versions('go', platform.cacheArch).flatMap(text => parseGoVersion(text) ?? []);
  return versions.map(version => ({ version, stable: version.prerelease === undefined }));
}

function placeEvidence(context: Context, installed: ReturnType<typeof versionsThere>): Readonly<Record<string, string>> {
  const { destination, machine, platform } = context;
  if (destination !== undefined) return { 'looked at the destination': destination };
  return {
    'looked in the tool cache': machine.toolCache.directory,
    [`versions there for ${platform.cacheArch}`]: enumerate(installed.map(({ version }) => versionText(version))),
  };
}

async function sourceEvidence(
  context: Context,
  { sources }: Search,
  wanted: readonly GoVersion[],
): Promise<Readonly<Record<string, string>>> {
  const local = sources.archives.flatMap(source => {
    const path = localFile(context, source, wanted[0]);
    return path === undefined ? [] : [{ source, path }];
  });
  if (local.length === 0) return { 'looked in file sources': 'none is configured' };
  const lines: Record<string, string> = {};
  for (const { source, path } of local.slice(0, NAMED_COUNT)) {
    const held = wanted.length === 0 ? '' : `${path}: not there; `;
    lines[`looked in ${source.id}`] = `${held}${await holdings(context, dirname(path))}`;
  }
  if (local.length > NAMED_COUNT) lines['further file sources'] = String(local.length - NAMED_COUNT);
  return lines;
}

/** Where a local source would have to hold the release; of an unknown one, some file beside it. Undefined for a remote source. */
function localFile({ platform }: Context, source: Source, version: GoVersion | undefined): string | undefined {
  const asked = version ?? { major: 0, minor: 0, patch: 0 };
  const url = source.candidate(asked, platformOfRelease(platform, asked))?.url;
  return url === undefined ? undefined : pathOf(url);
}

function remoteIds(context: Context, { archives }: Sources): readonly string[] {
  return archives.filter(source => localFile(context, source, undefined) === undefined).map(({ id }) => id);
}

async function holdings({ machine, platform }: Context, directory: string): Promise<string> {
  if ((await machine.files.stat(directory)) === undefined) return `${directory} does not exist`;
  const names = await machine.files.list(directory);
  // A module archive is named `v0.0.1-go…`.
  const own = listFileDirectory(names.map(name => name.replace(/^v0\.0\.1-(?=go)/u, ''))).filter(({ files, version }) => {
    const { goos, goarch } = platformOfRelease(platform, version);
    return files.some(file => file.goos === goos && file.goarch === goarch);
  });
  const versions = enumerate(own.map(({ version }) => versionText(version)));
  return `${directory} holds archives for ${platformText(platform)} of: ${versions}`;
}

async function knowledgeEvidence(context: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const kept = await keptListing(context, { isWritable: false }).read();
  const newest = kept?.releases.find(({ stable }) => stable)?.version;
  return {
    'kept version list':
      kept === undefined ? 'none' : `${ageText(kept.ageMs)} old, newest ${newest ? versionText(newest) : 'none'}`,
    'shipped table of': (await context.releaseTable())?.date,
  };
}

/** What a person can do where a network is: fetch one file, or install once into the same place, which leaves a proof beside the Go. */
function fixesFor(
  context: Context,
  { request, sources, wanted }: Search & { readonly wanted: readonly GoVersion[] },
): readonly Fix[] {
  const { destination, machine, platform } = context;
  const [version] = wanted;
  const fixes: Fix[] = [];
  if (version !== undefined) {
    const fileName = archiveFileName(version, platformOfRelease(platform, version));
    const paths = sources.archives.flatMap(source => localFile(context, source, version) ?? []);
    const path = paths.find(each => each.endsWith(fileName));
    const url = `https://go.dev/dl/${fileName}`;
    fixes.push(
      path === undefined
        ? {
            title: `Put ${fileName} into a directory and name that`,
            kind: 'setting',
            text: 'sources: file:///DIRECTORY',
            risk: 'none',
          }
        : { title: 'Provide the file', kind: 'command', text: `curl -fL -o ${shellWord(path)} ${url}`, risk: 'none' },
    );
  }
  const asked = shellWord(version === undefined ? request.spec.text : versionText(version));
  const place = destination === undefined ? '' : ` --dest ${shellWord(destination)}`;
  const env = destination === undefined ? `RUNNER_TOOL_CACHE=${shellWord(machine.toolCache.directory)} ` : '';
  const text = `${env}${PRODUCT.name} install ${asked}${place}`;
  return [...fixes, { title: 'Or install it once with a network, to the same place', kind: 'command', text, risk: 'none' }];
}

/** At most NAMED_COUNT, and how many more there are. */
function enumerate(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, NAMED_COUNT).join(', ');
  return names.length > NAMED_COUNT ? `${shown} and ${names.length - NAMED_COUNT} more` : shown;
}
