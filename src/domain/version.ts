/** A released Go version. `patch` is 0 for `go1.20`, whose name carries none. */
export interface GoVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease?: { readonly kind: 'beta' | 'rc'; readonly number: number };
}

// Numbers have no leading zeros, in Go as in semver: 1.020 is not 1.20.
const GO_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?(?:\.(0|[1-9]\d{0,3}))?(?:(beta|rc)(0|[1-9]\d{0,3}))?$/u;
const SEMVER_FORM = /^v?(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})-(beta|rc)\.?(0|[1-9]\d{0,3})$/u;

/**
 * Reads one version: Go's spellings (`1.26.8`, `go1.26.8`, `1.25rc1`, `go1`) and semver's (`v1.26.8`, `1.25.0-rc.1`).
 * Undefined for anything else. Says nothing about whether `1.26` was meant as a minor or as 1.26.0: see isComplete.
 */
export function parseGoVersion(text: string): GoVersion | undefined {
  const match = GO_FORM.exec(text) ?? SEMVER_FORM.exec(text);
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', kind, number] = match;
  const base = { major: Number(major), minor: Number(minor), patch: Number(patch) };
  if (kind !== 'beta' && kind !== 'rc') return base;
  return { ...base, prerelease: { kind, number: Number(number) } };
}

/** Whether the text names exactly one release: it has a patch, or a prerelease. `1.20` and `1.26` do not. */
export function isComplete(text: string): boolean {
  return parseGoVersion(text) !== undefined && (/\d+\.\d+\.\d+/u.test(text) || /(?:beta|rc)\.?\d+$/u.test(text));
}

/** Go's own name without `go`: `1.26.8`, `1.25rc1`, `1.20` (no `.0` before 1.21). */
export function versionText(version: GoVersion): string {
  const { major, minor, patch, prerelease } = version;
  const base = minor === 0 && patch === 0 && prerelease === undefined ? `${major}` : `${major}.${minor}`;
  if (prerelease !== undefined) return `${base}${patch === 0 ? '' : `.${patch}`}${prerelease.kind}${prerelease.number}`;
  const zeroIsNamed = major > 1 || minor >= 21;
  return patch === 0 && !zeroIsNamed ? base : `${major}.${minor}.${patch}`;
}

/** Semver form, which names the tool-cache directory: `1.26.8`, `1.25.0-rc.1`. */
export function versionSemver(version: GoVersion): string {
  const { major, minor, patch, prerelease } = version;
  return `${major}.${minor}.${patch}${prerelease === undefined ? '' : `-${prerelease.kind}.${prerelease.number}`}`;
}

const RANK = { beta: 0, rc: 1 } as const;

/** Negative when a is older than b. Betas come before release candidates, both before the release. */
export function compareVersions(a: GoVersion, b: GoVersion): number {
  const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (numbers !== 0) return numbers;
  if (a.prerelease === undefined || b.prerelease === undefined) {
    return Number(a.prerelease === undefined) - Number(b.prerelease === undefined);
  }
  return RANK[a.prerelease.kind] - RANK[b.prerelease.kind] || a.prerelease.number - b.prerelease.number;
}

export function sameVersion(a: GoVersion, b: GoVersion): boolean {
  return compareVersions(a, b) === 0;
}
