/**
 * The bytes of one archive, wherever they come from. Acquire makes it, install reads it: neither knows the other.
 * A zip reader asks for the tail first (the directory stands at the end), then streams from the start.
 */
export interface ArchiveBytes {
  /** As announced by the peer, so only a hint until all bytes were read. */
  readonly sizeBytes: number | undefined;
  /**
   * The last `bytes` bytes, or the whole file if it is shorter. Undefined when the peer cannot give a range: then
   * the whole file must be streamed.
   */
  tail(bytes: number): Promise<{ readonly start: number; readonly data: Uint8Array; readonly sizeBytes: number } | undefined>;
  /**
   * Bytes from `from` (default: 0) to `end` (exclusive; default: all), once, in order. Throws Failure (BODY.*, HTTP.*) when they
   * end early or stop coming.
   */
  stream(end?: number, from?: number): AsyncIterable<Uint8Array>;
}

/** Archive bytes that hold a connection or a file. `close` may be called at any time and more than once. */
export interface OpenedArchive extends ArchiveBytes {
  close(): void;
}
