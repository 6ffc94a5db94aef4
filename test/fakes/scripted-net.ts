import type { Code } from '../../src/domain/catalogue.ts';
import { failure } from '../../src/domain/failure.ts';
import { phaseMs } from '../../src/domain/limits.ts';
import type { Net, NetRequest, NetResponse } from '../../src/ports/machine.ts';
import type { FakeClock } from './fake-clock.ts';

/** One server: what it says to a path. Undefined is 404. */
export type Server = (request: ServerRequest) => Reply | undefined;

export interface ServerRequest {
  /** With the query. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export type Reply =
  | {
      /** Default: 200. */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
      /** To the last header byte. */
      readonly afterMs?: number;
      /** Default: 4096. */
      readonly chunkBytes?: number;
      /** Before each piece of the body. */
      readonly pauseMs?: number;
      /** What happens instead of the byte at this position of the body that is sent. */
      readonly fault?: { readonly kind: BodyFault; readonly atBytes: number };
      /** False: a range is answered with the whole body. */
      readonly ranges?: boolean;
      /** False: no Content-Length, the body ends with the connection. */
      readonly length?: boolean;
    }
  | { readonly failure: Code; readonly afterMs?: number }
  /** Accepts and never answers. */
  | 'silent';

/** `cut`: the connection is closed early; it shows only where there is a length. */
export type BodyFault = 'cut' | 'reset' | 'stall';

export interface SeenRequest extends NetRequest {
  readonly atMs: number;
}

/** The Net port by script: `servers` has one server per host, and a host without one does not exist (DNS.NXDOMAIN). */
export interface ScriptedNet extends Net {
  /** In the order of asking. */
  readonly requests: SeenRequest[];
  urls(): readonly string[];
  /** Answers whose body was neither read to its end nor closed. */
  openCount(): number;
}

export type Servers = Readonly<Record<string, Server | 'silent' | { readonly failure: Code }>>;

export function createScriptedNet(options: { readonly clock: FakeClock; readonly servers: Servers }): ScriptedNet {
  const { clock, servers } = options;
  const requests: SeenRequest[] = [];
  const open = new Set<NetResponse>();

  const request = async (asked: NetRequest, signal: AbortSignal): Promise<NetResponse> => {
    signal.throwIfAborted();
    requests.push({ ...asked, atMs: clock.monotonic() });
    const url = new URL(asked.url);
    if (url.username !== '' || url.password !== '') throw new Error('userinfo in the URL of a request');
    const reply = replyOf(servers, { url, path: `${url.pathname}${url.search}`, headers: asked.headers ?? {} });
    const firstByteMs = phaseMs(asked.limits, 'firstByteMs', clock.monotonic());
    if (reply === 'silent') {
      await clock.sleep(firstByteMs, signal);
      throw failure('HTTP.TTFB_STALL', { subject: url.host, evidence: { 'budget ms': firstByteMs } });
    }
    const { afterMs } = reply;
    if (afterMs !== undefined) {
      await clock.sleep(Math.min(afterMs, firstByteMs), signal);
      if (afterMs > firstByteMs) throw failure('HTTP.TTFB_STALL', { subject: url.host });
    }
    if ('failure' in reply) throw failure(reply.failure, { subject: url.host });
    return respond({ reply, asked, url, signal });
  };

  const respond = (exchange: Exchange): NetResponse => {
    const { reply, asked, url } = exchange;
    const whole = Buffer.from(reply.body ?? '');
    const range = reply.ranges === false ? undefined : rangeOf(asked.headers?.['range'], whole.length);
    const sent = range === undefined ? whole : whole.subarray(range.start, range.end);
    const isPartial = range !== undefined && (reply.status ?? 200) === 200;
    const headers = {
      ...(reply.length === false ? {} : { 'content-length': String(sent.length) }),
      ...(isPartial ? { 'content-range': `bytes ${range.start}-${range.end - 1}/${whole.length}` } : {}),
      ...reply.headers,
    };
    const closing = new AbortController();
    const response: NetResponse = {
      status: isPartial ? 206 : (reply.status ?? 200),
      headers,
      body: bodyOf({
        ...exchange,
        sent,
        isArchive: whole[0] === 0x1f || whole[0] === 0x50,
        closed: closing.signal,
        onEnd: () => open.delete(response),
      }),
      discard: () => {
        open.delete(response);
        closing.abort(failure('BODY.RESET', { subject: url.host, evidence: { reason: 'closed here' } }));
      },
      facts: {
        host: url.host,
        addresses: ['192.0.2.1'],
        address: '192.0.2.1',
        proxyReason: 'HTTPS_PROXY is not set',
        reused: false,
      },
    };
    open.add(response);
    exchange.signal.addEventListener('abort', response.discard, { once: true });
    return response;
  };

  async function* bodyOf(body: Body): AsyncGenerator<Uint8Array> {
    const { reply, url, sent, closed } = body;
    const { chunkBytes = 4_096, pauseMs = 0, fault } = reply;
    const stop = fault === undefined ? sent.length : Math.min(fault.atBytes, sent.length);
    try {
      for (let at = 0; at < stop; at += chunkBytes) {
        closed.throwIfAborted();
        if (pauseMs > 0) await clock.sleep(pauseMs, closed);
        if (body.isArchive) clock.noteThreadWork(net);
        yield Buffer.from(sent.subarray(at, Math.min(at + chunkBytes, stop)));
      }
      closed.throwIfAborted();
      if (body.isArchive) clock.noteThreadWork(net);
      if (fault === undefined) return;
      if (fault.kind === 'stall') await new Promise((_, reject) => closed.addEventListener('abort', () => reject(closed.reason)));
      if (fault.kind === 'reset') throw failure('BODY.RESET', { subject: url.host, evidence: { 'received bytes': stop } });
      if (reply.length !== false && stop < sent.length) {
        throw failure('BODY.TRUNCATED', {
          subject: url.host,
          evidence: { 'received bytes': stop, 'expected bytes': sent.length },
        });
      }
    } finally {
      body.onEnd();
    }
  }

  const net = { request, requests, urls: () => requests.map(({ url }) => url), openCount: () => open.size };
  return net;
}

interface Exchange {
  readonly reply: Extract<Reply, { readonly body?: unknown }>;
  readonly asked: NetRequest;
  readonly url: URL;
  readonly signal: AbortSignal;
}

interface Body extends Exchange {
  readonly sent: Buffer;
  /** A gzip stream or a zip: zlib's thread works on what comes of it. */
  readonly isArchive: boolean;
  readonly closed: AbortSignal;
  readonly onEnd: () => void;
}

function replyOf(servers: Servers, request: ServerRequest): Reply {
  const server = servers[request.url.host];
  if (server === undefined) return { failure: 'DNS.NXDOMAIN' };
  if (typeof server !== 'function') return server;
  return server(request) ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found\n' };
}

/** `bytes=-N` and `bytes=A-B` (RFC 9110, 14.1.2); undefined for everything else and for an empty body. */
function rangeOf(header: string | undefined, sizeBytes: number): { readonly start: number; readonly end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '') ?? [];
  if (sizeBytes === 0 || (first === '' && last === '')) return undefined;
  if (first === '') return { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes };
  return { start: Number(first), end: last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1) };
}
