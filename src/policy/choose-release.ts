import { Failure } from '../domain/failure.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Platform, platformOfRelease, platformText } from '../domain/platform.ts';
import { compareVersions, type GoVersion, sameVersion, versionText } from '../domain/version.ts';
import type { VersionSpec } from '../domain/version-spec.ts';
import type { KnownRelease } from './release-union.ts';
import { matching, nearestVersions } from './select-version.ts';

export interface Choice {
  readonly spec: VersionSpec;
  readonly platform: Platform;
  readonly minGoVersion: GoVersion;
  /** What an older match does. `warning` is for the go line of a go.mod, which is a language version and no wish. */
  readonly belowMinimum: 'error' | 'warning';
}

/** What is known when a choice is made. */
export interface Knowledge {
  readonly releases: readonly KnownRelease[];
  /** Ids of the lists that answered. The shipped table does not count. */
  readonly answered: readonly string[];
  /** Why the others did not. */
  readonly failures: readonly Finding[];
}

export interface Chosen {
  /** In the order of trying: newest first, but for inTurn. */
  readonly candidates: readonly [KnownRelease, ...KnownRelease[]];
  readonly warnings: readonly Finding[];
}

/**
 * The releases that satisfy a request on this platform. Throws Failure VERSION.UNKNOWN (lists answered, none has it),
 * VERSION.NO_SOURCE (no list answered, with the failure of each), VERSION.TOO_OLD or VERSION.NO_PLATFORM.
 */
export function chooseReleases(choice: Choice, known: Knowledge): Chosen {
  const matches = matching(choice.spec, known.releases);
  if (matches.length === 0) throw nothingMatches(choice, known);
  const { candidates: fresh, warnings } = aboveMinimum(choice, matches);
  const [first, ...rest] = fresh.filter(release => runsOn(release, choice.platform));
  if (first === undefined) throw new Failure([noPlatform(choice, fresh)]);
  return { candidates: inTurn([first, ...rest], { choice, releases: known.releases }), warnings };
}

/**
 * Where one list alone names the newest, it may have made up any number of releases, or a whole line: then the last of those that are
 * tried is one that somebody else names too.
 */
function inTurn(
  [first, ...older]: Chosen['candidates'],
  { choice, releases }: { readonly choice: Choice; readonly releases: readonly KnownRelease[] },
): Chosen['candidates'] {
  const [only, ...others] = first.learntFrom;
  if (only === undefined || others.length > 0) return [first, ...older];
  const next = older.slice(0, LIMITS.fallbackVersionCount - 2);
  const named = releases.filter(({ learntFrom }) => learntFrom.some(id => id !== only));
  const confirmed = matching(choice.spec, named).filter(
    ({ version }) => compareVersions(version, choice.minGoVersion) >= 0 && !next.some(each => sameVersion(each.version, version)),
  );
  const last = confirmed.filter(release => runsOn(release, choice.platform));
  return last.length === 0 ? [first, ...older] : [first, ...next, ...last];
}

/** Applies the minimum to matches, newest first. Throws Failure VERSION.TOO_OLD when not even the newest is new enough. */
export function aboveMinimum<T extends { readonly version: GoVersion }>(
  choice: Pick<Choice, 'spec' | 'minGoVersion' | 'belowMinimum'>,
  matches: readonly T[],
): { readonly candidates: readonly T[]; readonly warnings: readonly Finding[] } {
  const candidates = matches.filter(({ version }) => compareVersions(version, choice.minGoVersion) >= 0);
  const [newest] = matches;
  if (candidates.length > 0 || newest === undefined) return { candidates, warnings: [] };
  const tooOld = finding('VERSION.TOO_OLD', {
    subject: choice.spec.text,
    severity: choice.belowMinimum,
    evidence: {
      newest: versionText(newest.version),
      'min-go-version': versionText(choice.minGoVersion),
      'the value may be a number': unquotedMeaning(choice.spec),
    },
    fixes: unquotedFixes(choice.spec),
  });
  if (choice.belowMinimum === 'error') throw new Failure([tooOld]);
  return { candidates: matches, warnings: [tooOld] };
}

/** YAML reads an unquoted 1.20 as the number 1.2. */
function unquotedMeaning({ text }: VersionSpec): string | undefined {
  return /^1\.[1-9]$/u.test(text) ? `YAML reads an unquoted ${text}0 as ${text}` : undefined;
}

function unquotedFixes(spec: VersionSpec): readonly Fix[] {
  if (unquotedMeaning(spec) === undefined) return [];
  const text = `go-version: '${spec.text}0'`;
  return [{ title: `If ${spec.text}0 and not ${spec.text} was meant, quote it`, kind: 'edit', text, risk: 'none' }];
}

function nothingMatches(choice: Choice, known: Knowledge): Failure {
  const subject = choice.spec.text;
  const failed = known.failures.map(failure => `${failure.subject} (${failure.code})`).join(', ') || undefined;
  if (known.answered.length === 0) {
    return new Failure([finding('VERSION.NO_SOURCE', { subject, evidence: { 'lists that failed': failed } }), ...known.failures]);
  }
  const nearest = nearestVersions(choice.spec, known.releases).map(versionText);
  const [offer] = nearest;
  return new Failure([
    finding('VERSION.UNKNOWN', {
      subject,
      // A list that did not answer might have known it.
      confidence: known.failures.length === 0 ? 'certain' : 'likely',
      evidence: { nearest: nearest.join(', '), lists: known.answered.join(', '), 'lists that failed': failed },
      fixes:
        offer === undefined ? [] : [{ title: 'Request a release', kind: 'edit', text: `go-version: '${offer}'`, risk: 'none' }],
    }),
  ]);
}

/** Whether the release may exist for the platform: only a complete list can say that an archive does not exist. */
function runsOn(release: KnownRelease, host: Platform): boolean {
  const platform = platformOfRelease(host, release.version);
  return !release.isComplete || release.files.some(file => file.goos === platform.goos && file.goarch === platform.goarch);
}

/**
 * VERSION.NO_PLATFORM, where the shipped table knows the release for many platforms and not for this one; else undefined. Only
 * for the end of a run in which no source had the archive: the table may lack a rare platform, so it keeps nobody from asking.
 */
export function missingPlatform(choice: Choice, release: KnownRelease): Finding | undefined {
  const isKnownWell = release.files.length >= LIMITS.knownPlatformCount;
  return isKnownWell && !runsOn({ ...release, isComplete: true }, choice.platform) ? noPlatform(choice, [release]) : undefined;
}

function noPlatform(choice: Choice, matches: readonly KnownRelease[]): Finding {
  const platforms = new Set(matches.slice(0, 1).flatMap(({ files }) => files.map(file => `${file.goos}/${file.goarch}`)));
  return finding('VERSION.NO_PLATFORM', {
    subject: platformText(choice.platform),
    evidence: {
      version: matches[0] === undefined ? undefined : versionText(matches[0].version),
      'platforms that exist': [...platforms].sort().join(' '),
    },
  });
}
