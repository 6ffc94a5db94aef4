import { joinAddress } from '../domain/address.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { escapeModuleName } from '../domain/gosum.ts';
import { LIMITS, METADATA_PHASES, type PhaseLimits } from '../domain/limits.ts';
import type { Expectation } from '../domain/proof.ts';
import { openTreeHead, parseVerifierKey } from '../verify/note.ts';
import { checkRecordProof, type RecordProof, type RecordQuestion } from '../verify/record-proof.ts';
import { type LookupAnswer, parseLookup, readRecord } from '../verify/sumdb-record.ts';
import { spanHash, TILE_WIDTH, type Tile, tileKey, tilePath, tilesFor } from '../verify/tile.ts';
import { consistencySpans, HASH_BYTES, inclusionSpans, type Span, type TreeHead } from '../verify/tlog.ts';
import { fetchRead, type Wire } from './exchange.ts';

/** One place that serves the checksum database. It need not be trusted: what it says authenticates itself. */
export interface ChecksumServer {
  readonly id: string;
  /** Above `lookup/` and `tile/`: `https://sum.golang.org`, or `<proxy>/sumdb/sum.golang.org`. */
  readonly baseUrl: string;
  /** Sent to this origin only. */
  readonly authorization?: string;
}

export interface ServerQuestion extends RecordQuestion {
  readonly wire: Wire;
  readonly server: ChecksumServer;
  /** When the look-up must have been answered, on the monotonic clock. */
  readonly answerUntilMs: number;
}

type TileQuestion = Pick<ServerQuestion, 'wire' | 'server'>;

export interface ServerAnswer {
  readonly expectation: Expectation;
  readonly proof: RecordProof;
  /** Tiles that the proof needed. */
  readonly tileCount: number;
}

/**
 * Looks one module up at one server and proves the answer, in two rounds: the look-up, then every tile of the inclusion
 * and the consistency proof at once. Throws Failure about this server: SUM.NOT_FOUND (404, 410; `possible` for 403, by
 * which proxies both refuse and deny), SUM.GARBAGE, SUM.NOTE, SUM.RECORD, SUM.PROOF, SUM.FORK, or that of the transport.
 */
export async function askServer(question: ServerQuestion, signal: AbortSignal): Promise<ServerAnswer> {
  try {
    return await prove({ ...question, ...(await fetchLookup(question, signal)) }, signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first, ...rest] = error.findings;
    throw new Failure([{ ...first, subject: question.server.id }, ...rest], error);
  }
}

