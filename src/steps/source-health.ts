import { readReleaseIndex } from '../acquire/release-index.ts';
import { splitUserinfo } from '../domain/address.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { EXIT_GRAVITY } from '../domain/catalogue-entry.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import type { Source } from '../domain/source.ts';
import { SOURCE_LIMITS, type SourcesHealth } from '../domain/source-health.ts';
import { versionText } from '../domain/version.ts';
import type { KnownRelease } from '../policy/release-union.ts';
import { type Context, inPhase } from './context.ts';
import { askSource } from './source-look.ts';
import { openSources, type Sources } from './sources.ts';
import { indexRequest } from './version-lists.ts';
import { within } from './within.ts';

/**
 * The command `sources`: asks every source, all at once and without credentials, for the beginning of the newest Go that any list
 * names. Ends 0 when one of them can be used or says nothing without credentials, else with the exit code of the gravest reason. Throws
 * those reasons about their sources, VERSION.NO_SOURCE where there is no source at all, and CFG.GOPROXY_INVALID.
 */
export async function showSourceHealth(context: Context, signal: AbortSignal): Promise<Outcome> {
  const opened = await openSources(context, signal);
  const sources = { ...opened, archives: opened.archives.map(withoutCredentials) };
  if (sources.archives.length === 0) throw failure('VERSION.NO_SOURCE', { subject: 'sources' });
  const releases = await inPhase(context, 'resolve', () => newestReleases(context, sources, signal));
  // Each with a signal of its own: so many listeners at one signal would be taken for a leak.
  const looks = await Promise.all(
    opened.archives.map(source => askSource(context, { source, releases }, AbortSignal.any([signal]))),
  );
  const [newest] = releases;
  const health: SourcesHealth = {
    newest: newest === undefined ? null : versionText(newest.version),
    learntFrom: newest?.learntFrom ?? [],
    sources: looks.map(look => look.health),
  };
  context.emit({ type: 'sources', ...health });
  if (looks.some(look => look.health.state !== 'unusable')) return 'ok';
  throw new Failure(
    byGravity(looks.flatMap(({ health: { source }, finding }) => (finding ? [aboutSource(finding, source)] : []))),
  );
}

function byGravity(findings: readonly Finding[]): readonly [Finding, ...Finding[]] {
  const rank = ({ code }: Finding): number => EXIT_GRAVITY.indexOf(CATALOGUE[code].exit);
  const [first, ...rest] = [...findings].sort((a, b) => rank(a) - rank(b));
  if (first === undefined) throw new Error('a source that cannot be used, and no reason');
  return [first, ...rest];
}

/** Stable releases that anybody names, newest first; from the shipped table where the lists are late. */
async function newestReleases(context: Context, sources: Sources, signal: AbortSignal): Promise<readonly KnownRelease[]> {
  const { clock } = context.machine;
  const request = await indexRequest(context, sources);
  const late = failure('LIST.UNAVAILABLE', { subject: 'lists', evidence: { 'budget ms': SOURCE_LIMITS.listsMs } });
  const limit = { clock, ms: SOURCE_LIMITS.listsMs, reason: () => late };
  try {
    const index = await within(limit, inner => readReleaseIndex(request, inner), signal);
    return index.releases.filter(({ stable }) => stable);
  } catch (error) {
    if (error !== late) throw error;
    context.emit({ type: 'finding', finding: { ...late.finding, severity: 'warning' } });
    const { releases } = await readReleaseIndex({ ...request, sources: [] }, signal);
    return releases.filter(({ stable }) => stable);
  }
}

/** A list that wants credentials is read without them, or not at all. */
function withoutCredentials(source: Source): Source {
  return {
    ...source,
    listing: () => {
      const listing = source.listing();
      if (listing === undefined) return undefined;
      return { url: splitUserinfo(listing.url).url, parse: body => listing.parse(body) };
    },
  };
}
