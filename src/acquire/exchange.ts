import { Failure, failure } from '../domain/failure.ts';
import { LIMITS, type PhaseLimits } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import { redactUrl } from '../domain/redact.ts';
import { type Sent, secretsOf, withoutEcho } from '../policy/echo.ts';
import { firstHop, type Hop, isRedirect, nextHop } from '../policy/redirect.ts';
import type { Clock, Net, NetResponse } from '../ports/machine.ts';
import { readWithin } from './body-reader.ts';
import { refusal } from './refusal.ts';

/** What every reader of the network needs. */
export interface Wire {
  readonly net: Net;
  readonly clock: Clock;
}

export interface ExchangeRequest {
  readonly url: string;
  /** Sent to the origin of `url` only, and never over plain http except to loopback (HTTP.INSECURE_TOKEN). */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly phases: PhaseLimits;
}

export interface ExchangeAnswer extends NetResponse {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** What it might repeat of the requests: the first one and the last. */
  readonly sent: readonly Sent[];
}

/**
 * One GET with its redirects (policy/redirect.ts), up to the last header byte of a 2xx answer; 206 only when a range was
 * asked for. Userinfo of the URL is sent as Basic authorization to that origin. Every other answer throws Failure:
 * HTTP.FORBIDDEN, NOT_FOUND, RATE_LIMIT, SERVER, STATUS, LOOP, BAD_REDIRECT, DOWNGRADE, INSECURE_TOKEN, ENCODED, PROXY.AUTH,
 * and the codes of the transport. The signal covers the body too.
 */
export async function exchange(wire: Wire, request: ExchangeRequest, signal: AbortSignal): Promise<ExchangeAnswer> {
  let hop = firstHop(request);
  const first = hop;
  const hosts: string[] = [];
  for (;;) {
    const headers = {
      'user-agent': `${PRODUCT.name}/${PRODUCT.version}`,
      accept: '*/*',
      ...hop.headers,
      'accept-encoding': 'identity',
    };
    const response = await wire.net.request({ url: hop.url, headers, limits: request.phases }, signal);
    hosts.push(new URL(hop.url).host);
    if (!isRedirect(response.status)) return accept({ wire, response, hop, first }, signal);
    response.discard();
    if (hosts.length > LIMITS.redirectCount) {
      throw failure('HTTP.LOOP', {
        subject: new URL(first.url).host,
        evidence: { url: redactUrl(hop.url), hosts: hosts.join(' → ') },
      });
    }
    hop = nextHop(hop, { status: response.status, location: response.headers['location'] });
  }
}

/**
 * A whole small answer. `totalMs` runs from the last header byte to the last body byte (the phases before have limits of
 * their own). Throws as exchange does, and HTTP.TOO_LARGE, BODY.STALL (over `totalMs`), BODY.TRUNCATED, BODY.RESET.
 */
export async function fetchBytes(
  wire: Wire,
  request: ExchangeRequest & { readonly maxBytes: number; readonly totalMs: number },
  signal: AbortSignal,
): Promise<{
  readonly bytes: Buffer;
  readonly url: string;
  readonly response: Pick<ExchangeAnswer, 'status' | 'headers' | 'facts' | 'sent'>;
}> {
  const answer = await exchange(wire, request, signal);
  const evidence = { url: redactUrl(answer.url), 'limit bytes': request.maxBytes };
  const subject = new URL(answer.url).host;
  const announced = answer.headers['content-length'];
  if (announced !== undefined && Number(announced) > request.maxBytes) {
    answer.discard();
    throw failure('HTTP.TOO_LARGE', { subject, evidence: { ...evidence, 'announced bytes': announced } });
  }
  const { bytes, why } = await readWithin({ clock: wire.clock, response: answer, limits: request }, signal);
  if (why === 'too-large') throw failure('HTTP.TOO_LARGE', { subject, evidence });
  if (why === 'too-slow') {
    throw failure('BODY.STALL', {
      subject,
      evidence: { ...evidence, 'received bytes': bytes.length, 'budget ms': request.totalMs },
    });
  }
  const { status, headers, facts, sent } = answer;
  return { bytes, url: answer.url, response: { status, headers, facts, sent } };
}

/**
 * What `read` makes of a whole small answer. Throws as fetchBytes does, and what `read` throws, without what the answer repeated of the
 * credentials of the request.
 */
export async function fetchRead<T>(
  wire: Wire,
  request: Parameters<typeof fetchBytes>[1] & { readonly read: (bytes: Buffer) => T },
  signal: AbortSignal,
): Promise<T> {
  const { bytes, response } = await fetchBytes(wire, request, signal);
  try {
    return request.read(bytes);
  } catch (error) {
    throw error instanceof Failure ? withoutEcho(error, ...response.sent) : error;
  }
}

async function accept(
  options: { readonly wire: Wire; readonly response: NetResponse; readonly hop: Hop; readonly first: Hop },
  signal: AbortSignal,
): Promise<ExchangeAnswer> {
  const { response, hop, first, wire } = options;
  const sent = [sentOf(first), { ...sentOf(hop), proxyAuthorization: response.proxyAuthorization }];
  const unasked = response.status === 206 && hop.headers['range'] === undefined;
  if (response.status < 200 || response.status > 299 || unasked) {
    throw await refusal({ clock: wire.clock, response, url: hop.url, secrets: secretsOf(...sent) }, signal);
  }
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && !isHarmlessEncoding(encoding, [first.url, hop.url])) {
    response.discard();
    const evidence = { url: redactUrl(hop.url), 'content-encoding': encoding.slice(0, 100), via: response.headers['via'] };
    throw withoutEcho(failure('HTTP.ENCODED', { subject: new URL(hop.url).host, evidence }), ...sent);
  }
  return {
    status: response.status,
    headers: response.headers,
    body: response.body,
    discard: () => response.discard(),
    facts: response.facts,
    url: hop.url,
    sent,
  };
}

/**
 * Buckets label a stored .tar.gz `Content-Encoding: gzip` by its name. The bytes are the file itself (node:http does not
 * decode), so the label is let pass for such names; whether they are the right bytes is decided by their hash.
 */
function isHarmlessEncoding(encoding: string, urls: readonly string[]): boolean {
  const isGzipFile = urls.some(url => /\.t?gz$/u.test(new URL(url).pathname));
  return encoding
    .toLowerCase()
    .split(',')
    .map(label => label.trim())
    .every(label => label === '' || label === 'identity' || (isGzipFile && (label === 'gzip' || label === 'x-gzip')));
}

function sentOf({ url, headers }: Hop): Sent {
  return { url, authorization: headers['authorization'], cookie: headers['cookie'] };
}
