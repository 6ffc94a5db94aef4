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
  lookupMs: 6 * SECOND,
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
  /** Looking for a newer patch than an incomplete list names. */
  patchProbeMs: 4 * SECOND,
  redirectCount: 10,
  /** So much of an error page is read, and for so long, to show its beginning. */
  errorBodyMs: SECOND,
  errorBodyBytes: 4 * KIB,
  /** The next address of a host is tried after so long, while the earlier attempts go on (RFC 8305, 5). */
  connectStaggerMs: 250,
  /** More addresses of one host than these are not tried. */
  connectAddressCount: 8,
  /** An idle connection is not used again after so long: servers commonly close after 5 s. */
  idleConnectionMs: 4 * SECOND,
  /** Status line and headers; the largest in honest use are about 16 KiB. */
  headerBytes: 64 * KIB,
  /** What a child process may print before the rest is dropped. */
  execOutputBytes: MIB,
  /** go.dev's complete listing was about 3 MB in 2026. */
  listingBytes: 16 * MIB,
  /** Records, notes and tiles of the checksum database are at most 8 KiB each. */
  sumdbAnswerBytes: MIB,
  /** One server of the checksum database, look-up and tiles: 14 tiles in two rounds take 0.3 s, a tired proxy takes seconds. */
  sumdbServerMs: 15 * SECOND,
  /** All servers of the checksum database together. */
  sumdbTotalMs: 45 * SECOND,
  /** Tiles asked for at the same time. */
  sumdbParallelCount: 8,
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
  /** Another holder of a lock may be in another container, where its pid says nothing: so old must the file be. */
  lockDeadOwnerMs: 6 * SECOND,
  /** What a killed run left is removed after so long when its owner cannot be asked. */
  stagingMaxAgeMs: 24 * 60 * MINUTE,
  /** Virus scanners and indexers hold new files on Windows for some seconds. */
  renameRetryMs: 15 * SECOND,
  renameRetryPauseMs: 50,
  /** `go version` and `go env` take milliseconds; a cold virus scanner takes seconds. */
  execMs: 60 * SECOND,
  /** `go env GOPROXY` of some Go that was found; only a convenience. */
  goEnvMs: 10 * SECOND,
  /** The shipped table of releases is about 0.5 MB. */
  releaseTableBytes: 4 * MIB,
  /** How long a proved-by-table archive waits for the checksum database too, which leaves a receipt. */
  proofGraceMs: SECOND,
  /** Least time between two progress events of one attempt. */
  progressMs: 100,
  /** A `.sha256` file is 64 bytes, or a line of sha256sum. */
  sidecarBytes: 4 * KIB,
  /** Pauses before the sources are asked once more, after all of them failed. */
  backoffMs: [500, 2 * SECOND],
  /** A longer Retry-After is not waited for. */
  retryAfterMs: 30 * SECOND,
  /** A release that the shipped table knows for so many platforms is known for all of its common ones. */
  knownPlatformCount: 8,
  /** A name that is not answered in this time is asked for once more. */
  lookupAgainMs: SECOND,
  /** After the budget is used up, cleaning must end in this time. */
  budgetGraceMs: 5 * SECOND,
  /** Older releases that are tried when no source serves the newest match of a range. */
  fallbackVersionCount: 3,
  /** A bundle of all public roots is about 250 KiB. */
  caFileBytes: 4 * MIB,
  /** A version file is one line or a go.mod. */
  versionFileBytes: 4 * MIB,
  /** Looking up cache entries, all together: so much does an outage of the service cost. It answers in 0.1 to 0.5 s. */
  cacheLookupMs: 5 * SECOND,
  /** While looking up, the client's pause before another attempt is waited for when it is not longer (its first is 3 s, its second up to 6.8 s). */
  cacheRetryPauseMs: 3 * SECOND,
  /** Downloading and unpacking: 1 GiB at 10 MiB/s takes 100 s. Longer than that, downloading the modules anew is faster. */
  cacheRestoreMs: 4 * MINUTE,
  /** Packing and uploading one entry, after the job. */
  cacheSaveMs: 8 * MINUTE,
  /** After the line of the post step, the process ends by itself in this time or is ended. */
  postExitMs: 200,
  /** The whole post step: two entries and their look-ups. */
  postMs: 18 * MINUTE,
  /** A restore that was given up gets so long to stop unpacking, before what it unpacked is removed. */
  cacheStopMs: SECOND,
  /** Of the total budget, so much stays for the report after a restore. */
  cacheReserveMs: 5 * SECOND,
  /** Where dependency files are looked for: deeper, or in more directories, is no Go project that one job builds. */
  dependencyDepth: 16,
  dependencyDirectoryCount: 20_000,
  dependencyFileCount: 5_000,
  /** The largest go.sum of a public project is about 1 MB. */
  dependencyFileBytes: 32 * MIB,
  /** Children that must not outlive us get so long after the polite signal. */
  killGraceMs: 2 * SECOND,
} as const;
