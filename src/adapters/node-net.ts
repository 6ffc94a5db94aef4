import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import { Failure, failure } from '../domain/failure.ts';
import { phaseMs } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { isUnknownIssuer } from '../policy/net-errors.ts';
import { decideProxy, type ProxyDecision } from '../policy/proxy.ts';
import type { Clock, Env, NetRequest, NetResponse, NetworkSettings } from '../ports/machine.ts';
import type { ClosableNet } from './lazy-net.ts';
import { type Connection, type Opening, openConnection } from './net-connection.ts';
import { type Resolve, resolveBySystem, shareAnswers } from './net-dial.ts';
import { readSystemError } from './net-failure.ts';
import { joinHeaders, readBody, send } from './net-http.ts';
import { createPool } from './net-pool.ts';
import { createTrustStore, type TrustStore } from './net-roots.ts';

export interface NetOptions {
  /** Read for the proxy variables, NODE_EXTRA_CA_CERTS, SSL_CERT_FILE and NODE_TLS_REJECT_UNAUTHORIZED. */
  readonly env: Env;
  readonly clock: Clock;
  /** Roots that are trusted as well (`ca-file`), each a PEM text of its own. */
  readonly ca: readonly string[] | undefined;
  readonly network?: NetworkSettings | undefined;
  /** Default: the resolver of the operating system. */
  readonly resolve?: Resolve;
}

/** The network through node:net, node:tls and node:http. `close` ends every connection, also those in use. */
export function createNet(options: NetOptions): ClosableNet {
  const { env, clock } = options;
  const pool = createPool<Connection>(clock);
  const trust = createTrustStore({ env, ca: options.ca, network: options.network });
  const live = new Set<Socket>();
  const onSocket = (socket: Socket): void => {
    live.add(socket);
    socket.once('close', () => live.delete(socket));
  };
  const resolve = shareAnswers(options.resolve ?? resolveBySystem, clock);
  const dial = createDial({ clock, trust, resolve, onSocket });

  async function request(request: NetRequest, signal: AbortSignal): Promise<NetResponse> {
    signal.throwIfAborted();
    // Any number of exchanges may end by one signal; Node warns of more than ten.
    setMaxListeners(0, signal);
    const url = checkedUrl(request.url, env);
    const route = decideProxy(url.href, env);
    const key = route.kind === 'proxy' ? `${url.origin} ${route.host}:${route.port}` : url.origin;
    const exchange = (connection: Connection, reused: boolean): Promise<NetResponse> =>
      exchangeOver({ request, url, route, clock, connection, reused, onFree: () => pool.put(key, connection) }, signal);
    const kept = pool.take(key);
    if (kept !== undefined) {
      try {
        return await exchange(kept, true);
      } catch (error) {
        signal.throwIfAborted();
        // The peer closed it in the moment we wrote. GET, HEAD and PUT may be sent again (RFC 9110, 9.2.2).
        if (!(error instanceof Failure) || (error.code !== 'TCP.RESET' && error.code !== 'HTTP.EMPTY')) throw error;
      }
    }
    return exchange(await dial({ url, route, limits: request.limits }, signal), false);
  }

  return {
    request,
    close() {
      pool.close();
      for (const socket of live) socket.destroy();
    },
  };
}

/** The network when `offline` is set: no packet leaves. Every request throws OFFLINE.NOT_FOUND. */
export function createOfflineNet(): ClosableNet {
  return {
    close: () => undefined,
    request: request => Promise.reject(failure('OFFLINE.NOT_FOUND', { subject: redactUrl(request.url) })),
  };
}

type Dial = (call: Pick<Opening, 'url' | 'route' | 'limits'>, signal: AbortSignal) => Promise<Connection>;

/**
 * Opens connections. When the issuer is unknown to Node's own roots it is tried once more with those of the operating
 * system, where companies put their CA and which `go` uses too; where that helped, later ones begin with them.
 */
function createDial(options: Pick<Opening, 'clock' | 'resolve' | 'onSocket'> & { readonly trust: TrustStore }): Dial {
  const { trust, ...means } = options;
  let useSystem = false;
  return async (call, signal) => {
    const usesTls = call.url.protocol === 'https:' || (call.route.kind === 'proxy' && call.route.secure);
    const context = !usesTls ? undefined : useSystem ? trust.withSystem() : trust.usual();
    try {
      return await openConnection({ ...means, ...call, context }, signal);
    } catch (error) {
      const unknownIssuer = error instanceof Failure && isUnknownIssuer(readSystemError(error.cause).code);
      const wider = unknownIssuer && !useSystem ? trust.withSystem() : undefined;
      if (wider === undefined) throw error;
      const connection = await openConnection({ ...means, ...call, context: wider }, signal);
      useSystem = true;
      return connection;
    }
  };
}

/** Userinfo here would be a defect of the caller: Node would send it, and redirects would carry it along. */
function checkedUrl(text: string, env: Env): URL {
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') {
    throw new TypeError(`not a plain http(s) URL: ${redactUrl(text)}`);
  }
  if (url.protocol === 'https:' && env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw failure('CFG.TLS_DISABLED', { subject: 'NODE_TLS_REJECT_UNAUTHORIZED', evidence: { url: redactUrl(text) } });
  }
  return url;
}

async function exchangeOver(
  call: {
    readonly request: NetRequest;
    readonly url: URL;
    readonly route: ProxyDecision;
    readonly clock: Clock;
    readonly connection: Connection;
    readonly reused: boolean;
    /** The answer was read to its end and the peer keeps the connection. */
    readonly onFree: () => void;
  },
  signal: AbortSignal,
): Promise<NetResponse> {
  const { request, url, route, clock, connection, reused } = call;
  const { socket } = connection;
  const absoluteForm = route.kind === 'proxy' && url.protocol === 'http:';
  const forProxy = absoluteForm && route.authorization !== undefined ? { 'proxy-authorization': route.authorization } : undefined;
  const evidence = { address: connection.facts.address, proxy: connection.facts.proxy };
  const startMs = clock.monotonic();
  const answer = await send(
    {
      clock,
      socket,
      method: request.method ?? 'GET',
      url,
      absoluteForm,
      headers: { ...request.headers, ...forProxy },
      body: request.body,
      firstByteMs: phaseMs(request.limits, 'firstByteMs', startMs),
      evidence,
    },
    signal,
  );
  // Once the connection is free it may serve another request, so nothing of this one may touch it any more.
  let released = false;
  const destroy = (): void => {
    if (!released) socket.destroy();
  };
  signal.addEventListener('abort', destroy, { once: true });
  const stopListening = (): void => signal.removeEventListener('abort', destroy);
  socket.once('close', stopListening);
  socket.once('free', () => {
    released = true;
    socket.off('close', stopListening);
    stopListening();
    call.onFree();
  });
  const body = readBody({ answer, subject: url.host, onEnd: stopListening, onBroken: destroy, evidence }, signal);
  const firstByteMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
  return {
    status: answer.incoming.statusCode ?? 0,
    headers: joinHeaders(answer.incoming),
    body,
    discard: destroy,
    facts: { ...connection.facts, reused, firstByteMs },
    ...(forProxy === undefined ? {} : { proxyAuthorization: forProxy['proxy-authorization'] }),
  };
}
