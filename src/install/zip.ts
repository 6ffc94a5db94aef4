import { crc32, inflateRawSync } from 'node:zlib';
import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import { failure } from '../domain/failure.ts';
import { HEAD_BYTES, notAnArchive } from './archive-head.ts';
import type { TreeSink } from './tree-sink.ts';
import {
  checkExtra,
  corruptZip,
  FLAG_DESCRIPTOR,
  METHOD_STORED,
  readZipDirectory,
  readZipEnd,
  type ZipEnd,
  type ZipEntry,
} from './zip-directory.ts';

/** The directory of a Go module zip takes 1.6 MB. */
const TAIL_BYTES = 2 * 1024 * 1024;
const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
/** A whole file is inflated into one buffer up to this size, so that a lie cannot ask for much memory at once. */
const MAX_CHUNK_BYTES = 8 * 1024 * 1024;

type Sink = Pick<TreeSink, 'begin' | 'data' | 'end' | 'directory'>;

/** What the end of a zip says of the rest. */
export interface ZipTail {
  readonly end: ZipEnd;
  readonly entries: readonly ZipEntry[];
  /** First byte of `data` in the file; at most `end.directoryStart`. */
  readonly start: number;
  /** From `start` to the end of the file. */
  readonly data: Buffer;
}

/**
 * Asks for the directory at the end. Undefined when the peer cannot give ranges. Throws ARC.* as zip-directory.ts does,
 * HTTP.HTML, ARC.NOT_ZIP, ARC.TRUNCATED when there is none.
 */
export async function readZipTail(bytes: ArchiveBytes): Promise<ZipTail | undefined> {
  let tail = await bytes.tail(TAIL_BYTES);
  if (tail === undefined) return undefined;
  const end = readZipEnd(asBuffer(tail.data), tail.sizeBytes);
  if (end === undefined) throw await whyNoZip(bytes, tail);
  if (tail.start > end.directoryStart) {
    const { sizeBytes } = tail;
    tail = await bytes.tail(sizeBytes - end.directoryStart);
    if (tail === undefined || tail.sizeBytes !== sizeBytes || tail.start !== end.directoryStart) {
      throw corruptZip('the file changed while it was read');
    }
  }
  const data = asBuffer(tail.data);
  const directoryAt = end.directoryStart - tail.start;
  const entries = readZipDirectory(data.subarray(directoryAt, directoryAt + end.directoryBytes), end);
  return { end, entries, start: tail.start, data };
}

/** Without an end record: a web page, something else, or a zip whose end is missing. */
async function whyNoZip(bytes: ArchiveBytes, tail: { readonly start: number; readonly data: Uint8Array }): Promise<Error> {
  const head = tail.start === 0 ? tail.data : await firstBytes(bytes);
  if (head[0] !== 0x50 || head[1] !== 0x4b) return notAnArchive(head.subarray(0, HEAD_BYTES), 'ARC.NOT_ZIP');
  return failure('ARC.TRUNCATED', { subject: 'zip', evidence: { missing: 'end record' } });
}

async function firstBytes(bytes: ArchiveBytes): Promise<Uint8Array> {
  for await (const chunk of bytes.stream(HEAD_BYTES)) if (chunk.length > 0) return chunk;
  return new Uint8Array(0);
}

/**
 * Unpacks the entries in the order of their offsets while the body comes. The entries must fill the file from its first
 * byte to the directory without a gap, and every local header must say what the directory says: a reader that trusts
 * the other of the two then sees the same files. Throws ARC.*, and what the body and the sink throw.
 */
export async function readZipBody(body: AsyncIterable<Uint8Array>, tail: ZipTail, sink: Sink): Promise<void> {
  const { entries, end } = tail;
  const spans = entries.map((entry, i) => (entries[i + 1]?.offset ?? end.directoryStart) - entry.offset);
  if ((entries[0]?.offset ?? end.directoryStart) !== 0) throw corruptZip('bytes before the first entry');
  let next = 0;
  let parts: Buffer[] = [];
  let gathered = 0;
  for await (const chunk of body) {
    let at = 0;
    while (at < chunk.length) {
      const span = spans[next] ?? 0;
      const entry = entries[next];
      if (entry === undefined) throw corruptZip('more bytes than the directory says');
      const taken = Math.min(span - gathered, chunk.length - at);
      parts.push(asBuffer(chunk).subarray(at, at + taken));
      at += taken;
      gathered += taken;
      if (gathered < span) break;
      const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts, span);
      unpackEntry(whole ?? Buffer.alloc(0), entry, sink);
      parts = [];
      gathered = 0;
      next++;
    }
  }
  if (next < entries.length) throw corruptZip('fewer bytes than the directory says');
}

