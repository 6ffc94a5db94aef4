import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { decodeName } from './entry-name.ts';
import { type PaxRecords, readPax } from './pax.ts';
import { BLOCK_BYTES, corruptTar, isZeroBlock, readTarHeader, type TarHeader } from './tar-header.ts';
import type { TreeSink } from './tree-sink.ts';

/** Reads a tar stream piece by piece into a sink. Strict: what a Go archive does not hold is refused. */
export interface TarReader {
  /** Any piece of the stream, in order; it may be reused afterwards. Throws ARC.* and what the sink throws. */
  push(bytes: Buffer): void;
  /** After the last piece. Throws ARC.TRUNCATED when the end mark did not come. */
  end(): void;
}

/** Headers whose content describes the next entry: pax, pax for all, GNU long name. */
type Described = 'x' | 'g' | 'L';

interface Metadata {
  readonly type: Described;
  readonly data: Buffer;
  filled: number;
}

interface State {
  readonly sink: Pick<TreeSink, 'begin' | 'data' | 'end' | 'directory'>;
  /** Bytes of the current entry that are still to come, and of its padding. */
  left: number;
  padding: number;
  metadata: Metadata | undefined;
  /** What the headers before an entry said of it. */
  pending: PaxRecords | undefined;
  zeroBlocks: number;
  /** A header that is cut by the end of a piece. */
  readonly partial: Buffer;
  partialBytes: number;
}

export function createTarReader(sink: State['sink']): TarReader {
  const partial = Buffer.alloc(BLOCK_BYTES);
  const start = { left: 0, padding: 0, metadata: undefined, pending: undefined, zeroBlocks: 0, partialBytes: 0 };
  const state: State = { sink, partial, ...start };
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; ) at = step(state, bytes, at);
    },
    end() {
      const isComplete = state.left === 0 && state.padding === 0 && state.partialBytes === 0 && state.zeroBlocks >= 2;
      if (!isComplete) throw failure('ARC.TRUNCATED', { subject: 'tar', evidence: { 'missing bytes': state.left } });
    },
  };
}

/** Takes what one place of the stream asks for; gives where it stopped. */
function step(state: State, bytes: Buffer, at: number): number {
  if (state.left > 0) return content(state, bytes, at);
  if (state.padding > 0) {
    const skipped = Math.min(state.padding, bytes.length - at);
    state.padding -= skipped;
    return at + skipped;
  }
  if (state.partialBytes > 0 || bytes.length - at < BLOCK_BYTES) return gather(state, bytes, at);
  block(state, bytes, at);
  return at + BLOCK_BYTES;
}

function gather(state: State, bytes: Buffer, from: number): number {
  const to = Math.min(from + BLOCK_BYTES - state.partialBytes, bytes.length);
  state.partialBytes += bytes.copy(state.partial, state.partialBytes, from, to);
  if (state.partialBytes === BLOCK_BYTES) {
    state.partialBytes = 0;
    block(state, state.partial, 0);
  }
  return to;
}

function block(state: State, bytes: Buffer, at: number): void {
  if (bytes[at] === 0 && isZeroBlock(bytes, at)) {
    if (state.pending !== undefined) throw corruptTar('a name without its entry');
    state.zeroBlocks++;
    return;
  }
  // One zero block followed by more entries: some readers stop at it and others do not.
  if (state.zeroBlocks > 0) throw corruptTar(state.zeroBlocks > 1 ? 'data after the end' : 'one zero block');
  const header = readTarHeader(bytes, at);
  if (header.type === 'x' || header.type === 'g' || header.type === 'L') beginMetadata(state, header, header.type);
  else beginEntry(state, header);
}

function beginMetadata(state: State, { sizeBytes }: TarHeader, type: Described): void {
  if (state.pending !== undefined) throw corruptTar('two names for one entry');
  if (sizeBytes === 0) throw corruptTar('empty extension header');
  if (sizeBytes > LIMITS.tarMetadataBytes) {
    throw failure('ARC.LIMIT', { subject: 'tar', evidence: { 'header bytes': sizeBytes, limit: LIMITS.tarMetadataBytes } });
  }
  state.metadata = { type, data: Buffer.alloc(sizeBytes), filled: 0 };
  expectContent(state, sizeBytes);
}

function beginEntry(state: State, header: TarHeader): void {
  const path = decodeName(state.pending?.name ?? header.name);
  const sizeBytes = state.pending?.sizeBytes ?? header.sizeBytes;
  state.pending = undefined;
  if (header.type === '5') {
    if (sizeBytes !== 0) throw corruptTar('a directory with content');
    state.sink.directory(path.endsWith('/') ? path.slice(0, -1) : path);
  } else if (header.type === '0') {
    state.sink.begin({ path, sizeBytes, mtimeSeconds: header.mtimeSeconds });
    expectContent(state, sizeBytes);
    if (sizeBytes === 0) state.sink.end();
  } else {
    throw failure('ARC.TYPE', { subject: path.slice(0, 200), evidence: { type: JSON.stringify(header.type) } });
  }
}

function expectContent(state: State, sizeBytes: number): void {
  state.left = sizeBytes;
  state.padding = (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}

function content(state: State, bytes: Buffer, from: number): number {
  const to = Math.min(from + state.left, bytes.length);
  state.left -= to - from;
  if (state.metadata === undefined) {
    state.sink.data(bytes, from, to);
    if (state.left === 0) state.sink.end();
  } else {
    state.metadata.filled += bytes.copy(state.metadata.data, state.metadata.filled, from, to);
    if (state.left === 0) endMetadata(state, state.metadata);
  }
  return to;
}

function endMetadata(state: State, { type, data }: Metadata): void {
  state.metadata = undefined;
  if (type === 'g') readPax(data, { isGlobal: true });
  else state.pending = type === 'x' ? readPax(data, { isGlobal: false }) : { name: gnuName(data) };
}

/** The content of a GNU long name ends with a NUL. */
function gnuName(data: Buffer): Buffer {
  const nul = data.indexOf(0);
  if (nul !== data.length - 1 || nul === 0) throw corruptTar('long name');
  return data.subarray(0, nul);
}
