import { LIMITS } from '../domain/limits.ts';
import type { Clock } from '../ports/machine.ts';

/** Where a recorder writes to. */
export interface RecorderSink {
  /** False: it could not be written, and no more is to come. */
  write(bytes: Uint8Array): boolean;
  close(): void;
}

export interface RecorderOptions {
  readonly source: AsyncIterator<Uint8Array>;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** How much the source will give in all; undefined while that is not known. */
  readonly totalBytes: () => number | undefined;
  /** Asked at most once, when it is worth it; undefined: it cannot be kept. */
  readonly open: () => Promise<RecorderSink | undefined>;
}

interface State extends RecorderOptions {
  /** `judging`: the bytes are held in memory. `passing`: nothing is done with them. */
  phase: 'judging' | 'writing' | 'passing';
  sink: RecorderSink | undefined;
  beganAtMs: number | undefined;
  receivedBytes: number;
  /** Of all reads; while the reader works, it is not the source that is slow. */
  waitedMs: number;
  /** Both sums half way to the judgement, which counts from here on: before, TCP speeds up and other sources join. */
  mark: { readonly receivedBytes: number; readonly waitedMs: number } | undefined;
  /** What came and is not written. */
  held: Uint8Array[];
  heldBytes: number;
  writtenAtMs: number;
}

/**
 * The same bytes, written on the side when the source turns out to be slow: when waiting for the rest would take longer than
 * LIMITS.spoolAfterMs. Until that is judged the bytes are held in memory, so that what is written begins with the first. Judged once;
 * a fast source then costs nothing more.
 */
export function recorded(options: RecorderOptions): AsyncIterator<Uint8Array, void, undefined> {
  const state: State = {
    ...options,
    phase: 'judging',
    sink: undefined,
    beganAtMs: undefined,
    receivedBytes: 0,
    waitedMs: 0,
    mark: undefined,
    held: [],
    heldBytes: 0,
    writtenAtMs: 0,
  };
  return {
    next: () => (state.phase === 'passing' ? state.source.next() : read(state)),
    async return() {
      close(state);
      await state.source.return?.();
      return { value: undefined, done: true };
    },
  };
}

async function read(state: State): Promise<IteratorResult<Uint8Array, void>> {
  const { clock, source } = state;
  const startMs = clock.monotonic();
  state.beganAtMs ??= startMs;
  try {
    const read = await source.next();
    state.waitedMs += clock.monotonic() - startMs;
    if (read.done === true) close(state);
    else await take(state, read.value);
    return read;
  } catch (error) {
    close(state);
    throw error;
  }
}

async function take(state: State, chunk: Uint8Array): Promise<void> {
  // The reader has left meanwhile.
  if (state.phase === 'passing') return;
  state.held.push(chunk);
  state.heldBytes += chunk.length;
  state.receivedBytes += chunk.length;
  const nowMs = state.clock.monotonic();
  if (state.phase === 'writing') {
    if (state.heldBytes >= LIMITS.spoolPieceBytes || nowMs - state.writtenAtMs >= LIMITS.spoolPieceMs) flush(state);
    return;
  }
  const elapsedMs = nowMs - (state.beganAtMs ?? nowMs);
  if (elapsedMs >= LIMITS.spoolJudgeMs || state.heldBytes >= LIMITS.spoolHeldBytes) await judge(state);
  else if (elapsedMs >= LIMITS.spoolJudgeMs / 2) state.mark ??= { receivedBytes: state.receivedBytes, waitedMs: state.waitedMs };
}

async function judge(state: State): Promise<void> {
  const sink = isSlow(state) ? await state.open() : undefined;
  // The reader may have left while it was opened.
  if (sink === undefined || state.phase !== 'judging') {
    sink?.close();
    pass(state);
    return;
  }
  state.sink = sink;
  state.phase = 'writing';
  flush(state);
}

function isSlow({ mark, receivedBytes, waitedMs, totalBytes }: State): boolean {
  const sizeBytes = totalBytes();
  if (sizeBytes === undefined) return false;
  const bytes = receivedBytes - (mark?.receivedBytes ?? 0);
  const ms = waitedMs - (mark?.waitedMs ?? 0);
  return (sizeBytes - receivedBytes) * ms > bytes * LIMITS.spoolAfterMs;
}

function flush(state: State): void {
  const { sink, held, heldBytes } = state;
  if (sink === undefined || heldBytes === 0) return;
  const [first] = held;
  state.held = [];
  state.heldBytes = 0;
  state.writtenAtMs = state.clock.monotonic();
  const isWritten = sink.write(held.length === 1 && first !== undefined ? first : Buffer.concat(held, heldBytes));
  if (!isWritten) pass(state);
}

/** What came is written to its end; nothing more is. */
function close(state: State): void {
  const { sink } = state;
  if (state.phase === 'writing') flush(state);
  pass(state);
  sink?.close();
}

function pass(state: State): void {
  state.phase = 'passing';
  state.sink = undefined;
  state.held = [];
  state.heldBytes = 0;
}
