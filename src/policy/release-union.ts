import type { ListedFile, ListedRelease } from '../domain/source.ts';
import { compareVersions, type GoVersion, versionSemver } from '../domain/version.ts';

/** What one list said. */
export interface ReleaseList {
  /** Id of the source, or `table` for the one that is shipped. */
  readonly source: string;
  /** Whether it names every archive of each release that it names, so that a missing one does not exist. */
  readonly isComplete: boolean;
  readonly releases: readonly ListedRelease[];
}

/** A release and who named it. */
export interface KnownRelease extends ListedRelease {
  /** Ids, sorted. */
  readonly learntFrom: readonly string[];
  /** Whether a complete list named it: then `files` has every platform that exists. */
  readonly isComplete: boolean;
}

/**
 * All releases of all lists, newest first. The order of the lists makes no difference. A hash or size on which lists disagree
 * is left out; a release is stable when one list says so, for a single list that denies it would hide the newest patch.
 */
export function uniteReleases(lists: readonly ReleaseList[]): readonly KnownRelease[] {
  const mentions = new Map<string, { readonly version: GoVersion; readonly by: Mention[] }>();
  for (const { source, isComplete, releases } of lists) {
    for (const release of releases) {
      const key = versionSemver(release.version);
      const entry = mentions.get(key) ?? { version: release.version, by: [] };
      mentions.set(key, entry);
      entry.by.push({ source, isComplete, release });
    }
  }
  return [...mentions.values()].map(unite).sort((a, b) => compareVersions(b.version, a.version));
}

interface Mention {
  readonly source: string;
  readonly isComplete: boolean;
  readonly release: ListedRelease;
}

function unite({ version, by }: { readonly version: GoVersion; readonly by: readonly Mention[] }): KnownRelease {
  return {
    version,
    stable: by.some(mention => mention.release.stable),
    files: uniteFiles(by.flatMap(mention => mention.release.files)),
    learntFrom: [...new Set(by.map(mention => mention.source))].sort(),
    isComplete: by.some(mention => mention.isComplete && mention.release.files.length > 0),
  };
}

function uniteFiles(files: readonly ListedFile[]): readonly ListedFile[] {
  const byKey = new Map<string, ListedFile[]>();
  for (const file of files) {
    const key = `${file.fileName} ${file.goos}/${file.goarch}`;
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [file]);
    else same.push(file);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => uniteFile(same));
}

function uniteFile(same: readonly ListedFile[]): readonly ListedFile[] {
  const [first] = same;
  if (first === undefined) return [];
  const { fileName, goos, goarch } = first;
  const sha256 = onlyValue(same.map(file => file.sha256));
  const sizeBytes = onlyValue(same.map(file => file.sizeBytes));
  return [
    { fileName, goos, goarch, ...(sha256 === undefined ? {} : { sha256 }), ...(sizeBytes === undefined ? {} : { sizeBytes }) },
  ];
}

/** The value that all agree on who have one. */
function onlyValue<T>(values: readonly (T | undefined)[]): T | undefined {
  const [value, ...others] = new Set(values.filter(candidate => candidate !== undefined));
  return others.length === 0 ? value : undefined;
}
