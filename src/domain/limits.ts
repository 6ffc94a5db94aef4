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
  /** When all phases must be over, redirects included, on the monotonic clock: whichever goes on then is the one that was late. */
  readonly untilMs?: number;
}

/** How long a phase that begins now may take; 0 when there is no time left. */
export function phaseMs(limits: PhaseLimits, phase: Exclude<keyof PhaseLimits, 'untilMs'>, nowMs: number): number {
  return Math.max(0, Math.round(Math.min(limits[phase], (limits.untilMs ?? Number.POSITIVE_INFINITY) - nowMs)));
}

export const ARCHIVE_PHASES: PhaseLimits = {
  lookupMs: 6 * SECOND,
  connectMs: 5 * SECOND,
  proxyMs: 8 * SECOND,
  tlsMs: 8 * SECOND,
  firstByteMs: 15 * SECOND,
};

/** Of a source that is known to be alive and was silent: a module proxy that fetches 70 MB first, for many runs at once. */
export const FETCHING_PHASES: PhaseLimits = { ...ARCHIVE_PHASES, firstByteMs: 60 * SECOND };

/** Small answers (listings, checksum database): the next source is cheaper than waiting. */
export const METADATA_PHASES: PhaseLimits = {
  lookupMs: 6 * SECOND,
  connectMs: 4 * SECOND,
  proxyMs: 5 * SECOND,
  tlsMs: 5 * SECOND,
  firstByteMs: 8 * SECOND,
};

/**
 * A version list: the shipped table, or the list that an earlier run kept, stands in for one that is late. Each phase for itself, so
 * that a slow server which is alive is waited for, and one that is dead costs 3 s (go.dev answers in 0.2 to 0.5 s).
 */
export const LISTING_PHASES: PhaseLimits = {
  lookupMs: 3 * SECOND,
  connectMs: 3 * SECOND,
  proxyMs: 3 * SECOND,
  tlsMs: 3 * SECOND,
  firstByteMs: 3 * SECOND,
};

