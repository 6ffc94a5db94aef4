/** What may vouch for a Go toolchain (docs/trust.md compares them). */
export type ProofKind =
  | 'checksum-database'
  | 'release-table'
  | 'openpgp-signature'
  | 'pinned-checksum'
  | 'source-listing'
  | 'sigstore-bundle';

/** Hashes that a signature may be made with. */
export type SignatureHash = 'sha256' | 'sha384' | 'sha512';

/**
 * One thing that the content must equal. `tree` is the `h1:` hash of the toolchain module's files (golang.org/x/mod
 * sumdb/dirhash Hash1) and covers every container; `file` is the SHA-256 of the whole archive and also covers the
 * directories api, doc, misc and test, which the module does not have; `signed` is a hash of the whole archive and what the
 * signer added, which a signature yielded, and since that covers no name, VERSION must name the release.
 */
export type Expectation =
  | { readonly kind: ProofKind; readonly over: 'tree'; readonly value: string; readonly root: string; readonly detail: string }
  | {
      readonly kind: ProofKind;
      readonly over: 'file';
      readonly fileName: string;
      readonly value: string;
      readonly root: string;
      readonly detail: string;
    }
  | SignedExpectation;

export interface SignedExpectation {
  readonly kind: ProofKind;
  readonly over: 'signed';
  readonly fileName: string;
  /** Lower-case hex of the hash of the archive and the trailer. */
  readonly value: string;
  readonly hash: SignatureHash;
  readonly trailer: Uint8Array;
  /** When it was signed, seconds since 1970. */
  readonly signedAt: number;
  /** Go's own name of the release: `go1.26.8`. */
  readonly release: string;
  readonly root: string;
  readonly detail: string;
}

/** The proof that was accepted. */
export interface Proof {
  readonly kind: ProofKind;
  /** Who vouches: `sum.golang.org`, `release table of 2026-11-21`, `checksum input`. */
  readonly root: string;
  /** `h1:…` or `sha256:…`. */
  readonly value: string;
  /** Human words: record number, tree size, number of lists. */
  readonly detail: string;
}

/** What one pass over an archive or an installed tree measured. */
export interface Measured {
  /** `h1:BASE64` over the files under their module names; undefined when nobody will compare it. */
  readonly tree: string | undefined;
  /** Lower-case hex SHA-256 of the whole archive; undefined for an installed tree or when not all bytes were read. */
  readonly sha256?: string;
  /** Lower-case hex of a hash over the whole archive and these bytes; undefined when that hash was not measured. */
  readonly signed?: (hash: SignatureHash, trailer: Uint8Array) => string | undefined;
  /** The text of VERSION, its first 4 KiB. */
  readonly versionFile?: string;
  readonly sizeBytes: number;
  readonly fileCount: number;
}
