import satisfies from 'semver/functions/satisfies.js';
import type { ListedRelease } from '../domain/source.ts';
import { compareVersions, type GoVersion, versionSemver } from '../domain/version.ts';
import type { VersionSpec } from '../domain/version-spec.ts';

/** What a choice needs to know of a release. */
export type Choosable = Pick<ListedRelease, 'version' | 'stable'>;

/**
 * The releases that a request means, newest first; lists need not be sorted (go.dev's is not). A line and `latest` mean stable
 * releases only. `stable` and `latest` mean the newest minor line, `oldstable` the one before, each with its older patches
 * behind the newest. An exact request matches whatever spelling the list has.
 */
export function matching<T extends Choosable>(spec: VersionSpec, releases: readonly T[]): readonly T[] {
  const sorted = newestFirst(releases);
  switch (spec.kind) {
    case 'exact':
      return sorted.filter(release => compareVersions(release.version, spec.version) === 0);
    case 'minor':
      return sorted.filter(release => isStable(release) && isOfLine(release.version, spec));
    case 'range':
      return sorted.filter(release => satisfies(versionSemver(release.version), spec.range));
    case 'alias': {
      const stable = sorted.filter(isStable);
      const lines = linesOf(stable);
      const line = lines[spec.alias === 'oldstable' ? 1 : 0];
      return line === undefined ? [] : stable.filter(release => isOfLine(release.version, line));
    }
  }
}

/** Sorted copy. */
export function newestFirst<T extends Choosable>(releases: readonly T[]): readonly T[] {
  return [...releases].sort((a, b) => compareVersions(b.version, a.version));
}

/**
 * Up to five versions to offer when nothing matches, newest first: of the same line those with the nearest patch, else the
 * newest of the nearest lines. For ranges and aliases, the newest of the newest lines.
 */
export function nearestVersions(spec: VersionSpec, releases: readonly Choosable[]): readonly GoVersion[] {
  const sorted = newestFirst(releases).map(release => release.version);
  const wanted = wantedVersion(spec);
  const sameLine = wanted === undefined ? [] : sorted.filter(version => isOfLine(version, wanted));
  if (wanted !== undefined && sameLine.length > 0) {
    const distance = (version: GoVersion): number => Math.abs(version.patch - wanted.patch);
    return newest(sameLine.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST_COUNT));
  }
  const heads = linesOf(newestFirst(releases)).flatMap(line => sorted.find(version => isOfLine(version, line)) ?? []);
  if (wanted !== undefined) {
    const distance = (version: GoVersion): number =>
      Math.abs(version.major - wanted.major) * LINES_PER_MAJOR + Math.abs(version.minor - wanted.minor);
    heads.sort((a, b) => distance(a) - distance(b));
  }
  return newest(heads.slice(0, NEAREST_COUNT));
}

const NEAREST_COUNT = 5;
/** Weighs a major version heavier than any minor one. */
const LINES_PER_MAJOR = 10_000;

function wantedVersion(spec: VersionSpec): GoVersion | undefined {
  if (spec.kind === 'exact') return spec.version;
  return spec.kind === 'minor' && spec.minor !== undefined ? { major: spec.major, minor: spec.minor, patch: 0 } : undefined;
}

function newest(versions: readonly GoVersion[]): readonly GoVersion[] {
  return [...versions].sort((a, b) => compareVersions(b, a));
}

function isStable(release: Choosable): boolean {
  return release.stable && release.version.prerelease === undefined;
}

interface Line {
  readonly major: number;
  readonly minor: number | undefined;
}

function isOfLine(version: GoVersion, line: Line): boolean {
  return version.major === line.major && (line.minor === undefined || version.minor === line.minor);
}

/** The lines of sorted releases, newest first, each once. */
function linesOf(sorted: readonly Choosable[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { version } of sorted) {
    const { major, minor } = version;
    lines.set(`${major}.${minor}`, { major, minor });
  }
  return [...lines.values()];
}