export const LIMITS = {
  /** Nobody has answered for so long: the network is looked at beside the run, which may well fail (steps/early-look.ts). */
  earlyLookMs: SECOND,
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
  /** Public lists are asked beside those of the user's own sources when these have said nothing for so long. */
  publicListsAfterMs: SECOND,
  /** A version list that was kept longer than this is not used: Go has a release every month. */
  keptListingMs: 30 * 24 * 60 * MINUTE,
  /** The newest releases of it that are kept, of about 350 in 2026. */
  keptReleaseCount: 300,
  /** 300 names take 3 KiB. */
  keptListingBytes: 64 * KIB,
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
  /** So much of a body is read in one turn of the loop; with the 64 KiB of Node 24 (16 KiB in Node 20) the unpacker waits for turns. */
  socketBufferBytes: 128 * KIB,
  /** An idle connection is not used again after so long: servers commonly close after 5 s. */
  idleConnectionMs: 4 * SECOND,
  /** Status line and headers; the largest in honest use are about 16 KiB. */
  headerBytes: 64 * KIB,
  /** What a child process may print before the rest is dropped. */
  execOutputBytes: MIB,
  /** Its pipes get so long after its end: what is still in them is read in one turn, and a daemon that it started may hold them for ever. */
  execPipeGraceMs: 500,
  /** go.dev's complete listing was about 3 MB in 2026. */
  listingBytes: 16 * MIB,
  /** Records, notes and tiles of the checksum database are at most 8 KiB each. */
  sumdbAnswerBytes: MIB,
  /** One server of the checksum database, look-up and tiles: 14 tiles in two rounds take 0.3 s, a tired proxy takes seconds. */
  sumdbServerMs: 15 * SECOND,
  /** So long its servers have, together, to answer the look-up. */
  sumdbAnswerMs: 6 * SECOND,
  /** Once the database is known to be out of reach, a source gets so long to show that it is as dead: then that is the cause. */
  unprovedGraceMs: 2 * SECOND,
  /** Tiles asked for at the same time. */
  sumdbParallelCount: 8,
  /** Proving a go.sum: so many look-ups or tiles at a time, for each of two batches; 1,000 lines take about 1,600 requests. */
  sumsParallelCount: 24,
  /** So many modules are looked up before their tiles are fetched; what was proved counts when the budget ends. */
  sumsBatchCount: 96,
  /** What of go.sum can be proved in this time is proved by `preflight`, unless all of it is asked for. */
  sumsQuickMs: 5 * SECOND,
  /** cmd/go caps a module zip at 500 MiB unpacked (golang.org/x/mod/zip MaxZipFile). */
  unpackedBytes: 500 * MIB,
  archiveBytes: 500 * MIB,
  /** A zip without zip64 holds at most 65,534 entries; Go 1.26 has 15,036 files. */
  entryCount: 65_534,
  zipDirectoryBytes: 16 * MIB,
  /** So much of the end of a zip is asked for first: the directory of a Go module takes 1.6 MB. */
  zipTailBytes: 2 * MIB,
  /** A pax header or a GNU long name. */
  tarMetadataBytes: 64 * KIB,
  pathBytes: 1_024,
  /**
   * With less no Go can be installed, so nothing is downloaded. Half of what the files hold (Go 1.25: 197 MiB, Go 1.26: 222 MiB), for
   * a file system that compresses; whether more is enough, the disk itself says.
   */
  freeSpaceBytes: 96 * MIB,
  /** The same of inodes: the module of Go 1.25 has 11,041 files, the archive of Go 1.26 has 15,036. */
  freeInodes: 10_000,
  /** How often a waiting installation looks at the lock. */
  lockPollMs: 100,
  /** The holder of a lock touches it so often. */
  lockHeartbeatMs: 2 * SECOND,
  /** A lock that was not touched for so long has lost its holder. */
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
  /** A signature `.asc` is 833 bytes; it is asked for when the checksum database has nothing to say, and waited for so long. */
  signatureMs: 4 * SECOND,
  /** The shipped key block is 17 kB. */
  keyBlockBytes: 256 * KIB,
  /** A Sigstore bundle with an entry of a log takes some 10 kB; a public key takes less than 1 kB. */
  signatureBundleBytes: MIB,
  publicKeyBytes: 16 * KIB,
  /** The trusted root of the public Sigstore is 7 kB. */
  trustedRootBytes: 256 * KIB,
  /** A `.sha256` file is 64 bytes, or a line of sha256sum. */
  sidecarBytes: 4 * KIB,
  /** Pauses before the sources are asked once more, after all of them failed. */
  backoffMs: [500, 2 * SECOND],
  /** Sources that took longer than this to fail, all together and lists included, are not asked once more. */
  patientRoundMs: 4 * SECOND,
  /** A longer Retry-After is not waited for. */
  retryAfterMs: 30 * SECOND,
  /** A release that the shipped table knows for so many platforms is known for all of its common ones. */
  knownPlatformCount: 8,
  /** A name that is not answered in this time is asked for once more. */
  lookupAgainMs: SECOND,
  /** The answer of a look-up holds for connections that are opened so soon after it. */
  nameKeptMs: 5 * SECOND,
  /** After the budget is used up, cleaning must end in this time. */
  budgetGraceMs: 5 * SECOND,
  /** Older releases that are tried when no source serves the newest match of a range. */
  fallbackVersionCount: 3,
  /** A bundle of all public roots is about 250 KiB. */
  caFileBytes: 4 * MIB,
  /** A receipt of the checksum database is about 5 KiB. */
  receiptBytes: 256 * KIB,
  /** VERSION of a Go is two lines; so much of it is read. */
  goVersionBytes: 4 * KIB,
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
  /** Modules of one project that preflight looks at; kubernetes has about 40. */
  projectModuleCount: 500,
  /** Replaced directories of one go.mod that are looked at; kubernetes has 35. */
  projectReplacementCount: 1_000,
  /** The largest go.sum of a public project is about 1 MB, and its modules.txt half of that. */
  goSumBytes: 8 * MIB,
  /** All files of a project together that preflight reads. */
  projectBytes: 32 * MIB,
  /** When the only source that was asked has not answered in this time, the next is asked too … */
  hedgeFirstMs: SECOND,
  /** … and every further one so much later. */
  hedgeNextMs: 500,
  /**
   * A run that nobody answers is red in 8 s. Lists that were asked in vain count, and the rest is for starting and ending. A server
   * that fetches the file itself before it answers may take longer: it is waited for when its list shows that it is alive.
   */
  answerMs: 7 * SECOND,
  /** Where several were asked and none has answered, the last one gets no longer than this, and the others end with it. */
  answerAmongOthersMs: 5 * SECOND,
  /** Whoever is asked last gets this at least: with a round trip of 0.3 s, look-up, TCP, TLS and request take 1.2 s, a lost SYN 1 s. */
  answerLeastMs: 2_500,
  /** A timer that comes so much too late shows that this process was busy or asleep. */
  lateMs: 100,
  /** So long the first source streams alone: a rate measured in less says little (TCP is still speeding up). */
  joinAfterMs: 400,
  /** Then rates are smoothed, and who stalls is looked for, so often. */
  sampleMs: 250,
  /** Others join only when more than this is left: below it, opening connections takes as long as they could save. */
  joinWorthMs: 1_500,
  /** What a source is asked for at a time when several deliver one file, and the least near its end. */
  segmentBytes: MIB,
  segmentMinBytes: 256 * KIB,
  /** So far ahead of the reader segments are fetched; they wait in memory. */
  windowBytes: 16 * MIB,
  /** Where another source could go on, one that is silent for so long is left; where none could, after `stallMs`. */
  stallAmongOthersMs: 1_500,
  /** A source that another one may take over from counts as standing still after so long. */
  standstillMs: SECOND,
  /** Reading so much that nobody needs is cheaper than a new connection. */
  drainBytes: 64 * KIB,
  /** A source that failed twice in a row is not asked for so long, then for twice as long … */
  breakerMs: 2 * SECOND,
  /** … up to this. */
  breakerMaxMs: 32 * SECOND,
  /**
   * A download that will take longer than this from now on is kept on the disk while it comes, so that a run that is killed loses
   * little. A faster one costs the disk nothing.
   */
  spoolAfterMs: 10 * SECOND,
  /** Whether it will is judged after so long, or after so many bytes; until then they are held in memory. */
  spoolJudgeMs: 1_500,
  spoolHeldBytes: 4 * MIB,
  /** It is written in pieces of this size, or so often: what came since is what a kill costs. */
  spoolPieceBytes: 256 * KIB,
  spoolPieceMs: 250,
  /** Probes after a run: a whole pass takes up to PROBE_LIMITS.passMs, and then the facts are judged. */
  diagnoseMs: 25 * SECOND,
  /** Of the total budget, so much stays for the report. */
  diagnoseReserveMs: 5 * SECOND,
  /** Writing the report files: a disk that takes longer for some 100 kB does not answer. */
  reportFilesMs: 5 * SECOND,
  /** The user's own SBOM tool over the workspace: syft 1.52 takes 1 to 5 s for a project of 60 components on two busy cores. */
  sbomToolMs: 2 * MINUTE,
  /** What it may write; 10,000 components take about 10 MB. */
  sbomBytes: 32 * MIB,
  /** Pushing the metrics, look-up of the name to the status. A gateway answers in milliseconds. */
  pushMs: 5 * SECOND,
  /** The same of a run that was cut off: it must end in budgetGraceMs. */
  pushLateMs: SECOND,
  /** `git config` reads three small files. */
  gitConfigMs: 2 * SECOND,
  /** /proc/self/mountinfo of a busy Kubernetes node has some thousand lines. */
  mountTableBytes: 4 * MIB,
  /** Directories of certificates hold about 300 files; so many of them are looked into until one holds a certificate. */
  caDirectoryFileCount: 32,
  /** A go command with less room for its build cache or its temporary files fails soon: a build of one small program takes 60 MiB. */
  buildSpaceBytes: 64 * MIB,
  buildInodes: 1_000,
  /** A value of a setting or variable is kept up to here. */
  settingBytes: 4 * KIB,
  /** Children that must not outlive us get so long after the polite signal. */
  killGraceMs: 2 * SECOND,
} as const;
