/** What may vouch for a Go toolchain (reference: the roots are compared in docs/trust.md). */
export type ProofKind = 'checksum-database' | 'release-table' | 'pinned-checksum' | 'source-listing';

/**
 * One thing that the content must equal. `tree` is the `h1:` hash of the toolchain module's files (golang.org/x/mod
 * sumdb/dirhash Hash1) and covers every container; `file` is the SHA-256 of the whole archive and also covers the
 * directories api, doc, misc and test, which the module does not have.
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
    };

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
  readonly sizeBytes: number;
  readonly fileCount: number;
}