/** An answer with a record of this module and an authentic tree head; that the one is in the other is not proved yet. Throws as askServer. */
export async function fetchLookup(
  question: ServerQuestion,
  signal: AbortSignal,
): Promise<{ readonly answer: LookupAnswer; readonly head: TreeHead }> {
  try {
    const phases = { ...METADATA_PHASES, untilMs: question.answerUntilMs };
    const path = `lookup/${escapeModuleName(question.moduleName)}`;
    return await fetchPart(question, { path, phases, read: bytes => readLookup(bytes, question) }, signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isUnknown = error.code === 'HTTP.NOT_FOUND';
    const isRefused = error.code === 'HTTP.FORBIDDEN' && statusOf(error.finding) === '403';
    if (!isUnknown && !isRefused) throw error;
    const notFound = finding('SUM.NOT_FOUND', {
      subject: question.server.id,
      confidence: isUnknown ? 'certain' : 'possible',
      evidence: { module: question.moduleName, answer: isUnknown ? 'not in the log' : 'refused or unknown' },
    });
    throw new Failure([notFound, ...error.findings], error);
  }
}

function readLookup(bytes: Buffer, { log, moduleName }: RecordQuestion): Awaited<ReturnType<typeof fetchLookup>> {
  const answer = parseLookup(bytes);
  const head = openTreeHead(answer.note, parseVerifierKey(log.verifierKey));
  readRecord(answer.record, moduleName);
  return { answer, head };
}

function statusOf(found: Finding): string | undefined {
  return found.evidence.find(({ name }) => name === 'status')?.value;
}

async function prove(
  question: ServerQuestion & { readonly answer: LookupAnswer; readonly head: TreeHead },
  signal: AbortSignal,
): Promise<ServerAnswer> {
  const { answer, head, log } = question;
  const knownHead = log.heads[0];
  if (answer.recordNumber >= head.size) {
    const evidence = { record: answer.recordNumber, 'tree size': head.size };
    throw failure('SUM.PROOF', { subject: question.server.id, evidence });
  }
  const inclusion = inclusionSpans(answer.recordNumber, head.size);
  const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
  // Both trees are parts of one log, if it is honest: then the larger one's tiles, which are fuller, serve for both.
  const tiles = tilesFor([...inclusion, ...consistency], Math.max(head.size, knownHead.size));
  const data = await fetchTiles(question, tiles, signal);
  const hashes = (spans: readonly Span[]): readonly Buffer[] => spanHashes(spans, { data, subject: question.server.id });
  const proof: RecordProof = {
    recordNumber: answer.recordNumber,
    record: answer.record,
    note: answer.note,
    inclusion: hashes(inclusion),
    knownHead,
    consistency: hashes(consistency),
  };
  return { expectation: checkRecordProof(proof, question), proof, tileCount: tiles.length };
}

/** Hashes of spans from fetched tiles. Throws SUM.GARBAGE where the tiles do not hold them. */
export function spanHashes(
  spans: readonly Span[],
  { data, subject }: { readonly data: ReadonlyMap<string, Uint8Array>; readonly subject: string },
): readonly Buffer[] {
  const found = spans.map(span => spanHash(span, data));
  if (found.every(hash => hash !== undefined)) return found;
  throw failure('SUM.GARBAGE', { subject, evidence: { reason: 'tiles do not hold the proof' } });
}

/** Tiles by tileKey, several at a time. The first failure ends all other requests. */
export async function fetchTiles(
  question: TileQuestion & { readonly parallelCount?: number },
  tiles: readonly Tile[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const stop = new AbortController();
  const queue = [...tiles];
  const data = new Map<string, Uint8Array>();
  const worker = async (): Promise<void> => {
    // One for each: so many listeners at one signal would be taken for a leak.
    const either = AbortSignal.any([signal, stop.signal]);
    for (let tile = queue.shift(); tile !== undefined; tile = queue.shift()) {
      data.set(tileKey(tile), await fetchTile(question, tile, either));
    }
  };
  const { parallelCount = LIMITS.sumdbParallelCount } = question;
  const workers = Array.from({ length: Math.min(parallelCount, tiles.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
  return data;
}

/**
 * One tile. Where a tile at the right edge is not served, it may have been completed since: then the beginning of the
 * full one is the same (golang.org/x/mod/sumdb client, readTile).
 */
async function fetchTile(question: TileQuestion, tile: Tile, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await fetchTileBytes(question, tile, signal);
  } catch (error) {
    const isAbsent = error instanceof Failure && (error.code === 'HTTP.NOT_FOUND' || error.code === 'HTTP.FORBIDDEN');
    if (!isAbsent || tile.width === TILE_WIDTH) throw error;
    const full = await fetchTileBytes(question, { ...tile, width: TILE_WIDTH }, signal).catch((second: unknown) => {
      throw second instanceof Failure && !signal.aborted ? error : second;
    });
    return full.subarray(0, tile.width * HASH_BYTES);
  }
}

async function fetchTileBytes(question: TileQuestion, tile: Tile, signal: AbortSignal): Promise<Uint8Array> {
  const path = tilePath(tile);
  const read = (bytes: Buffer): Buffer => {
    const expected = tile.width * HASH_BYTES;
    if (bytes.length === expected) return bytes;
    const start = JSON.stringify(bytes.subarray(0, 40).toString('latin1'));
    const evidence = { path, 'expected bytes': expected, 'got bytes': bytes.length, 'first bytes': start };
    throw failure('SUM.GARBAGE', { subject: question.server.id, evidence });
  };
  return fetchPart(question, { path, phases: METADATA_PHASES, read }, signal);
}

async function fetchPart<T>(
  { wire, server }: TileQuestion,
  { path, ...part }: { readonly path: string; readonly phases: PhaseLimits; readonly read: (bytes: Buffer) => T },
  signal: AbortSignal,
): Promise<T> {
  const request = {
    ...part,
    url: joinAddress(server.baseUrl, path),
    maxBytes: LIMITS.sumdbAnswerBytes,
    totalMs: LIMITS.metadataBodyMs,
    ...(server.authorization === undefined ? {} : { authorization: server.authorization }),
  };
  return fetchRead(wire, request, signal);
}
