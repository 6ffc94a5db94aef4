import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { HEAD_BYTES, notAnArchive } from './archive-head.ts';
import { gunzip } from './gunzip.ts';
import type { TreeSink } from './tree-sink.ts';
import { corruptZip, readZipDirectory, readZipEnd, type ZipEnd, type ZipEntry } from './zip-directory.ts';
import { asBuffer, gzipMembers } from './zip-members.ts';

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
  let tail = await bytes.tail(LIMITS.zipTailBytes);
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
 * Unpacks the entries in the order of their offsets while the body comes, which holds everything before the directory (see
 * zip-members.ts). Throws ARC.*, what the body and the sink throw, or the signal's reason.
 */
export async function readZipBody(
  body: AsyncIterable<Uint8Array>,
  zip: { readonly tail: ZipTail; readonly sink: Sink; readonly relieve?: (() => void) | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { tail, sink, relieve } = zip;
  const { entries, end } = tail;
  const files = createSplitter(entries, sink);
  const source = gzipMembers(body, entries, end.directoryStart);
  await gunzip({ source, consume: piece => files.push(piece), relieve }, signal);
  files.end();
}

/** Gives the content of all entries, which comes as one stream, to the sink entry by entry. */
function createSplitter(entries: readonly ZipEntry[], sink: Sink): { push(piece: Buffer): void; end(): void } {
  let next = 0;
  let leftBytes = 0;
  const skipEmpty = (): void => {
    for (let entry = entries[next]; entry !== undefined && entry.sizeBytes === 0; entry = entries[next]) {
      next += 1;
      if (entry.isDirectory) {
        sink.directory(entry.name);
      } else {
        sink.begin({ path: entry.name, sizeBytes: 0 });
        sink.end();
      }
    }
  };
  return {
    push(piece) {
      for (let at = 0; at < piece.length; ) {
        if (leftBytes === 0) {
          skipEmpty();
          const entry = entries[next];
          if (entry === undefined) throw corruptZip('more content than the directory says');
          sink.begin({ path: entry.name, sizeBytes: entry.sizeBytes });
          leftBytes = entry.sizeBytes;
        }
        const to = Math.min(at + leftBytes, piece.length);
        sink.data(piece, at, to);
        leftBytes -= to - at;
        at = to;
        if (leftBytes > 0) continue;
        sink.end();
        next += 1;
      }
    },
    end() {
      if (leftBytes === 0) skipEmpty();
      if (next < entries.length) throw corruptZip('less content than the directory says');
    },
  };
}
