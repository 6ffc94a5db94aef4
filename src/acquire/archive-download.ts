import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import type { ConnectionFacts } from '../domain/facts.ts';
import { Failure, failure } from '../domain/failure.ts';
import { ARCHIVE_PHASES, LIMITS, type PhaseLimits } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { type Extent, readArchiveBody } from './archive-body.ts';
import { contentLength, parseContentRange, strongTag } from './content-range.ts';
import { type ExchangeAnswer, exchange, type Wire } from './exchange.ts';
import type { PaceLimits } from './stall-watch.ts';

/** Archive bytes that hold a connection or a file. `close` may be called at any time and more than once. */
export interface OpenedArchive extends ArchiveBytes {
  close(): void;
}

export interface ArchiveRequest {
  readonly wire: Wire;
  readonly candidate: Candidate;
  /** Default: ARCHIVE_PHASES. */
  readonly phases?: PhaseLimits;
  /** Default: LIMITS. */
  readonly pace?: PaceLimits;
  /** Called for every answer, with what it announces; the type is a hint only, the magic bytes decide. */
  readonly onAnswer?: (answer: {
    readonly url: string;
    readonly sizeBytes: number | undefined;
    readonly contentType: string | undefined;
    readonly facts: ConnectionFacts;
  }) => void;
  /** Called for every chunk with all bytes received so far, the tail included. */
  readonly onBytes?: (receivedBytes: number) => void;
}

/**
 * An archive over HTTP. Nothing is sent before the first call of `tail` or `stream`. `tail` asks for a range; when the peer
 * answers with the whole file instead, `stream` goes on with that answer. After a tail, `stream(end)` asks for just the bytes
 * before it. Throws what exchange throws, HTTP.TOO_LARGE, BODY.STALL, BODY.SLOW, BODY.TRUNCATED and BODY.TOO_LONG, the latter
 * two also when the size is another than at the first answer. A changed entity tag alone is no error: servers behind one
 * name give different ones for the same file, and the proof decides.
 */
export async function openArchive(request: ArchiveRequest, signal: AbortSignal): Promise<OpenedArchive> {
  const server = createAsker(request, signal);
  const { clock } = request.wire;
  let tag: string | undefined;
  let ranged = false;
  let whole: ExchangeAnswer | undefined;
  let receivedBytes = 0;

  function read(answer: ExchangeAnswer, extent: Extent): AsyncIterable<Uint8Array> {
    const onBytes = (countBytes: number): void => {
      receivedBytes += countBytes;
      request.onBytes?.(receivedBytes);
    };
    const { pace = LIMITS } = request;
    return readArchiveBody({ clock, answer, pace, extent, onBytes, onEnd: () => server.release(answer) }, signal);
  }

  async function tail(bytes: number): ReturnType<ArchiveBytes['tail']> {
    const answer = await askForTail(() => server.ask({ range: `bytes=-${bytes}` }));
    if (answer === undefined) return undefined;
    const range = answer.status === 206 ? parseContentRange(answer.headers['content-range']) : undefined;
    if (range === undefined || range.end !== range.sizeBytes || range.start !== Math.max(0, range.sizeBytes - bytes)) {
      if (answer.status === 206) server.discard(answer);
      else whole = answer;
      return undefined;
    }
    tag = strongTag(answer.headers);
    const chunks: Uint8Array[] = [];
    for await (const chunk of read(answer, { exactBytes: range.end - range.start })) chunks.push(chunk);
    ranged = true;
    return { start: range.start, data: Buffer.concat(chunks), sizeBytes: range.sizeBytes };
  }

  async function* stream(end?: number): AsyncGenerator<Uint8Array, void, undefined> {
    if (end === 0) return;
    const sizeBytes = server.sizeBytes();
    const partial = ranged && end !== undefined && sizeBytes !== undefined && end < sizeBytes;
    const range = partial ? { range: `bytes=0-${end - 1}`, ...(tag === undefined ? {} : { 'if-range': tag }) } : {};
    let answer = whole ?? (await server.ask(range));
    whole = undefined;
    if (answer.status === 206 && !isRange(answer, { start: 0, end })) {
      server.discard(answer);
      answer = await server.ask({});
    }
    yield* read(answer, end === undefined ? { exactBytes: server.sizeBytes() } : { firstBytes: end });
  }

  return {
    get sizeBytes() {
      return server.sizeBytes();
    },
    tail,
    stream,
    close: () => server.close(),
  };
}

