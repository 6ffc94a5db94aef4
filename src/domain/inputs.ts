import type { GoVersion } from './version.ts';

/** One entry of the input `sources`, as written, before a registry knows it. */
export type SourceSpec =
  | { readonly kind: 'id'; readonly id: string }
  /** Flat layout: `<url>/<file>`; also `file:///directory`. */
  | { readonly kind: 'base'; readonly url: string }
  /** With `{file}`, or with `{version} {os} {arch} {ext}`. */
  | { readonly kind: 'template'; readonly template: string };

/** The user's own pin. */
export type ChecksumPin =
  | { readonly kind: 'sha256'; /** 64 lower-case digits. */ readonly hex: string }
  | { readonly kind: 'h1'; /** `h1:` and 44 base64 characters. */ readonly text: string };

/** What the user wants, judged and typed. Frozen. */
export interface Inputs {
  /** Trimmed; undefined when not given. */
  readonly goVersion: string | undefined;
  readonly goVersionFile: string | undefined;
  readonly checkLatest: boolean;
  readonly architecture: string | undefined;
  /** `auto` is the empty list. A list that was named is exclusive. */
  readonly sources: readonly SourceSpec[];
  readonly sourceToken: string | undefined;
  readonly verification: 'strict' | 'source';
  readonly checksum: ChecksumPin | undefined;
  readonly minGoVersion: GoVersion;
  readonly workingDirectory: string;
  readonly gotoolchain: 'keep' | 'local' | 'auto';
  readonly timeoutMs: number;
  readonly offline: boolean;
  readonly caFile: string | undefined;
  readonly allowDirect: boolean;
  readonly summary: 'always' | 'on-failure' | 'never';
  /** Undefined: the default of the host. */
  readonly reportDir: string | undefined;
  /** `--dest` of the command line: install there, not into the tool cache. */
  readonly destination: string | undefined;
}
