const SECOND = 1_000;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/** Deadlines and bounds of one diagnostic pass. Values of a phase are cut to what is left of the pass. */
export const PROBE_LIMITS = {
  /** Everything: a person waits for the answer. */
  passMs: 24 * SECOND,
  /** A pass beside a run that waits: with the time before it, it ends before a run does whose sources are all silent, or with it. */
  earlyPassMs: 6 * SECOND,
  /** With less than this left nothing more is begun: a deadline that short would say nothing. */
  leastMs: 250,
  /** getaddrinfo: glibc waits 5 s for its first server. */
  lookupMs: 6 * SECOND,
  /** One question on the wire; asked twice. */
  wireMs: 1_500,
  wireTryCount: 2,
  /** For each address. No answer to ARP shows after 3.1 s. */
  connectMs: 5 * SECOND,
  /** So long an open connection is listened to before we speak: what ends or talks in this time does so unasked. */
  silenceMs: 150,
  tunnelMs: 6 * SECOND,
  handshakeMs: 6 * SECOND,
  /** A handshake that differs in one variable, beside others. */
  variantMs: 4 * SECOND,
  /** TLS 1.3: so long a refusal may follow the handshake; a server that is content sends a ticket. */
  refusalMs: 250,
  firstByteMs: 8 * SECOND,
  bodyMs: 4 * SECOND,
  /** So much is asked for … */
  rangeBytes: 512,
  /** … and so much is read where the range is ignored. */
  bodyBytes: 64 * KIB,
  /** So much of a body is kept for its title and kind. */
  keptBytes: 4 * KIB,
  /** The first raw bytes that are kept as hex. */
  firstBytes: 64,
  /** Time between two samples of a body. */
  sampleMs: 100,
  sampleCount: 48,
  /** An error page of a proxy is read for so long. */
  pageMs: 300,
  /** Exchanges with one host, in one pass. */
  hostRequestCount: 3,
  targetCount: 24,
  /** Members of GOPROXY; cmd/go would have given up long before. */
  memberCount: 8,
  /** Hosts that are asked for their Date alone, with a certificate whose time seems wrong. */
  dateHostCount: 3,
  hostsFileBytes: MIB,
  /** A local archive that is classified. */
  archiveBytes: 500 * MIB,
  archiveMs: 10 * SECOND,
} as const;
