import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { MirrorFault, MirrorRequest } from './mirror.ts';
import type { Content } from './mirror-content.ts';

/** Waits until so many more bytes are allowed. */
export type RateLimit = (bytes: number) => Promise<void>;

/** Even pace without bursts: each byte moves the time of the next one. Undefined for no limit. */
export function rateLimit(bytesPerSecond: number | undefined): RateLimit | undefined {
  if (bytesPerSecond === undefined) return undefined;
  let freeAtMs = 0;
  return async bytes => {
    const now = performance.now();
    freeAtMs = Math.max(now, freeAtMs) + (bytes / bytesPerSecond) * 1_000;
    if (freeAtMs > now) await new Promise(resolve => setTimeout(resolve, freeAtMs - now));
  };
}

export type Slice =
  | { readonly kind: 'whole' }
  | { readonly kind: 'unsatisfiable' }
  /** `end` is exclusive. */
  | { readonly kind: 'part'; readonly start: number; readonly end: number };

/** Which bytes a request wants: one range at most (RFC 9110, section 14), and none when If-Range names another content. */
export function slice(headers: MirrorRequest['headers'], content: Content): Slice {
  const { range, 'if-range': ifRange } = headers;
  const match = typeof range === 'string' ? /^bytes=(\d*)-(\d*)$/u.exec(range) : null;
  if (match === null || (ifRange !== undefined && ifRange !== content.etag)) return { kind: 'whole' };
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return { kind: 'whole' };
  const size = content.sizeBytes;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return start >= end ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}

/** How many bytes a fault lets through; infinite for the faults that do not shorten. */
export function cutLength(fault: MirrorFault | undefined): number {
  return fault !== undefined && 'afterBytes' in fault ? fault.afterBytes : Number.POSITIVE_INFINITY;
}

/** Bytes start..end (exclusive) of a content, with one byte inverted where it lies inside. */
export async function* readContent(
  content: Content,
  part: { readonly start: number; readonly end: number; readonly flip: number | undefined },
): AsyncGenerator<Uint8Array> {
  if (part.start >= part.end) return;
  let at = part.start;
  for await (const chunk of chunks(content, part.start, part.end)) {
    if (part.flip !== undefined && part.flip >= at && part.flip < at + chunk.length) {
      const copy = Buffer.from(chunk);
      copy[part.flip - at] = (copy[part.flip - at] ?? 0) ^ 0xff;
      yield copy;
    } else yield chunk;
    at += chunk.length;
  }
}

async function* chunks(content: Content, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (content.bytes === undefined) yield* createReadStream(content.path, { start, end: end - 1, highWaterMark: 512 * 1_024 });
  else yield content.bytes.subarray(start, end);
}

/** Writes with back-pressure and under all limits. A limited body goes in small pieces, so that its pace is even. */
export async function paced(stream: {
  readonly source: AsyncIterable<Uint8Array>;
  readonly sink: ServerResponse;
  readonly limits: readonly RateLimit[];
  readonly count: (bytes: number) => void;
}): Promise<void> {
  const { source, sink, limits, count } = stream;
  // Not the whole body at once: what was not sent when the client went away would be counted.
  const pieceBytes = limits.length === 0 ? 512 * 1_024 : 16 * 1_024;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, Math.min(chunk.length, at + pieceBytes));
      for (const limit of limits) await limit(piece.length);
      if (sink.destroyed) return;
      count(piece.length);
      if (!sink.write(piece)) await drained(sink);
    }
  }
}

function drained(sink: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      sink.off('drain', done);
      sink.off('close', done);
      resolve();
    };
    sink.on('drain', done);
    sink.on('close', done);
  });
}