/** `span` is everything from the local header of an entry to the next one. */
function unpackEntry(span: Buffer, entry: ZipEntry, sink: Sink): void {
  const dataAt = checkLocalHeader(span, entry);
  const compressed = span.subarray(dataAt, dataAt + entry.compressedBytes);
  if (compressed.length !== entry.compressedBytes) throw corruptZip('entries overlap');
  checkDescriptor(span.subarray(dataAt + entry.compressedBytes), entry);
  const content = entry.method === METHOD_STORED ? compressed : inflate(compressed, entry);
  if (crc32(content) !== entry.crc32) throw corruptZip(`CRC-32 of ${entry.name}`);
  if (entry.isDirectory) {
    sink.directory(entry.name);
    return;
  }
  sink.begin({ path: entry.name, sizeBytes: entry.sizeBytes });
  if (content.length > 0) sink.data(content, 0, content.length);
  sink.end();
}

/** Gives where the data begins (APPNOTE.TXT 4.3.7). */
function checkLocalHeader(span: Buffer, entry: ZipEntry): number {
  if (span.length < LOCAL_BYTES || span.readUInt32LE(0) !== LOCAL_SIGNATURE) throw corruptZip('local header');
  const nameEnd = LOCAL_BYTES + span.readUInt16LE(26);
  const dataAt = nameEnd + span.readUInt16LE(28);
  if (dataAt > span.length) throw corruptZip('local header');
  checkExtra(span.subarray(nameEnd, dataAt));
  const isSame =
    span.readUInt16LE(6) === entry.flags &&
    span.readUInt16LE(8) === entry.method &&
    span.subarray(LOCAL_BYTES, nameEnd).equals(entry.nameBytes) &&
    isDeclared(entry, span.readUInt32LE(14), entry.crc32) &&
    isDeclared(entry, span.readUInt32LE(18), entry.compressedBytes) &&
    isDeclared(entry, span.readUInt32LE(22), entry.sizeBytes);
  if (!isSame) throw corruptZip(`the two headers of ${entry.name} differ`);
  return dataAt;
}

/** With a descriptor behind the data, the local header may leave its numbers out. */
function isDeclared(entry: ZipEntry, local: number, central: number): boolean {
  return local === central || (local === 0 && (entry.flags & FLAG_DESCRIPTOR) !== 0);
}

/** Between data and next entry stands the descriptor, with or without signature, and nothing else (APPNOTE.TXT 4.3.9). */
function checkDescriptor(rest: Buffer, entry: ZipEntry): void {
  if ((entry.flags & FLAG_DESCRIPTOR) === 0) {
    if (rest.length !== 0) throw corruptZip('bytes between two entries');
    return;
  }
  const at = rest.length - 12;
  if (at !== 0 && !(at === 4 && rest.readUInt32LE(0) === DESCRIPTOR_SIGNATURE)) throw corruptZip('data descriptor');
  const isSame =
    rest.readUInt32LE(at) === entry.crc32 &&
    rest.readUInt32LE(at + 4) === entry.compressedBytes &&
    rest.readUInt32LE(at + 8) === entry.sizeBytes;
  if (!isSame) throw corruptZip(`data descriptor of ${entry.name}`);
}

function inflate(compressed: Buffer, entry: ZipEntry): Buffer {
  const chunkSize = Math.min(Math.max(entry.sizeBytes, 64), MAX_CHUNK_BYTES);
  try {
    const inflated: unknown = inflateRawSync(compressed, {
      chunkSize,
      maxOutputLength: Math.max(entry.sizeBytes, 1),
      info: true,
    });
    const { buffer, engine } = inflated as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    if (buffer.length === entry.sizeBytes && engine.bytesWritten === compressed.length) return buffer;
  } catch (error) {
    throw corruptZip(`deflate data of ${entry.name}`, error);
  }
  throw corruptZip(`size of ${entry.name}`);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
