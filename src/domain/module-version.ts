/** Semantic versions and module paths as golang.org/x/mod has them (semver, module.SplitPathVersion, module.CheckPathMajor). */

const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const SEMVER = new RegExp(
  `^v(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*)(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?)?)?$`,
  'u',
);

/** Whether a version is written as go.mod wants it: complete, and without build metadata but `+incompatible`. */
export function isCanonicalVersion(text: string): boolean {
  const match = isSemver(text) ? SEMVER.exec(text) : null;
  return match !== null && match[3] !== undefined && (match[5] === undefined || match[5] === 'incompatible');
}

/** semver.IsValid: shortened forms such as `v1` and `v1.2` too. */
export function isSemver(text: string): boolean {
  const prerelease = SEMVER.exec(text)?.[4];
  if (prerelease === undefined) return SEMVER.test(text);
  return prerelease.split('.').every(part => !/^0\d+$/u.test(part));
}

/**
 * Why a canonical version does not belong to the path, such as `should be v2, not v1` for `example.com/m/v2 v1.0.0`; undefined when
 * it does. Without a version only the path is judged.
 */
export function majorMismatch(path: string, version: string | undefined): string | undefined {
  const suffix = pathMajor(path);
  if (suffix === undefined) return 'the path ends in a version that no path may end in';
  if (version === undefined) return undefined;
  const major = /^v\d+/u.exec(version)?.[0] ?? '';
  if (suffix === '') {
    if (major === 'v0' || major === 'v1' || version.endsWith('+incompatible')) return undefined;
    return `the version of this path should be v0 or v1, not ${major}`;
  }
  const wanted = suffix.slice(1).replace(/-unstable$/u, '');
  // Pseudo-versions of gopkg.in's v1 were once made with v0.0.0.
  if (major === wanted || (suffix === '.v1' && version.startsWith('v0.0.0-'))) return undefined;
  return `the version of this path should be ${wanted}, not ${major}`;
}

/** `/v2` of `example.com/m/v2`, `.v3` of `gopkg.in/yaml.v3`, empty where the path names none; undefined for a malformed one. */
function pathMajor(path: string): string | undefined {
  if (path.startsWith('gopkg.in/')) return /\.v(?:0|[1-9]\d*)(?:-unstable)?$/u.exec(path)?.[0];
  const suffix = /\/v[\d.]+$/u.exec(path)?.[0] ?? '';
  if (suffix === '') return '';
  return /^\/v[1-9]\d*$/u.test(suffix) && suffix !== '/v1' ? suffix : undefined;
}

/** Negative when a is the older one, by the order of semantic versions (semver.Compare); what is no version is older than all. */
export function compareModuleVersions(a: string, b: string): number {
  const [one, two] = [SEMVER.exec(a), SEMVER.exec(b)];
  if (one === null || two === null) return Number(one !== null) - Number(two !== null);
  for (const index of [1, 2, 3]) {
    const difference = compareNumbers(one[index] ?? '0', two[index] ?? '0');
    if (difference !== 0) return difference;
  }
  return comparePrereleases(one[4]?.split('.') ?? [], two[4]?.split('.') ?? []);
}

/** The digits of a date and time do not fit into a number. */
function compareNumbers(a: string, b: string): number {
  return a.length - b.length || compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** A release is newer than what came before it; numbers are older than words (semver.org, 11). */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const [isNumber, isOtherNumber] = [/^\d+$/u.test(part), /^\d+$/u.test(other)];
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    const difference = isNumber ? compareNumbers(part, other) : compareTexts(part, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
