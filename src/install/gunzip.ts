import { createGunzip, type Gunzip } from 'node:zlib';
import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { HEAD_BYTES, notAnArchive } from './archive-head.ts';

/** Measured: 16 KiB, the default, makes inflating 2.5 times slower; beyond 256 KiB little is gained, and the process grows by 6 MiB. */
const CHUNK_BYTES = 256 * 1024;
/**
 * Input is handed over in pieces of this size: each piece costs a turn of the loop, in which the inflater stands still while a file is
 * written (measured: a quarter of the time with the 64 KiB of a socket).
 */
const INPUT_BYTES = 128 * 1024;
/** More than this may not wait for the inflater: one piece beside the one that it has (measured: with another, 4 MiB more and no less time). */
const MAX_WAITING_BYTES = INPUT_BYTES;
/** So many inflated pieces may wait for the disk. */
const MAX_QUEUE = 2;
/** So much is written in one turn of the loop. */
const SLICE_BYTES = 128 * 1024;
/** After so much output what it leaves behind is collected (measured: 97 MiB of memory in place of 133; with half of it 2 % more time). */
const RELIEF_BYTES = 4 * 1024 * 1024;
/** Headers and padding of a tar beside the content that the sink limits: 1 KiB for each entry. */
const MAX_OUTPUT_BYTES = LIMITS.unpackedBytes + LIMITS.entryCount * 1024;

export interface GunzipOptions {
  readonly source: AsyncIterable<Uint8Array>;
  /** Hears of every piece of the archive before it is inflated. */
  readonly onInput?: (bytes: Uint8Array) => void;
  /** Takes the content piece by piece, synchronously. What it throws ends everything. */
  readonly consume: (bytes: Buffer) => void;
  /** More content than this is ARC.LIMIT; default: what the limits of a tree allow. */
  readonly maxOutputBytes?: number;
  /** Called now and then: gives back the memory of buffers that nothing uses any more. */
  readonly relieve?: (() => void) | undefined;
}

/**
 * Inflates a gzip stream. While `consume` works on one piece, zlib inflates the next in its own thread: measured to save
 * 14 %. Rejects with the first failure, wherever it is: of the source or of `consume` as it is, ARC.NOT_GZIP, HTTP.HTML,
 * ARC.TRUNCATED, ARC.CORRUPT, ARC.LIMIT, or the signal's reason. Then the source is closed and nothing goes on.
 */
export async function gunzip(options: GunzipOptions, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const inflater = startInflater(options);
  const iterator = options.source[Symbol.asyncIterator]();
  const abort = () => inflater.fail(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([feed(iterator, inflater, options.onInput), inflater.failed]);
    await inflater.finish();
  } catch (error) {
    inflater.fail(error);
    // Not awaited: a source that hangs in next() would hold up the failure.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

async function feed(
  iterator: AsyncIterator<Uint8Array>,
  inflater: Inflater,
  onInput: ((bytes: Uint8Array) => void) | undefined,
): Promise<void> {
  let input = inflater.freeInput();
  let filledBytes = 0;
  // The first pieces may be tiny: there must be enough to tell a web page from an archive.
  let isHead = true;
  const hand = async (): Promise<void> => {
    const filled = input.subarray(0, filledBytes);
    if (isHead && !isGzip(filled)) throw notAnArchive(filled, 'ARC.NOT_GZIP');
    isHead = false;
    if (filledBytes === 0) return;
    await inflater.write(filled, input);
    input = inflater.freeInput();
    filledBytes = 0;
  };
  for (;;) {
    const { value, done } = await iterator.next();
    if (done === true) return hand();
    onInput?.(value);
    for (let at = 0; at < value.length; ) {
      if (inflater.hasFailed()) return;
      const to = Math.min(value.length, at + INPUT_BYTES - filledBytes);
      input.set(value.subarray(at, to), filledBytes);
      filledBytes += to - at;
      at = to;
      if (filledBytes >= (isHead ? HEAD_BYTES : INPUT_BYTES)) await hand();
    }
  }
}

/** RFC 1952, 2.3: the two magic bytes and the only compression method. */
function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

interface Inflater {
  /** A buffer of INPUT_BYTES that nobody uses. */
  freeInput(): Buffer;
  /** Inflates what a buffer holds, which is free again afterwards. Resolves when the next piece may come. */
  write(bytes: Uint8Array, buffer: Buffer): Promise<void>;
  /** Resolves when everything was consumed. */
  finish(): Promise<void>;
  /** Stops all work; the first error counts. */
  fail(error: unknown): void;
  hasFailed(): boolean;
  /** Never resolves; rejects with the first error. */
  readonly failed: Promise<never>;
}

interface State {
  readonly engine: Gunzip;
  readonly consume: (bytes: Buffer) => void;
  readonly relieve: () => void;
  readonly maxOutputBytes: number;
  readonly reject: (error: unknown) => void;
  readonly queue: Buffer[];
  /** To be filled again: a new one for every piece would be 64 MiB of them. */
  readonly freeInputs: Buffer[];
  isScheduled: boolean;
  hasEnded: boolean;
  hasFailed: boolean;
  inputBytes: number;
  /** Of the input, what zlib has not taken yet. */
  waitingBytes: number;
  outputBytes: number;
  /** Consumed since the last relief. */
  unrelievedBytes: number;
  /** Who waits for room, or for the end. */
  wake: (() => void) | undefined;
}

function startInflater({ consume, relieve = () => undefined, maxOutputBytes = MAX_OUTPUT_BYTES }: GunzipOptions): Inflater {
  let reject: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, rejectFailed) => {
    reject = rejectFailed;
  });
  const engine = createGunzip({ chunkSize: CHUNK_BYTES });
  const counts = { inputBytes: 0, waitingBytes: 0, outputBytes: 0, unrelievedBytes: 0 };
  const start = { isScheduled: false, hasEnded: false, hasFailed: false, wake: undefined, ...counts };
  const state: State = { engine, consume, relieve, maxOutputBytes, reject, queue: [], freeInputs: [], ...start };
  engine.on('data', (bytes: Buffer) => take(state, bytes));
  engine.on('error', error => fail(state, zlibFailure(error)));
  engine.on('end', () => {
    state.hasEnded = true;
    wake(state);
  });
  return {
    freeInput: () => state.freeInputs.pop() ?? Buffer.allocUnsafeSlow(INPUT_BYTES),
    write: (bytes, buffer) => write(state, bytes, buffer),
    // What failed must win where both are settled: a failed inflater has nothing more to finish.
    finish: () => Promise.race([failed, finish(state)]),
    fail: error => fail(state, error),
    hasFailed: () => state.hasFailed,
    failed,
  };
}

