import { type Address, joinAddress } from '../domain/address.ts';
import { failure } from '../domain/failure.ts';
import { archiveArch, type Platform } from '../domain/platform.ts';
import type { Candidate, ListedRelease, Source } from '../domain/source.ts';
import { moduleVersion } from '../domain/toolchain-module.ts';
import { type GoVersion, sameVersion, versionText } from '../domain/version.ts';
import { flatCandidate, namedFile } from './flat-directory.ts';
import { parseGoListing } from './go-listing.ts';

/** The files beside the archives in a directory that `mirror export` wrote. */
export const EXPORT_FILES = {
  /** Which releases there are, in the form of go.dev's list. */
  index: 'index.json',
  /** As `sha256sum` writes it; finds what was damaged on the way, and proves nothing. */
  sums: 'SHA256SUMS',
  /** The newest signed tree head among the receipts. */
  head: 'tree-head.txt',
  /** The release table of the program that exported. Nobody reads it as a proof: a source never vouches for itself. */
  table: 'releases.json',
  readme: 'README.txt',
} as const;

/** The proof of one release and platform, whatever its archive is called. */
export function receiptFileName(version: GoVersion, platform: Platform): string {
  return `${moduleVersion(version, platform)}.receipt.json`;
}

/** `v0.0.1-go1.26.8.linux-amd64.zip`: the archive as a module proxy has it, in a flat directory. */
export function moduleFileName(version: GoVersion, platform: Platform): string {
  return `${moduleVersion(version, platform)}.zip`;
}

/** File name to SHA-256 in lower-case hex. */
export type Sums = ReadonlyMap<string, string>;

/** One exported directory, read. */
export interface ExportedIndex {
  readonly releases: readonly ListedRelease[];
  readonly sums: Sums;
}

/**
 * Reads SHA256SUMS: `<64 hex>  <name>` on each line, names of this directory only, none twice. Throws LIST.MALFORMED, for a list that
 * was cut would let changed files pass.
 */
export function parseSums(bytes: Uint8Array, subject: string): Sums {
  const sums = new Map<string, string>();
  const lines = new TextDecoder().decode(bytes).split('\n');
  const last = lines.pop();
  for (const [index, line] of lines.entries()) {
    const [, sha256 = '', name = ''] = /^([0-9a-f]{64}) [ *]([\w.+-]{1,200})$/u.exec(line) ?? [];
    if (name === '' || sums.has(name)) throw malformedSums(subject, `line ${index + 1}`);
    sums.set(name, sha256);
  }
  if (last !== '') throw malformedSums(subject, 'the last line is cut');
  return sums;
}

function malformedSums(subject: string, reason: string): Error {
  return failure('LIST.MALFORMED', { subject, evidence: { file: EXPORT_FILES.sums, reason } });
}

/** The same in order of the names; parseSums reads it back. */
export function sumsText(sums: Sums): string {
  const names = [...sums.keys()].sort();
  return names.map(name => `${sums.get(name)}  ${name}\n`).join('');
}

/** An archive that was proved and stands in the directory. */
export interface ExportedArchive {
  readonly version: GoVersion;
  readonly platform: Platform;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** index.json in the form of go.dev's list; releases in the order in which they come, newest first as a rule. */
export function indexText(archives: readonly ExportedArchive[]): string {
  const releases = new Map<string, { version: string; stable: boolean; files: unknown[] }>();
  for (const { version, platform, fileName, sha256, sizeBytes } of archives) {
    const name = `go${versionText(version)}`;
    const release = releases.get(name) ?? { version: name, stable: version.prerelease === undefined, files: [] };
    releases.set(name, release);
    const file = { filename: fileName, os: platform.goos, arch: archiveArch(platform), version: name };
    release.files.push({ ...file, sha256, size: sizeBytes, kind: 'archive' });
  }
  return `${JSON.stringify([...releases.values()], undefined, 1)}\n`;
}

/**
 * A directory that `mirror export` wrote, on this machine or behind a web server. Its index says under which name it has a release; one
 * that the index does not name is looked for under its usual name.
 */
export function exportedSource(
  source: Address & { readonly id: string; readonly title: string; readonly kind: 'file' | 'custom' },
  index: ExportedIndex,
): Source {
  const { id, title, kind, ...address } = source;
  const directory = { sourceId: id, ...address };
  return {
    id,
    title,
    kind,
    listing: () => ({ ...address, url: joinAddress(address.url, EXPORT_FILES.index), parse: body => parseGoListing(body, id) }),
    candidate: (version, platform) => {
      const candidate = exportedCandidate(directory, index, { version, platform });
      const exportedSha256 = index.sums.get(candidate.fileName);
      return exportedSha256 === undefined ? candidate : { ...candidate, exportedSha256 };
    },
  };
}

function exportedCandidate(
  directory: Address & { readonly sourceId: string },
  { releases }: ExportedIndex,
  { version, platform }: { readonly version: GoVersion; readonly platform: Platform },
): Candidate {
  const usual = flatCandidate(directory, version, platform);
  const names = releases.filter(release => sameVersion(release.version, version)).flatMap(({ files }) => files);
  const moduleName = moduleFileName(version, platform);
  const isModule = !names.some(({ fileName }) => fileName === usual.fileName) && names.some(file => file.fileName === moduleName);
  return isModule ? { ...namedFile(directory, moduleName, platform), format: 'zip', layout: 'module' } : usual;
}
