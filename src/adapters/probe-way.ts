import { type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import type { Way } from '../ports/probe-net.ts';
import { dial } from './probe-connect.ts';
import type { Scope } from './probe-observe.ts';
import { secureStream, type Trust } from './probe-secure.ts';
import { type Tap, tapped } from './probe-tap.ts';

export const USER_AGENT = `${PRODUCT.name}/${PRODUCT.version}`;

/** The answer to CONNECT, and the bytes right behind its head. */
export interface ConnectAnswer {
  readonly response: IncomingMessage;
  readonly head: Buffer;
}

/** Up to the peer itself: TCP, and TLS where the proxy is spoken to over it. */
export async function openPeer(scope: Scope, way: Way, trust: Trust): Promise<Tap> {
  const raw = tapped(await dial(scope, way));
  if (way.proxy?.secure !== true) return raw;
  return tapped(await secureStream(scope, { stream: raw.stream, name: way.proxy.host, context: trust.context('usual') }));
}

/** A stream to the origin, through the tunnel where there is one. Node's code ERR_PROXY_TUNNEL where the proxy refuses. */
export async function openWay(scope: Scope, way: Way, trust: Trust): Promise<Tap> {
  const peer = await openPeer(scope, way, trust);
  const target = way.proxy?.tunnelTo;
  if (target === undefined) return peer;
  const { response, head } = await sendConnect(peer.stream, target);
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) {
    throw Object.assign(new Error(`the proxy answered CONNECT with ${status}`), { code: 'ERR_PROXY_TUNNEL' });
  }
  if (head.length > 0) peer.stream.unshift(head);
  return tapped(peer.stream);
}

export function sendConnect(stream: Duplex, target: string): Promise<ConnectAnswer> {
  return new Promise((resolve, reject) => {
    // No `agent` here: with agent:false createConnection is ignored.
    const connect = request({
      createConnection: () => stream,
      method: 'CONNECT',
      path: target,
      headers: { host: target, 'user-agent': USER_AGENT },
      maxHeaderSize: LIMITS.headerBytes,
    });
    connect.on('error', reject);
    connect.once('connect', (response, _socket, head) => resolve({ response, head }));
    connect.end();
  });
}
