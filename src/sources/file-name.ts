import { archiveArch, type Platform } from '../domain/platform.ts';
import type { ArchiveFormat } from '../domain/source.ts';
import { type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';

/** The form in which go.dev publishes a platform: zip for Windows, else tar.gz. */
export function archiveFormat(platform: Platform): ArchiveFormat {
  return platform.goos === 'windows' ? 'zip' : 'tar.gz';
}

/** `go1.26.8.linux-amd64.tar.gz`, as go.dev and every flat mirror name it. */
export function archiveFileName(version: GoVersion, platform: Platform): string {
  return floatingFileName(versionText(version), platform);
}

/** The same with a version as it was written: `1.25`, `1.25.3-1`. */
export function floatingFileName(version: string, platform: Platform): string {
  return `go${version}.${platform.goos}-${archiveArch(platform)}.${archiveFormat(platform)}`;
}

export interface ArchiveName {
  readonly version: GoVersion;
  readonly goos: string;
  /** Go's name: `arm`, where the file name says `armv6l`. */
  readonly goarch: string;
  readonly format: ArchiveFormat;
}

/** Reads such a name. Undefined for everything else, installers, sources and signatures among them. */
export function parseArchiveFileName(name: string): ArchiveName | undefined {
  const match = /^(go\d[\da-z.]*)\.([a-z\d]+)-([a-z\d]+)\.(tar\.gz|zip)$/u.exec(name);
  const [, text = '', goos = '', arch = '', format] = match ?? [];
  const version = parseGoVersion(text);
  if (version === undefined || (format !== 'tar.gz' && format !== 'zip')) return undefined;
  return { version, goos, goarch: goarchOf(arch), format };
}

/** go.dev writes `armv6l` where Go says `arm`. */
export function goarchOf(arch: string): string {
  return arch === 'armv6l' ? 'arm' : arch;
}
