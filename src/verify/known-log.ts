import type { TreeHead } from './tlog.ts';

/** A log that we know: who signs it, and states of it that this release was built with. */
export interface KnownLog {
  /** Verifier key text: name, key hash, key (golang.org/x/mod/sumdb/note). */
  readonly verifierKey: string;
  /**
   * The newest known head first; every head that is shown must be consistent with it. Heads of earlier releases of
   * this program follow, so that receipts made by them stay valid.
   */
  readonly heads: readonly [TreeHead, ...TreeHead[]];
}

/**
 * The Go checksum database. The key is a constant of cmd/go (src/cmd/go/internal/modfetch/key.go). The head makes a
 * false history that is shown to one victim contradict this release.
 */
export const SUM_GOLANG_ORG: KnownLog = {
  verifierKey: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
  heads: [{ size: 71_769_961, root: 'O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=' }],
};
