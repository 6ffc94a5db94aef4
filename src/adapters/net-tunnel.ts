import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { Code } from '../domain/catalogue.ts';
import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import { withoutEcho } from '../policy/echo.ts';
import type { Clock } from '../ports/machine.ts';
import { netFailure, printable } from './net-failure.ts';
import { withinPhase } from './net-phase.ts';

interface Tunnel {
  readonly clock: Clock;
  /** A connection to the proxy; destroyed on every failure. */
  readonly socket: Socket;
  /** host:port of the proxy. */
  readonly proxy: string;
  /** host:port of the origin, IPv6 in brackets. */
  readonly target: string;
  readonly authorization: string | undefined;
  readonly proxyMs: number;
}

/**
 * Has the proxy open a way to the target (CONNECT, RFC 9110, 9.3.6). Our own, because agents report a refusal as a reset
 * (no status) and one of them repeats a CONNECT that is closed thousands of times a second (nodejs/undici#3897).
 * Throws PROXY.STALL, AUTH, DENIED, UPSTREAM, CLOSED, NOT_HTTP.
 */
export async function openTunnel(tunnel: Tunnel, signal: AbortSignal): Promise<void> {
  const { clock, socket, proxyMs, proxy, target } = tunnel;
  const late = () => failure('PROXY.STALL', { subject: proxy, evidence: { phase: 'tunnel', target, 'budget ms': proxyMs } });
  try {
    await withinPhase({ clock, ms: proxyMs, late, abandon: () => socket.destroy(), work: () => sendConnect(tunnel) }, signal);
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    const failed = netFailure(error, { phase: 'tunnel', subject: proxy, viaProxy: true, evidence: { target } });
    throw withoutEcho(failed, { proxyAuthorization: tunnel.authorization });
  }
}

function sendConnect(tunnel: Tunnel): Promise<void> {
  return new Promise((resolve, reject) => {
    const authorization = tunnel.authorization === undefined ? {} : { 'proxy-authorization': tunnel.authorization };
    // No `agent` here: with agent:false createConnection is ignored.
    const connect = request({
      createConnection: () => tunnel.socket,
      method: 'CONNECT',
      path: tunnel.target,
      headers: { host: tunnel.target, 'user-agent': `${PRODUCT.name}/${PRODUCT.version}`, ...authorization },
      maxHeaderSize: LIMITS.headerBytes,
    });
    connect.on('error', reject);
    connect.once('connect', (response, _socket, head) => {
      const problem = judgeConnect({ tunnel, response, head });
      if (problem === undefined) resolve();
      else reject(problem);
    });
    connect.end();
  });
}

function judgeConnect(answer: {
  readonly tunnel: Tunnel;
  readonly response: IncomingMessage;
  readonly head: Uint8Array;
}): Failure | undefined {
  const { response, tunnel, head } = answer;
  const status = response.statusCode ?? 0;
  const opened = status >= 200 && status <= 299;
  // A TLS server waits for the client: bytes after 200 come from the proxy itself.
  if (opened && head.length === 0) return undefined;
  const { headers } = response;
  return failure(opened ? 'PROXY.NOT_HTTP' : codeOfConnectStatus(status), {
    subject: tunnel.proxy,
    evidence: {
      phase: 'tunnel',
      target: tunnel.target,
      status,
      schemes: authenticationSchemes(headers['proxy-authenticate']),
      'x-squid-error': one(headers['x-squid-error']),
      via: one(headers['via']),
      'first bytes': head.length === 0 ? undefined : printable(head),
    },
  });
}

function codeOfConnectStatus(status: number): Code {
  if (status === 407) return 'PROXY.AUTH';
  return status >= 500 ? 'PROXY.UPSTREAM' : 'PROXY.DENIED';
}

function one(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined ? undefined : printable(typeof value === 'string' ? value : value.join(', '));
}

/** The scheme names only: a challenge may hold a nonce, and NTLM or Negotiate need a relay that we are not. */
function authenticationSchemes(value: readonly string[] | string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const challenges = typeof value === 'string' ? [value] : value;
  return challenges.map(challenge => printable(challenge).split(' ')[0]).join(', ');
}
