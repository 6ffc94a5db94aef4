import type { Platform } from './platform.ts';
import type { GoVersion } from './version.ts';

export type ArchiveFormat = 'tar.gz' | 'zip';

/**
 * How the files of an archive are named.
 * `release`: `go/…`, all files (go.dev and its mirrors). `module`: `golang.org/toolchain@v0.0.1-goX.os-arch/…`, without
 * api, doc, misc and test, and with every go.mod as _go.mod (the module proxy).
 */
export type ArchiveLayout = 'release' | 'module';

/** One place where the bytes of one release can be asked for. */
export interface Candidate {
  readonly sourceId: string;
  /** With credentials, if the user gave some: never print it, print redactUrl of it. */
  readonly url: string;
  readonly fileName: string;
  readonly format: ArchiveFormat;
  readonly layout: ArchiveLayout;
  /** Sent to the origin of `url` only. */
  readonly authorization?: string;
  /** What the file had when it was exported, lower-case hex. It proves nothing; where it differs, the file was changed since. */
  readonly exportedSha256?: string;
}

/** What a version list says of one release. `files` may be empty (the module list knows platforms, not hashes). */
export interface ListedRelease {
  readonly version: GoVersion;
  readonly stable: boolean;
  readonly files: readonly ListedFile[];
}

export interface ListedFile {
  readonly fileName: string;
  readonly goos: string;
  readonly goarch: string;
  /** 64 lower-case hexadecimal digits; undefined where the list has none. A hint, never a proof. */
  readonly sha256?: string;
  readonly sizeBytes?: number;
}

/** A version list that can be read: where it is and how its body is understood. */
export interface Listing {
  readonly url: string;
  readonly authorization?: string;
  /** Throws Failure LIST.MALFORMED. */
  parse(body: Uint8Array): readonly ListedRelease[];
}

/** A small question whether a source has one release, for lists that may be incomplete. */
export interface Probe {
  readonly url: string;
  readonly authorization?: string;
  /** Whether the body of a 200 answer says yes. */
  confirms(body: Uint8Array): boolean;
}

/** A kind of place that Go can be acquired from. Pure: it knows addresses and formats, and fetches nothing. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly kind: 'official' | 'mirror' | 'custom' | 'file' | 'module-proxy';
  /** Undefined when this source has no list. */
  listing(): Listing | undefined;
  /** Undefined when this source cannot have the release for this platform. */
  candidate(version: GoVersion, platform: Platform): Candidate | undefined;
  /** Only where one release can be asked for. */
  probe?(version: GoVersion, platform: Platform): Probe;
}
