/** Every duration and size in one place, each with its unit in the name and its reason beside it. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/** Deadlines of one HTTP exchange, phase by phase (reference values: 3.1 s is an ARP failure, Go's own TLS limit is 10 s). */
export interface PhaseLimits {
  readonly lookupMs: number;
  /** For each address. Not Node's 250 ms, which cuts off links whose first SYN is lost (nodejs/node#54359). */
  readonly connectMs: number;
  /** From CONNECT written to its answer. */
  readonly proxyMs: number;
  readonly tlsMs: number;
  /** From request written to the last header byte. */
  readonly firstByteMs: number;
}

export const ARCHIVE_PHASES: PhaseLimits = {
  lookupMs: 6 * SECOND,
  connectMs: 5 * SECOND,
  proxyMs: 8 * SECOND,
  tlsMs: 8 * SECOND,
  firstByteMs: 15 * SECOND,
};

/** Small answers (listings, checksum database): the next source is cheaper than waiting. */
export const METADATA_PHASES: PhaseLimits = {
  lookupMs: 4 * SECOND,
  connectMs: 4 * SECOND,
  proxyMs: 5 * SECOND,
  tlsMs: 5 * SECOND,
  firstByteMs: 8 * SECOND,
};

export const LIMITS = {
  /** Default of the input `timeout`. */
  totalMs: 10 * MINUTE,
  /** No byte of a body for so long is a stall. */
  stallMs: 20 * SECOND,
  /** A body slower than this over the whole window is given up. */
  minimumRateBytesPerSecond: 16 * KIB,
  minimumRateWindowMs: 60 * SECOND,
  /** A whole small answer, headers to last byte. */
  metadataBodyMs: 15 * SECOND,
  /** After the first version list has answered, the others get so long to answer too. */
  listingGraceMs: 2 * SECOND,
  redirectCount: 10,
  /** go.dev's complete listing was about 3 MB in 2026. */
  listingBytes: 16 * MIB,
  /** Records, notes and tiles of the checksum database are at most 8 KiB each. */
  sumdbAnswerBytes: MIB,
  /** cmd/go caps a module zip at 500 MiB unpacked (golang.org/x/mod/zip MaxZipFile). */
  unpackedBytes: 500 * MIB,
  archiveBytes: 500 * MIB,
  /** A zip without zip64 holds at most 65,534 entries; Go 1.26 has 15,036 files. */
  entryCount: 65_534,
  zipDirectoryBytes: 16 * MIB,
  /** A pax header or a GNU long name. */
  tarMetadataBytes: 64 * KIB,
  pathBytes: 1_024,
  /** Unpacked tree and staging, for the check of free space: about four times the archive. */
  freeSpaceFactor: 4,
  /** When the size of the archive is not known: Go 1.26 unpacks to 262 MiB. */
  freeSpaceBytes: 400 * MIB,
  freeInodes: 20_000,
  /** How often a waiting installation looks at the lock. */
  lockPollMs: 100,
  /** The holder of a lock touches it so often … */
  lockHeartbeatMs: 2 * SECOND,
  /** … and one that was not touched for so long has lost its holder. */
  lockStaleMs: 30 * SECOND,
  /** `go version` and `go env` take milliseconds; a cold virus scanner takes seconds. */
  execMs: 60 * SECOND,
  /** A version file is one line or a go.mod. */
  versionFileBytes: 4 * MIB,
  /** Children that must not outlive us get so long after the polite signal. */
  killGraceMs: 2 * SECOND,
} as const;
