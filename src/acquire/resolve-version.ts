import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS, METADATA_PHASES } from '../domain/limits.ts';
import type { Source } from '../domain/source.ts';
import { type GoVersion, sameVersion, versionText } from '../domain/version.ts';
import { aboveMinimum, type Choice, chooseReleases } from '../policy/choose-release.ts';
import type { KnownRelease } from '../policy/release-union.ts';
import { matching } from '../policy/select-version.ts';
import { fetchBytes, type Wire } from './exchange.ts';
import { probeNewerPatch } from './patch-probe.ts';
import { type IndexRequest, type ReleaseIndex, readReleaseIndex } from './release-index.ts';

export interface Resolution {
  /** What to install, and behind it what else satisfies the request; newest first. */
  readonly candidates: readonly [KnownRelease, ...KnownRelease[]];
  /** For the report: VERSION.TOO_OLD where it is only a warning, LIST.UNAVAILABLE when only the table answered. */
  readonly warnings: readonly Finding[];
  /** Undefined for an exact version, which needs no list. */
  readonly index: ReleaseIndex | undefined;
}

/**
 * Turns a request into releases. An exact version returns at once, and whether it exists shows when it is asked for.
 * Everything else reads the lists; where none of them was complete, the sources are asked for newer patches too. Throws
 * Failure VERSION.UNKNOWN, NO_SOURCE, TOO_OLD, NO_PLATFORM, or the signal's reason.
 */
export async function resolveVersion(request: IndexRequest & Choice, signal: AbortSignal): Promise<Resolution> {
  const { spec } = request;
  if (spec.kind === 'exact') {
    const release = { version: spec.version, stable: spec.version.prerelease === undefined, files: [] };
    const exact: KnownRelease = { ...release, learntFrom: ['request'], isComplete: false };
    return { candidates: [exact], warnings: aboveMinimum(request, [exact]).warnings, index: undefined };
  }
  const index = await readReleaseIndex(request, signal);
  const newer = index.isComplete ? [] : await probedReleases(request, index, signal);
  const releases = [...newer, ...index.releases];
  const { candidates, warnings } = chooseReleases(request, { ...index, releases });
  return { candidates, warnings: [...warnings, ...index.warnings], index };
}

/** The release behind the newest match, if a source confirms one that the lists lack. Empty or one element. */
async function probedReleases(
  request: IndexRequest & Choice,
  index: ReleaseIndex,
  signal: AbortSignal,
): Promise<readonly KnownRelease[]> {
  const [newest] = matching(request.spec, index.releases);
  const probing = request.sources.filter(source => source.probe !== undefined && !index.silent.has(source.id));
  if (newest === undefined || probing.length === 0) return [];
  const confirmedBy = new Map<string, readonly string[]>();
  const exists = async (version: GoVersion, until: AbortSignal): Promise<boolean> => {
    const answers = await Promise.all(probing.map(source => confirms({ ...request, source, version, outer: signal }, until)));
    const ids = probing.filter((_, index) => answers[index] === true).map(source => source.id);
    confirmedBy.set(versionText(version), ids);
    return ids.length > 0;
  };
  const version = await probeNewerPatch({ newest: newest.version, clock: request.wire.clock, exists }, signal);
  if (sameVersion(version, newest.version)) return [];
  const learntFrom = [...(confirmedBy.get(versionText(version)) ?? [])].sort();
  return [{ version, stable: true, files: [], learntFrom, isComplete: false }];
}

interface Question extends Pick<Choice, 'platform'> {
  readonly wire: Wire;
  readonly source: Source;
  readonly version: GoVersion;
  /** Aborted when the run is; the signal is aborted when the probe's budget is over, too. */
  readonly outer: AbortSignal;
}

/** A refusal, a fault and silence all mean no: a proxy answers 403 to versions that never were. */
async function confirms(question: Question, signal: AbortSignal): Promise<boolean> {
  const { wire, source, version, platform, outer } = question;
  const probe = source.probe?.(version, platform);
  if (probe === undefined || !/^https?:/iu.test(probe.url)) return false;
  const { url, authorization } = probe;
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.sumdbAnswerBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    const answer = await fetchBytes(wire, { url, ...(authorization === undefined ? {} : { authorization }), ...limits }, signal);
    return probe.confirms(answer.bytes);
  } catch (error) {
    outer.throwIfAborted();
    if (error instanceof Failure || signal.aborted) return false;
    throw error;
  }
}
