import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Clock } from '../ports/machine.ts';
import { openReader } from './body-reader.ts';
import type { ExchangeAnswer } from './exchange.ts';
import { type PaceLimits, readPaced } from './stall-watch.ts';

/**
 * How much is read. `firstBytes`: so many, what follows is left. `exactBytes`: so many and no more; undefined when that is not
 * known, then all that come, up to the limit of an archive.
 */
export type Extent = { readonly firstBytes: number } | { readonly exactBytes: number | undefined };

interface ArchiveBody {
  readonly clock: Clock;
  readonly answer: ExchangeAnswer;
  readonly pace: PaceLimits;
  readonly extent: Extent;
  /** Told of every chunk. */
  readonly onBytes: (countBytes: number) => void;
  readonly onEnd: () => void;
}

/**
 * Bytes of an answer; the connection is closed unless its body came to its end. Throws BODY.TRUNCATED when fewer came (a
 * close-delimited body that is cut looks whole to every client: only the size tells), BODY.TOO_LONG, HTTP.TOO_LARGE, and what
 * readPaced throws.
 */
export async function* readArchiveBody(body: ArchiveBody, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
  const { answer, extent, clock, pace } = body;
  const subject = new URL(answer.url).host;
  const wantedBytes = 'firstBytes' in extent ? extent.firstBytes : extent.exactBytes;
  const limitBytes = wantedBytes ?? LIMITS.archiveBytes;
  let countBytes = 0;
  let complete = false;
  const evidence = () => ({ url: redactUrl(answer.url), 'received bytes': countBytes, 'expected bytes': wantedBytes });
  try {
    for await (const chunk of readPaced({ clock, reader: openReader(answer), limits: pace, subject }, signal)) {
      const part = chunk.subarray(0, limitBytes - countBytes);
      countBytes += part.length;
      body.onBytes(part.length);
      if (part.length > 0) yield part;
      if (part.length === chunk.length) continue;
      if ('firstBytes' in extent) return;
      throw failure(wantedBytes === undefined ? 'HTTP.TOO_LARGE' : 'BODY.TOO_LONG', { subject, evidence: evidence() });
    }
    complete = true;
    if (wantedBytes !== undefined && countBytes < wantedBytes) throw failure('BODY.TRUNCATED', { subject, evidence: evidence() });
  } finally {
    if (!complete) answer.discard();
    body.onEnd();
  }
}
