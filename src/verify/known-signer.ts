/** Whose signatures are believed: the pinned primary key, and where its block with the subkeys is. */
export interface KnownSigner {
  /** 40 upper-case hexadecimal digits. */
  readonly fingerprint: string;
  /** The shipped key block; read only when a signature is there. Throws Failure FS.*. */
  readBlock(): Promise<Uint8Array>;
}

/**
 * The primary key whose subkeys sign the archives of Go: "Google Inc. (Linux Packages Signing Authority)", RSA 4096, made on
 * 2016-04-12, without expiry. Subkeys change about every year, so the primary is pinned by its full fingerprint and the published
 * block is shipped (data/google-linux-packages-key.asc).
 */
export const GOOGLE_LINUX_PACKAGES = 'EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796';
