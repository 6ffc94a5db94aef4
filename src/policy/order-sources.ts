import type { Platform } from '../domain/platform.ts';
import type { Candidate, Source } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';

/**
 * Where to ask for the bytes of one release, in order: that of the sources, but those whose list could just not be read
 * come after the others, because the same host is asked again. Nobody is left out, and an address occurs once.
 */
export function orderCandidates(request: {
  readonly sources: readonly Source[];
  readonly version: GoVersion;
  readonly platform: Platform;
  /** Ids of sources that did not answer in this run. */
  readonly silent: ReadonlySet<string>;
}): readonly Candidate[] {
  const { sources, version, platform, silent } = request;
  const ordered = [...sources.filter(source => !silent.has(source.id)), ...sources.filter(source => silent.has(source.id))];
  const seen = new Set<string>();
  return ordered.flatMap(source => {
    const candidate = source.candidate(version, platform);
    if (candidate === undefined || seen.has(candidate.url)) return [];
    seen.add(candidate.url);
    return [candidate];
  });
}
