import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { withoutEcho } from '../policy/echo.ts';
import type { Clock } from '../ports/machine.ts';
import { netFailure } from './net-failure.ts';
import { withinPhase } from './net-phase.ts';

/** An answer whose head has arrived. */
export interface Answer {
  readonly incoming: IncomingMessage;
  /** The first error after the head; the stream itself shows only "aborted". */
  error(): unknown;
}

/** One request over a connection that is ready for it. */
interface Sending {
  readonly clock: Clock;
  readonly socket: Socket;
  readonly method: string;
  readonly url: URL;
  /** Through a proxy without a tunnel the target is the whole address (RFC 9112, 3.2.2). */
  readonly absoluteForm: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly firstByteMs: number;
  readonly evidence: Readonly<Record<string, string | number | undefined>>;
}

/**
 * Writes the request and waits for the last header byte. Throws HTTP.TTFB_STALL, HTTP.EMPTY, HTTP.NOT_HTTP, TCP.RESET, TLS.ALERT;
 * the connection is destroyed then.
 */
export async function send(sending: Sending, signal: AbortSignal): Promise<Answer> {
  const { clock, socket, url, firstByteMs } = sending;
  const receivedBefore = socket.bytesRead;
  const { outgoing, answered } = write(sending);
  const abandon = (): void => {
    outgoing.destroy();
    socket.destroy();
  };
  const budget = { phase: 'request', 'budget ms': firstByteMs, ...sending.evidence };
  const late = () => failure('HTTP.TTFB_STALL', { subject: url.host, evidence: budget });
  try {
    return await withinPhase({ clock, ms: firstByteMs, late, abandon, work: () => answered }, signal);
  } catch (error) {
    abandon();
    signal.throwIfAborted();
    const evidence = { 'received bytes': socket.bytesRead - receivedBefore, ...sending.evidence };
    const { authorization, 'proxy-authorization': proxyAuthorization } = sending.headers;
    const failed = netFailure(error, { phase: 'request', subject: url.host, evidence });
    throw withoutEcho(failed, { url: url.href, authorization, proxyAuthorization });
  }
}

function write(sending: Sending): { readonly outgoing: ClientRequest; readonly answered: Promise<Answer> } {
  const { socket, url } = sending;
  // No `agent` here: with agent:false createConnection is ignored. The explicit `connection` header is what lets Node
  // keep the connection after the answer; it then emits `free` on the socket.
  const outgoing = request({
    createConnection: () => socket,
    method: sending.method,
    path: sending.absoluteForm ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
    headers: { host: url.host, connection: 'keep-alive', ...sending.headers },
    maxHeaderSize: LIMITS.headerBytes,
    insecureHTTPParser: false,
  });
  let firstError: unknown;
  const answered = new Promise<Answer>((resolve, reject) => {
    const fail = (error: unknown): void => {
      firstError ??= error;
      reject(error);
    };
    outgoing.on('error', fail);
    outgoing.once('response', incoming => {
      incoming.on('error', fail);
      resolve({ incoming, error: () => firstError });
    });
    outgoing.end(sending.body);
  });
  return { outgoing, answered };
}

/** Names in lower case (Node does that), repeated fields joined. */
export function joinHeaders(incoming: IncomingMessage): Readonly<Record<string, string>> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}

/**
 * The body as the port promises it. Reading pauses while the consumer works; leaving early closes the connection.
 * Throws BODY.TRUNCATED, BODY.RESET, BODY.TOO_LONG, or the signal's reason.
 */
export async function* readBody(
  options: {
    readonly answer: Answer;
    readonly subject: string;
    readonly onEnd: () => void;
    /** Called instead of a plain end: the connection cannot be used again. */
    readonly onBroken: () => void;
    readonly evidence: Readonly<Record<string, string | number | undefined>>;
  },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { answer, subject } = options;
  const { incoming } = answer;
  let receivedBytes = 0;
  let complete = false;
  try {
    signal.throwIfAborted();
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
      receivedBytes += chunk.length;
      yield chunk;
    }
    const error = answer.error();
    if (error !== undefined) throw error;
    if (!incoming.complete) throw Object.assign(new Error('ended early'), { code: 'ECONNRESET' });
    complete = true;
  } catch (error) {
    signal.throwIfAborted();
    const announced = incoming.headers['content-length'];
    const evidence = { 'received bytes': receivedBytes, 'announced bytes': announced, ...options.evidence };
    throw netFailure(answer.error() ?? error, { phase: 'body', subject, evidence });
  } finally {
    if (!complete) options.onBroken();
    options.onEnd();
  }
}
