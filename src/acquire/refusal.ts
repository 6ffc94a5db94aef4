import type { Code } from '../domain/catalogue.ts';
import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactText, redactUrl } from '../domain/redact.ts';
import type { Clock, NetResponse } from '../ports/machine.ts';
import { readWithin } from './body-reader.ts';

const EXCERPT_CHARACTERS = 200;

/** The code of an answer that is not the file (RFC 9110, 15). 407 comes from a proxy that was asked in absolute form. */
export function codeOfStatus(status: number): Code {
  if (status === 401 || status === 403 || status === 451) return 'HTTP.FORBIDDEN';
  if (status === 404 || status === 410) return 'HTTP.NOT_FOUND';
  if (status === 407) return 'PROXY.AUTH';
  if (status === 429) return 'HTTP.RATE_LIMIT';
  return status >= 500 && status <= 599 ? 'HTTP.SERVER' : 'HTTP.STATUS';
}

/** The Failure for such an answer, with what a person needs to see whose page it is. Closes the connection. */
export async function refusal(
  options: {
    readonly clock: Clock;
    readonly response: NetResponse;
    readonly url: string;
    /** Values that the page might echo; they are replaced. */
    readonly secrets: readonly string[];
  },
  signal: AbortSignal,
): Promise<Failure> {
  const { clock, response, url } = options;
  const excerpt = await readExcerpt(clock, response, signal);
  const retryAfter = retryAfterSeconds(response.headers['retry-after'], clock.now());
  const clean = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : redactText(text, options.secrets).slice(0, EXCERPT_CHARACTERS);
  return failure(codeOfStatus(response.status), {
    subject: new URL(url).host,
    evidence: {
      status: response.status,
      url: redactUrl(url),
      server: clean(response.headers['server']),
      via: clean(response.headers['via']),
      'content-type': clean(response.headers['content-type']),
      'retry after seconds': retryAfter,
      body: clean(excerpt),
    },
  });
}

/** Seconds to wait, from either form of Retry-After (RFC 9110, 10.2.3). Undefined when it cannot be read. */
export function retryAfterSeconds(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/u.test(value.trim())) return Number(value);
  // A date only; Date.parse would take "-5" or "1.5" for a year.
  const dateMs = /^[A-Z][a-z]{2,8}, /u.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, Math.ceil((dateMs - nowMs) / 1_000));
}

/** The beginning of a text body, on one line. Undefined when there is none or it is not text; a broken body is no news here. */
async function readExcerpt(clock: Clock, response: NetResponse, signal: AbortSignal): Promise<string | undefined> {
  const type = response.headers['content-type'] ?? 'text/plain';
  if (!/^text\/|json|xml/iu.test(type)) {
    response.discard();
    return undefined;
  }
  const limits = { maxBytes: LIMITS.errorBodyBytes, totalMs: LIMITS.errorBodyMs };
  try {
    const { bytes } = await readWithin({ clock, response, limits }, signal);
    const line = bytes
      .toString('utf8')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    return line === '' ? undefined : line;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
