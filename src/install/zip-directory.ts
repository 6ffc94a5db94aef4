import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { decodeName } from './entry-name.ts';

const END_BYTES = 22;
const RECORD_BYTES = 46;
const END_SIGNATURE = 0x06054b50;
const RECORD_SIGNATURE = 0x02014b50;

/** Bit 3: sizes follow the data; bit 11: the name is UTF-8; bits 1 and 2: a remark on how hard deflate tried. */
export const FLAG_DESCRIPTOR = 0x0008;
const FLAG_UTF8 = 0x0800;
const ALLOWED_FLAGS = FLAG_DESCRIPTOR | FLAG_UTF8 | 0x0006;

export const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;
/** Deflate cannot do better than 1032 to 1 (zlib.net, technical details); more is a lie about the size. */
const MAX_RATIO = 1_033;

/** Extra fields that would change what an entry is: zip64 sizes, another name (Info-ZIP Unicode path). */
const REFUSED_EXTRA: readonly number[] = [0x0001, 0x7075];

/** Where the central directory stands (APPNOTE.TXT 4.3.16). */
export interface ZipEnd {
  readonly entryCount: number;
  /** Its first byte in the file. */
  readonly directoryStart: number;
  readonly directoryBytes: number;
}

/** One file or directory, as the central directory declares it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** The bytes of the name, which the local header must repeat. */
  readonly nameBytes: Buffer;
  readonly isDirectory: boolean;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Of the local header in the file. */
  readonly offset: number;
}

/**
 * Reads the end record from the last bytes of a file of `sizeBytes`. It must be the very last bytes: with a comment or
 * anything else behind it, two readers may find two different records. Undefined when there is none. Throws ARC.CORRUPT,
 * ARC.LIMIT; ARC.LIMIT also for zip64, which no archive within the limits needs.
 */
export function readZipEnd(tail: Buffer, sizeBytes: number): ZipEnd | undefined {
  const at = tail.length - END_BYTES;
  if (at < 0 || tail.readUInt32LE(at) !== END_SIGNATURE || tail.readUInt16LE(at + 20) !== 0) return undefined;
  const entryCount = tail.readUInt16LE(at + 10);
  const directoryBytes = tail.readUInt32LE(at + 12);
  const directoryStart = tail.readUInt32LE(at + 16);
  if (entryCount > LIMITS.entryCount) throw overLimit('entries', entryCount, LIMITS.entryCount);
  if (directoryBytes > LIMITS.zipDirectoryBytes) throw overLimit('directory bytes', directoryBytes, LIMITS.zipDirectoryBytes);
  const isOneDisk = tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 6) === 0;
  if (!isOneDisk || tail.readUInt16LE(at + 8) !== entryCount) throw corruptZip('more than one disk');
  if (directoryStart + directoryBytes + END_BYTES !== sizeBytes) throw corruptZip('the directory does not end at the end record');
  return { entryCount, directoryStart, directoryBytes };
}

/**
 * Reads the central directory, in the order of the offsets. Throws ARC.CORRUPT, ARC.NAME, ARC.TYPE, ARC.LIMIT; whatever
 * is declared is within the limits afterwards.
 */
export function readZipDirectory(directory: Buffer, end: ZipEnd): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let totalBytes = 0;
  let at = 0;
  for (let i = 0; i < end.entryCount; i++) {
    if (at + RECORD_BYTES > directory.length) throw corruptZip('the directory is too short');
    const lengths = directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (at + RECORD_BYTES + lengths > directory.length) throw corruptZip('the directory is too short');
    const entry = readRecord(directory, at);
    totalBytes += entry.sizeBytes;
    if (totalBytes > LIMITS.unpackedBytes) throw overLimit('unpacked bytes', totalBytes, LIMITS.unpackedBytes);
    entries.push(entry);
    at += RECORD_BYTES + lengths;
  }
  if (at !== directory.length) throw corruptZip('the directory is too long');
  return entries.sort((a, b) => a.offset - b.offset);
}

function readRecord(bytes: Buffer, at: number): ZipEntry {
  if (bytes.readUInt32LE(at) !== RECORD_SIGNATURE) throw corruptZip('directory record');
  const nameEnd = at + RECORD_BYTES + bytes.readUInt16LE(at + 28);
  const nameBytes = bytes.subarray(at + RECORD_BYTES, nameEnd);
  const fullName = decodeName(nameBytes);
  const isDirectory = fullName.endsWith('/');
  const entry = {
    name: isDirectory ? fullName.slice(0, -1) : fullName,
    nameBytes,
    isDirectory,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    sizeBytes: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  checkExtra(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
  if (bytes.readUInt16LE(at + 34) !== 0) throw corruptZip('more than one disk');
  checkRecord(entry, bytes.readUInt32LE(at + 38));
  return entry;
}

function checkRecord(entry: ZipEntry, attributes: number): void {
  const { name, flags, method, sizeBytes, compressedBytes } = entry;
  if ((flags & ~ALLOWED_FLAGS) !== 0) throw refusedKind(name, `flags 0x${flags.toString(16)}`);
  if (method !== METHOD_STORED && method !== METHOD_DEFLATED) throw refusedKind(name, `method ${method}`);
  // The upper half holds the Unix mode (S_IFMT), whoever made the archive; bit 4 of the lower half is "directory" in DOS.
  const unixKind = (attributes >>> 28) & 0xf;
  const wantedKind = entry.isDirectory ? 0o04 : 0o10;
  if (unixKind !== 0 && unixKind !== wantedKind) throw refusedKind(name, `Unix file type ${unixKind.toString(8)}`);
  if ((attributes & 0x10) !== 0 && !entry.isDirectory) throw refusedKind(name, 'a directory by its attributes');
  if (entry.isDirectory && (sizeBytes !== 0 || compressedBytes !== 0)) throw corruptZip('a directory with content');
  const isPossible = method === METHOD_STORED ? sizeBytes === compressedBytes : sizeBytes <= compressedBytes * MAX_RATIO;
  if (!isPossible) throw corruptZip('sizes that cannot be');
}

/** Extra fields: id, length, data. Throws ARC.CORRUPT, ARC.TYPE. */
export function checkExtra(extra: Buffer): void {
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length) throw corruptZip('extra field');
    const id = extra.readUInt16LE(at);
    if (REFUSED_EXTRA.includes(id)) throw refusedKind('extra field', `0x${id.toString(16)}`);
    at += 4 + extra.readUInt16LE(at + 2);
    if (at > extra.length) throw corruptZip('extra field');
  }
}

/** ARC.CORRUPT with what is wrong. */
export function corruptZip(problem: string, cause?: unknown): Failure {
  return failure('ARC.CORRUPT', { subject: 'zip', evidence: { problem } }, cause);
}

function refusedKind(name: string, kind: string): Failure {
  return failure('ARC.TYPE', { subject: name.slice(0, 200), evidence: { kind } });
}

function overLimit(what: string, got: number, limit: number): Failure {
  return failure('ARC.LIMIT', { subject: 'zip', evidence: { what, got, limit } });
}