/** Sends the requests for one archive, and holds every announced size against the first. */
interface Asker {
  ask(headers: Readonly<Record<string, string>>): Promise<ExchangeAnswer>;
  sizeBytes(): number | undefined;
  /** The answer was dealt with. */
  release(answer: ExchangeAnswer): void;
  discard(answer: ExchangeAnswer): void;
  /** Discards every answer that was not released. */
  close(): void;
}

function createAsker(request: ArchiveRequest, signal: AbortSignal): Asker {
  const { wire, candidate, phases = ARCHIVE_PHASES } = request;
  const { url } = candidate;
  const authorization = candidate.authorization === undefined ? {} : { authorization: candidate.authorization };
  const open = new Set<ExchangeAnswer>();
  let sizeBytes: number | undefined;
  const discard = (answer: ExchangeAnswer): void => {
    open.delete(answer);
    answer.discard();
  };
  return {
    async ask(headers) {
      const answer = await exchange(wire, { url, ...authorization, headers, phases }, signal);
      open.add(answer);
      const announced = announcedSize(answer);
      const problem = sizeProblem({ url: answer.url, announced, known: sizeBytes });
      if (problem !== undefined) {
        discard(answer);
        throw problem;
      }
      sizeBytes = announced ?? sizeBytes;
      const contentType = answer.headers['content-type'];
      request.onAnswer?.({ url: redactUrl(answer.url), sizeBytes, contentType, facts: answer.facts });
      return answer;
    },
    sizeBytes: () => sizeBytes,
    release: answer => void open.delete(answer),
    discard,
    close() {
      for (const answer of open) discard(answer);
    },
  };
}

/** Size of the whole archive, whichever part of it the answer holds. */
function announcedSize(answer: ExchangeAnswer): number | undefined {
  return answer.status === 206 ? parseContentRange(answer.headers['content-range'])?.sizeBytes : contentLength(answer.headers);
}

function isRange(answer: ExchangeAnswer, wanted: { readonly start: number; readonly end: number | undefined }): boolean {
  const range = parseContentRange(answer.headers['content-range']);
  return range?.start === wanted.start && range.end === wanted.end;
}

/** 416 means that the file has no such range: then the whole of it must be read. */
async function askForTail(ask: () => Promise<ExchangeAnswer>): Promise<ExchangeAnswer | undefined> {
  try {
    return await ask();
  } catch (error) {
    const status = error instanceof Failure ? error.finding.evidence.find(item => item.name === 'status')?.value : undefined;
    if (status === '416') return undefined;
    throw error;
  }
}

function sizeProblem(sizes: {
  readonly url: string;
  readonly announced: number | undefined;
  readonly known: number | undefined;
}): Failure | undefined {
  const { announced, known } = sizes;
  const subject = new URL(sizes.url).host;
  if (announced === undefined) return undefined;
  const evidence = { url: redactUrl(sizes.url), 'announced bytes': announced };
  if (announced > LIMITS.archiveBytes) {
    return failure('HTTP.TOO_LARGE', { subject, evidence: { ...evidence, 'limit bytes': LIMITS.archiveBytes } });
  }
  if (known === undefined || announced === known) return undefined;
  return failure(announced > known ? 'BODY.TOO_LONG' : 'BODY.TRUNCATED', {
    subject,
    evidence: { ...evidence, 'expected bytes': known },
  });
}
