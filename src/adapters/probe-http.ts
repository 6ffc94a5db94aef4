import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '../domain/limits.ts';
import type { HttpFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { evidenceFields } from '../policy/http-evidence.ts';
import { looksLikePage, readPage } from '../policy/page-text.ts';
import type { Clock } from '../ports/machine.ts';
import type { Exchange, ProbeNet, ServedDate, Way } from '../ports/probe-net.ts';
import { joinHeaders } from './net-http.ts';
import { observe, type Scope } from './probe-observe.ts';
import { secureStream, type Trust } from './probe-secure.ts';
import { endedFact, seenFacts, type Tap, tapped } from './probe-tap.ts';
import { openWay, USER_AGENT } from './probe-way.ts';

type Ask = Parameters<ProbeNet['exchange']>[0];

/** What came, also when it ends in an error. */
interface Reading {
  answer?: IncomingMessage;
  receivedBytes: number;
  isComplete?: boolean;
  readonly kept: Buffer[];
  readonly progress: [ms: number, bytes: number][];
}

export async function probeExchange(
  means: { readonly clock: Clock; readonly trust: Trust },
  ask: Ask,
  signal: AbortSignal,
): Promise<Exchange> {
  const { clock, trust } = means;
  const url = new URL(ask.url);
  const reading: Reading = { receivedBytes: 0, kept: [], progress: [] };
  let tap: Tap | undefined;
  let served: ServedDate | undefined;
  const { outcome } = await observe(
    clock,
    async scope => {
      const opened = await scope.within(ask.openMs, openOrigin(scope, { way: ask.way, url, trust, roots: ask.roots }));
      tap = opened;
      const beforeMs = clock.now();
      const sent = send({ stream: opened.stream, url, method: 'GET', headers: headersOf(ask), way: ask.way });
      reading.answer = await scope.within(ask.firstByteMs, sent.answered);
      served = servedDate(reading.answer, beforeMs, clock.now());
      await scope.within(ask.bodyMs, readBody({ clock, reading, answer: reading.answer, failed: sent.failed }));
    },
    signal,
  );
  const head = Buffer.concat(reading.kept).subarray(0, PROBE_LIMITS.keptBytes);
  const location = reading.answer?.headers.location;
  const facts = { ...outcome, ...endedFact(outcome, tap?.seen), ...httpFacts({ reading, tap, head }) };
  return { facts, head, ...(location === undefined ? {} : { location }), ...(served === undefined ? {} : { served }) };
}

function headersOf({ kind }: Ask): Readonly<Record<string, string>> {
  return {
    'accept-encoding': 'identity',
    ...(kind === 'whole' ? {} : { range: `bytes=0-${PROBE_LIMITS.rangeBytes - 1}` }),
    ...(kind === 'no-cache' ? { 'cache-control': 'no-cache' } : {}),
  };
}

/** Date and Age only, of a server that is not verified. */
export async function probeDate(
  means: { readonly clock: Clock; readonly trust: Trust },
  ask: Parameters<ProbeNet['date']>[0],
  signal: AbortSignal,
): Promise<ServedDate | undefined> {
  const { clock, trust } = means;
  const url = new URL('/', ask.url);
  const { value } = await observe(
    clock,
    scope => {
      const work = async (): Promise<ServedDate | undefined> => {
        const { stream } = await openOrigin(scope, { way: ask.way, url, trust, roots: 'none' });
        const beforeMs = clock.now();
        const { answered } = send({ stream, url, method: 'HEAD', headers: {}, way: ask.way });
        return servedDate(await answered, beforeMs, clock.now());
      };
      return scope.within(ask.ms, work());
    },
    signal,
  );
  return value;
}

/** A tapped stream on which a request can be written. */
async function openOrigin(
  scope: Scope,
  {
    way,
    url,
    trust,
    roots,
  }: { readonly way: Way; readonly url: URL; readonly trust: Trust; readonly roots: 'usual' | 'system' | 'none' },
): Promise<Tap> {
  const tap = await openWay(scope, way, trust);
  if (url.protocol !== 'https:') return tap;
  const name = url.hostname.replace(/^\[|\]$/gu, '');
  const context = trust.context(roots === 'system' ? 'system' : 'usual');
  return tapped(await secureStream(scope, { stream: tap.stream, name, context, unverified: roots === 'none' }));
}

function send(options: {
  readonly stream: Duplex;
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly way: Way;
}): { readonly answered: Promise<IncomingMessage>; readonly failed: Promise<never> } {
  const { stream, url, method, way } = options;
  const inAbsoluteForm = way.proxy !== undefined && way.proxy.tunnelTo === undefined;
  const path = `${url.pathname}${url.search}`;
  // No `agent` here: with agent:false createConnection is ignored.
  const outgoing: ClientRequest = request({
    createConnection: () => stream,
    method,
    path: inAbsoluteForm ? `${url.origin}${path}` : path,
    headers: { host: url.host, connection: 'close', 'user-agent': USER_AGENT, ...options.headers },
    maxHeaderSize: LIMITS.headerBytes,
    insecureHTTPParser: false,
  });
  // After the answer an error of the parser comes here too, while the message shows only "aborted".
  const failed = new Promise<never>((_resolve, reject) => {
    outgoing.on('error', reject);
  });
  const answer = new Promise<IncomingMessage>(resolve => {
    outgoing.once('response', resolve);
  });
  outgoing.end();
  return { answered: Promise.race([answer, failed]), failed };
}

/** Until its end, or until more has come than is wanted. */
async function readBody(options: {
  readonly clock: Clock;
  readonly reading: Reading;
  readonly answer: IncomingMessage;
  readonly failed: Promise<never>;
}): Promise<void> {
  const { clock, reading, answer } = options;
  const startMs = clock.monotonic();
  const sample = (): void => {
    const ms = Math.round(clock.monotonic() - startMs);
    const last = reading.progress.at(-1);
    if (reading.progress.length >= PROBE_LIMITS.sampleCount || (last !== undefined && ms - last[0] < PROBE_LIMITS.sampleMs))
      return;
    reading.progress.push([ms, reading.receivedBytes]);
  };
  const done = new Promise<void>((resolve, reject) => {
    answer.on('data', (chunk: Buffer) => {
      if (reading.receivedBytes < PROBE_LIMITS.keptBytes) reading.kept.push(chunk);
      reading.receivedBytes += chunk.length;
      sample();
      if (reading.receivedBytes >= PROBE_LIMITS.bodyBytes) resolve();
    });
    answer.once('end', () => {
      reading.isComplete = answer.complete;
      resolve();
    });
    answer.on('error', error => {
      reading.isComplete = false;
      reject(error);
    });
  });
  await Promise.race([done, options.failed]);
  // What a broken proxy sends behind the end is an error of the parser that comes with the same packet.
  await Promise.race([new Promise(resolve => setImmediate(resolve)), options.failed]);
}

function httpFacts({
  reading,
  tap,
  head,
}: {
  readonly reading: Reading;
  readonly tap: Tap | undefined;
  readonly head: Buffer;
}): Omit<HttpFacts, 'ok' | 'ms'> {
  const { answer } = reading;
  if (answer === undefined) return { headers: {}, redirects: [], ...(tap === undefined ? {} : seenFacts(tap.seen)) };
  const fields = joinHeaders(answer);
  const status = answer.statusCode ?? 0;
  const announced = fields['content-length'];
  const first = head.subarray(0, PROBE_LIMITS.firstBytes);
  const ranged = { 206: 'honoured', 200: 'ignored', 416: 'refused' } as const;
  return {
    status,
    headers: evidenceFields(fields),
    redirects: [],
    ...(reading.isComplete === undefined ? {} : { isComplete: reading.isComplete }),
    ...(announced === undefined || !/^\d{1,15}$/u.test(announced) ? {} : { announcedBytes: Number(announced) }),
    receivedBytes: reading.receivedBytes,
    ...(first.length === 0 ? {} : { firstHex: first.toString('hex') }),
    ...(looksLikePage(head) || /html/iu.test(fields['content-type'] ?? '') ? readPage(head) : {}),
    ...(status === 206 || status === 200 || status === 416 ? { ranged: ranged[status] } : {}),
    ...(reading.progress.length === 0 ? {} : { progress: reading.progress }),
  };
}

function servedDate(answer: IncomingMessage, beforeMs: number, afterMs: number): ServedDate | undefined {
  const dateMs = Date.parse(answer.headers.date ?? '');
  const age = Number(answer.headers.age ?? 0);
  if (!Number.isFinite(dateMs)) return undefined;
  // A page that lay in a cache for this long was made then: the cache's clock is Date and Age together (RFC 9111, 4.2.3).
  const ageMs = Number.isFinite(age) && age > 0 ? age * 1_000 : 0;
  return { dateMs: dateMs + ageMs, atMs: (beforeMs + afterMs) / 2 };
}
