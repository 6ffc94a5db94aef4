import { failure } from '../domain/failure.ts';
import { METADATA_PHASES } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { SOURCE_LIMITS } from '../domain/source-health.ts';
import type { Sample } from '../policy/source-samples.ts';
import { readWithin } from './body-reader.ts';
import { contentLength, parseContentRange } from './content-range.ts';
import { type ExchangeAnswer, exchange, type Wire } from './exchange.ts';

export interface SampleRequest {
  /** Without credentials: none are sent. */
  readonly url: string;
  /** What lists say that the whole file has. */
  readonly expectedBytes: number | undefined;
  /** When it must be over, on the monotonic clock. */
  readonly untilMs: number;
}

export interface SampledFile extends Sample {
  /** First bytes of the file. */
  readonly head: Uint8Array;
}

/**
 * Reads the beginning of a file, at most SOURCE_LIMITS.sampleBytes, and measures. Throws as exchange does, and HTTP.RANGE for another
 * part, BODY.TOO_LONG and BODY.TRUNCATED for another size than is expected or a body that ends early, BODY.STALL for one that is late.
 */
export async function sampleFile(wire: Wire, request: SampleRequest, signal: AbortSignal): Promise<SampledFile> {
  const { clock } = wire;
  const { url, untilMs } = request;
  const startMs = clock.monotonic();
  const headers = { range: `bytes=0-${SOURCE_LIMITS.sampleBytes - 1}` };
  const answer = await exchange(wire, { url, headers, phases: { ...METADATA_PHASES, untilMs } }, signal);
  const answeredMs = clock.monotonic();
  const wantedBytes = judgeHead(answer, request);
  const totalMs = Math.max(0, Math.min(SOURCE_LIMITS.bodyMs, untilMs - answeredMs));
  const limits = { maxBytes: SOURCE_LIMITS.sampleBytes, totalMs };
  const { bytes, why } = await readWithin({ clock, response: answer, limits }, signal);
  const subject = new URL(answer.url).host;
  const evidence = { url: redactUrl(answer.url), 'received bytes': bytes.length };
  if (why === 'too-slow') throw failure('BODY.STALL', { subject, evidence: { ...evidence, 'budget ms': totalMs } });
  if (wantedBytes !== undefined && bytes.length < wantedBytes) {
    throw failure('BODY.TRUNCATED', { subject, evidence: { ...evidence, 'expected bytes': wantedBytes } });
  }
  return {
    firstByteMs: Math.round(answeredMs - startMs),
    bodyMs: Math.round(clock.monotonic() - answeredMs),
    bytes: bytes.length,
    canRange: answer.status === 206,
    host: subject,
    headers: answer.headers,
    head: bytes,
  };
}

/** How many bytes must come; undefined when the answer does not say. Throws what is wrong with it, and closes it. */
function judgeHead(answer: ExchangeAnswer, { expectedBytes }: SampleRequest): number | undefined {
  const isPart = answer.status === 206;
  const range = isPart ? parseContentRange(answer.headers['content-range']) : undefined;
  const sizeBytes = isPart ? range?.sizeBytes : contentLength(answer.headers);
  const subject = new URL(answer.url).host;
  const evidence = { url: redactUrl(answer.url), 'announced bytes': sizeBytes, 'expected bytes': expectedBytes };
  if (isPart && (range === undefined || range.start !== 0)) {
    answer.discard();
    const shown = answer.headers['content-range']?.slice(0, 100);
    throw failure('HTTP.RANGE', { subject, evidence: { ...evidence, 'content-range': shown } });
  }
  if (sizeBytes !== undefined && expectedBytes !== undefined && sizeBytes !== expectedBytes) {
    answer.discard();
    throw failure(sizeBytes > expectedBytes ? 'BODY.TOO_LONG' : 'BODY.TRUNCATED', { subject, evidence });
  }
  return sizeBytes === undefined ? undefined : Math.min(sizeBytes, SOURCE_LIMITS.sampleBytes);
}
