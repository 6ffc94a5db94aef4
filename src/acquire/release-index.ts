import type { Code } from '../domain/catalogue.ts';
import type { Emit } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS, LISTING_PHASES } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { ListedRelease, Listing, Source } from '../domain/source.ts';
import { type KnownRelease, type ReleaseList, uniteReleases } from '../policy/release-union.ts';
import { fetchRead, type Wire } from './exchange.ts';
import type { ListingStore } from './kept-listing.ts';
import { standInWarnings } from './stand-in.ts';

export interface IndexRequest {
  readonly wire: Wire;
  /** Those with a listing at an http address are asked, all at once. */
  readonly sources: readonly Source[];
  /** The releases of the shipped table; undefined when there is none. */
  readonly table: readonly ListedRelease[] | undefined;
  /** Lists that are not fetched: directories of archives, and listings at file addresses. */
  readonly fileLists?: readonly { readonly source: string; readonly releases: readonly ListedRelease[] }[];
  /** Takes what a complete list says, and answers beside the table when no list could be fetched. */
  readonly kept?: ListingStore;
  readonly emit: Emit;
}

/** What is known of releases, and how well. */
export interface ReleaseIndex {
  /** The union of all lists and the table, newest first; where no list could be fetched, the one that was kept is among them. */
  readonly releases: readonly KnownRelease[];
  /** Ids of the lists that answered; the table and what was kept do not count. */
  readonly answered: readonly string[];
  /** Why the others did not, one finding each: the code of the exchange, LIST.MALFORMED or LIST.UNAVAILABLE. */
  readonly failures: readonly Finding[];
  /** Ids of the sources that could not be reached at all; policy/order-sources.ts asks them last. */
  readonly silent: ReadonlySet<string>;
  /** For the report: that only the shipped table was left, or a list that was kept and how old it is. */
  readonly warnings: readonly Finding[];
  /** Whether a list answered that names all releases, as go.dev's does. */
  readonly isComplete: boolean;
}

/**
 * Reads every version list at once. After the first that answers, the others get LIMITS.listingGraceMs. Each end is an event
 * `listing-read`, and a failure hides no other list. Throws only the signal's reason, or a defect.
 */
export async function readReleaseIndex(request: IndexRequest, signal: AbortSignal): Promise<ReleaseIndex> {
  const fileLists = (request.fileLists ?? []).map(list => ({ ...list, isComplete: false }));
  const outcomes = await readAll(request, signal);
  const lists: ReleaseList[] = [...fileLists];
  const failures: Finding[] = [];
  const silent = new Set<string>();
  for (const outcome of outcomes) {
    if ('releases' in outcome) lists.push(outcome);
    else {
      failures.push(outcome.finding);
      if (isSilence(outcome.finding.code)) silent.add(outcome.source);
    }
  }
  const complete = lists.filter(list => list.isComplete);
  if (complete.length > 0) await request.kept?.keep(uniteReleases(complete));
  const hasRead = lists.length > fileLists.length;
  const kept = hasRead ? undefined : await request.kept?.read();
  const known = [...standIns('table', request.table), ...standIns('kept', kept?.releases)];
  return {
    releases: uniteReleases([...lists, ...known]),
    answered: lists.map(list => list.source),
    failures,
    silent,
    warnings: standInWarnings({ kept, failures, isTableAlone: lists.length === 0 && known.length > 0 }),
    isComplete: complete.length > 0,
  };
}

/**
 * A list that stands in: the shipped table, or the one that was kept. Neither names every archive of a release, so a missing one
 * may exist.
 */
function standIns(source: string, releases: readonly ListedRelease[] | undefined): readonly ReleaseList[] {
  return releases === undefined ? [] : [{ source, isComplete: false, releases }];
}

type Outcome = ReleaseList | { readonly source: string; readonly finding: Finding };

async function readAll(request: IndexRequest, signal: AbortSignal): Promise<readonly Outcome[]> {
  const enough = new AbortController();
  const settled = new AbortController();
  const { clock } = request.wire;
  let grace: Promise<void> | undefined;
  const readings = fetchable(request.sources).map(async ({ source, listing }) => {
    const outcome = await readOne({ request, source, listing, enough: enough.signal }, signal);
    if ('releases' in outcome)
      grace ??= clock.sleep(LIMITS.listingGraceMs, settled.signal).then(() => enough.abort(), ignoreAbort);
    return outcome;
  });
  try {
    return await Promise.all(readings);
  } finally {
    settled.abort();
    await grace;
  }
}

/** The sleep was ended because all lists had settled. */
function ignoreAbort(): void {
  // Nothing is left to be cut.
}

function fetchable(sources: readonly Source[]): readonly { readonly source: Source; readonly listing: Listing }[] {
  return sources.flatMap(source => {
    const listing = source.listing();
    return listing !== undefined && /^https?:/iu.test(listing.url) ? [{ source, listing }] : [];
  });
}

interface Reading {
  readonly request: IndexRequest;
  readonly source: Source;
  readonly listing: Listing;
  /** Aborted when the others have waited long enough. */
  readonly enough: AbortSignal;
}

async function readOne(reading: Reading, signal: AbortSignal): Promise<Outcome> {
  const { request, source, listing, enough } = reading;
  const { emit, wire } = request;
  const startMs = wire.clock.monotonic();
  const event = () => ({
    type: 'listing-read' as const,
    source: source.id,
    url: redactUrl(listing.url),
    ms: Math.round(wire.clock.monotonic() - startMs),
  });
  try {
    const releases = await fetchListing(wire, listing, AbortSignal.any([signal, enough]));
    emit({ ...event(), count: releases.length });
    return { source: source.id, isComplete: isCompleteList(source), releases };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!(error instanceof Failure) && !enough.aborted) throw error;
    const why = error instanceof Failure ? error.finding : cutOff(source, listing);
    emit({ ...event(), code: why.code });
    return { source: source.id, finding: why };
  }
}

async function fetchListing(wire: Wire, listing: Listing, signal: AbortSignal): Promise<readonly ListedRelease[]> {
  const { url, authorization } = listing;
  const limits = { phases: LISTING_PHASES, maxBytes: LIMITS.listingBytes, totalMs: LIMITS.metadataBodyMs };
  const secret = authorization === undefined ? {} : { authorization };
  return fetchRead(wire, { url, ...secret, ...limits, read: bytes => listing.parse(bytes) }, signal);
}

/** Whether a list failed because its source did not speak at all. A mirror without a list is no dead mirror, nor is one that was cut off. */
export function isSilence(code: Code): boolean {
  return !/^(?:HTTP|LIST)\./u.test(code) || code === 'HTTP.TTFB_STALL' || code === 'HTTP.EMPTY';
}

/** The Go project's own program answers under go.dev and golang.google.cn; a list of another source may be partial. */
function isCompleteList(source: Source): boolean {
  return source.kind === 'official' || source.kind === 'mirror';
}

function cutOff(source: Source, listing: Listing): Finding {
  return finding('LIST.UNAVAILABLE', {
    subject: source.id,
    severity: 'info',
    evidence: { url: redactUrl(listing.url), reason: 'another list had answered', 'waited ms': LIMITS.listingGraceMs },
  });
}
