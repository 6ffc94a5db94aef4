import type { Crew, Lane, Member } from './crew.ts';

/** A part of the file that one member delivers. */
export interface Span {
  readonly startBytes: number;
  /** Position of the next byte that is to come. */
  atBytes: number;
  /** Exclusive; Infinity while the size is not known. */
  endBytes: number;
  /** Where it stood when a faster member took it over; it is not taken over again before it has got further. */
  takenOverAtBytes?: number;
  /** Undefined: nobody is fetching it, or it is complete. */
  lane: Lane | undefined;
  /** Whose bytes stand in `chunks`. */
  member: Member | undefined;
  /** What came and was not read yet. */
  readonly chunks: Uint8Array[];
}

/** Puts spans together in order. The spans follow each other without a gap. */
export interface Assembly {
  readonly spans: Span[];
  /** Position of the reader. */
  readAtBytes: number;
  /** Exclusive; Infinity while it is not known. */
  endBytes: number;
}

export function createAssembly(fromBytes: number, endBytes: number): Assembly {
  return { spans: [emptySpan(fromBytes, endBytes)], readAtBytes: fromBytes, endBytes };
}

function emptySpan(startBytes: number, endBytes: number): Span {
  return { startBytes, atBytes: startBytes, endBytes, lane: undefined, member: undefined, chunks: [] };
}

/** The next bytes for the reader, if they are here; counts them to whom they came from. */
export function takeChunk(assembly: Assembly, crew: Crew): Uint8Array | undefined {
  const { spans } = assembly;
  for (;;) {
    const head = spans[0];
    const chunk = head?.chunks.shift();
    if (chunk !== undefined && head?.member !== undefined) {
      assembly.readAtBytes += chunk.length;
      head.member.deliveredBytes += chunk.length;
      crew.firstContributor ??= head.member;
      return chunk;
    }
    if (head === undefined || isUnfinished(head) || spans.length === 1) return undefined;
    spans.shift();
  }
}

export function isUnfinished(span: Span): boolean {
  return span.atBytes < span.endBytes;
}

/** Whether the reader has all bytes, and no lane may still turn out to have more. */
export function isRead({ spans, endBytes, readAtBytes }: Assembly): boolean {
  return readAtBytes === endBytes && spans.every(span => span.lane === undefined);
}

/** The oldest part that nobody fetches. */
export function firstOrphan({ spans }: Assembly): Span | undefined {
  return spans.find(span => span.lane === undefined && isUnfinished(span));
}

/** Nobody fetches the rest of this span any more; what came of it stays. */
export function releaseSpan({ spans }: Assembly, span: Span): void {
  span.lane = undefined;
  if (span.atBytes === span.startBytes) span.member = undefined;
  if (!isUnfinished(span) || span.member === undefined) return;
  const rest = emptySpan(span.atBytes, span.endBytes);
  span.endBytes = span.atBytes;
  spans.splice(spans.indexOf(span) + 1, 0, rest);
}

/** A new part behind all others. */
export function appendSpan(assembly: Assembly, bytes: number): Span {
  const start = frontier(assembly);
  const span = emptySpan(start, Math.min(start + bytes, assembly.endBytes));
  assembly.spans.push(span);
  return span;
}

/** Where the parts end that somebody has taken on. */
export function frontier({ spans, readAtBytes }: Assembly): number {
  return spans.at(-1)?.endBytes ?? readAtBytes;
}

/** The size became known, or is no longer. */
export function setEnd(assembly: Assembly, endBytes: number): void {
  const last = assembly.spans.at(-1);
  if (last !== undefined && last.endBytes === assembly.endBytes) last.endBytes = endBytes;
  assembly.endBytes = endBytes;
}

/** Lets a span go on over the untouched orphan behind it; false when there is none. */
export function absorbNext({ spans }: Assembly, span: Span): boolean {
  const index = spans.indexOf(span) + 1;
  const next = spans[index];
  if (next === undefined || next.lane !== undefined || next.member !== undefined || !isUnfinished(next)) return false;
  span.endBytes = next.endBytes;
  spans.splice(index, 1);
  return true;
}
