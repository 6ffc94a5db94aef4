import type { ListedFile, ListedRelease, Source } from '../domain/source.ts';
import { compareVersions, type GoVersion, versionText } from '../domain/version.ts';
import { parseArchiveFileName } from './file-name.ts';
import { flatCandidate, flatDirectory } from './flat-directory.ts';

/**
 * A directory of archives on this machine, `file:///dir`; candidates keep the file scheme. It has no listing to fetch: whoever
 * can read the directory hands its names to listFileDirectory.
 */
export function fileSource(source: { readonly id: string; readonly url: string }): Source {
  const directory = flatDirectory(source.id, source.url);
  return {
    id: source.id,
    title: source.url,
    kind: 'file',
    listing: () => undefined,
    candidate: (version, platform) => flatCandidate(directory, version, platform),
  };
}

/** The releases whose archives are among these names, newest first; other names are ignored. */
export function listFileDirectory(names: readonly string[]): readonly ListedRelease[] {
  const found = new Map<string, { readonly version: GoVersion; readonly files: ListedFile[] }>();
  for (const fileName of names) {
    const name = parseArchiveFileName(fileName);
    if (name === undefined) continue;
    const { version, goos, goarch } = name;
    const release = found.get(versionText(version)) ?? { version, files: [] };
    found.set(versionText(version), release);
    release.files.push({ fileName, goos, goarch });
  }
  return [...found.values()]
    .map(({ version, files }) => ({ version, stable: version.prerelease === undefined, files }))
    .sort((a, b) => compareVersions(b.version, a.version));
}