function take(state: State, bytes: Buffer): void {
  state.outputBytes += bytes.length;
  if (state.outputBytes > state.maxOutputBytes) {
    fail(state, failure('ARC.LIMIT', { subject: 'archive', evidence: { limit: state.maxOutputBytes } }));
    return;
  }
  state.queue.push(bytes);
  if (state.queue.length >= MAX_QUEUE) state.engine.pause();
  if (!state.isScheduled) {
    state.isScheduled = true;
    setImmediate(consumeNext, state);
  }
}

/**
 * A slice for each turn of the loop. Between two turns the inflater gets its next work: it stands still from the moment a piece is
 * done until we hear of it, so the turns must be short.
 */
function consumeNext(state: State): void {
  const bytes = nextSlice(state.queue);
  try {
    if (bytes !== undefined) consume(state, bytes);
  } catch (error) {
    fail(state, error);
  }
  if (state.hasFailed) return;
  if (state.engine.isPaused()) state.engine.resume();
  if (state.queue.length > 0) {
    setImmediate(consumeNext, state);
  } else {
    state.isScheduled = false;
    wake(state);
  }
}

function nextSlice(queue: Buffer[]): Buffer | undefined {
  const [piece] = queue;
  if (piece === undefined || piece.length <= SLICE_BYTES) return queue.shift();
  queue[0] = piece.subarray(SLICE_BYTES);
  return piece.subarray(0, SLICE_BYTES);
}

function consume(state: State, bytes: Buffer): void {
  state.consume(bytes);
  state.unrelievedBytes += bytes.length;
  if (state.unrelievedBytes < RELIEF_BYTES) return;
  state.unrelievedBytes = 0;
  state.relieve();
}

async function write(state: State, bytes: Uint8Array, buffer: Buffer): Promise<void> {
  state.inputBytes += bytes.length;
  if (state.hasEnded) throw corruptGzip('more bytes after the end');
  if (state.hasFailed) return;
  state.waitingBytes += bytes.length;
  state.engine.write(bytes, () => {
    state.waitingBytes -= bytes.length;
    state.freeInputs.push(buffer);
    wake(state);
  });
  // When something follows the gzip data, zlib ends and never asks for more: the end wakes us as well.
  while (state.waitingBytes > MAX_WAITING_BYTES && !state.hasEnded && !state.hasFailed) await turn(state);
}

async function finish(state: State): Promise<void> {
  state.engine.end();
  while (!state.hasFailed && !(state.hasEnded && state.queue.length === 0 && !state.isScheduled)) await turn(state);
  if (state.hasFailed || state.engine.bytesWritten === state.inputBytes) return;
  throw corruptGzip(`${state.inputBytes - state.engine.bytesWritten} bytes after the end`);
}

function turn(state: State): Promise<void> {
  return new Promise(resolve => {
    state.wake = resolve;
  });
}

function wake(state: State): void {
  const resolve = state.wake;
  state.wake = undefined;
  resolve?.();
}

function fail(state: State, error: unknown): void {
  if (state.hasFailed) return;
  state.hasFailed = true;
  state.queue.length = 0;
  state.engine.destroy();
  state.reject(error);
  wake(state);
}

function zlibFailure(error: NodeJS.ErrnoException): Failure {
  if (error.code === 'Z_BUF_ERROR')
    return failure('ARC.TRUNCATED', { subject: 'archive', evidence: { zlib: error.code } }, error);
  return corruptGzip(`${error.code}: ${error.message}`, error);
}

function corruptGzip(problem: string, cause?: unknown): Failure {
  return failure('ARC.CORRUPT', { subject: 'archive', evidence: { problem } }, cause);
}
