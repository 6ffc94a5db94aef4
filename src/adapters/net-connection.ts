import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import type { ConnectionFacts } from '../domain/facts.ts';
import { type PhaseLimits, phaseMs } from '../domain/limits.ts';
import { unbracket } from '../policy/ip-address.ts';
import type { ProxyDecision } from '../policy/proxy.ts';
import type { Clock } from '../ports/machine.ts';
import { connectFirst, lookUp, type Peer, peerName, type Resolve } from './net-dial.ts';
import { secure, tlsFacts } from './net-tls.ts';
import { openTunnel } from './net-tunnel.ts';

/** A connection over which requests to one origin can be sent. */
export interface Connection {
  readonly socket: Socket;
  readonly facts: Omit<ConnectionFacts, 'reused' | 'firstByteMs'>;
}

export interface Opening {
  readonly clock: Clock;
  readonly resolve: Resolve;
  readonly url: URL;
  readonly route: ProxyDecision;
  readonly limits: PhaseLimits;
  /** Undefined: Node's default roots. */
  readonly context: SecureContext | undefined;
  /** Told of every connection as soon as it stands, so that it can be closed from outside. */
  readonly onSocket: (socket: Socket) => void;
}

/**
 * Look-up, connect, and as needed TLS to the proxy, CONNECT, TLS to the origin. Throws DNS.*, TCP.*, PROXY.*, TLS.*; nothing
 * stays open then.
 */
export async function openConnection(opening: Opening, signal: AbortSignal): Promise<Connection> {
  const { clock, url, route, limits, context } = opening;
  const peer = peerOf(url, route);
  const lap = stopwatch(clock);
  const left = (phase: 'proxyMs' | 'tlsMs'): number => phaseMs(limits, phase, clock.monotonic());
  const addresses = await lookUp({ clock, resolve: opening.resolve, peer, limits }, signal);
  const lookupMs = lap();
  const raw = await connectFirst({ clock, addresses, peer, limits }, signal);
  const connectMs = lap();
  opening.onSocket(raw);
  const address = raw.remoteAddress;
  const via = route.kind === 'proxy' ? peerName(peer) : undefined;
  const evidence = { address, proxy: via };
  let socket = raw;
  let proxyMs: number | undefined;
  if (route.kind === 'proxy') {
    if (route.secure) {
      socket = await secure(
        { clock, socket, host: peer.host, subject: peerName(peer), tlsMs: left('tlsMs'), context, evidence },
        signal,
      );
    }
    if (url.protocol === 'https:') {
      const target = `${url.hostname}:${url.port === '' ? 443 : url.port}`;
      const { authorization } = route;
      await openTunnel({ clock, socket, proxy: peerName(peer), target, authorization, proxyMs: left('proxyMs') }, signal);
    }
    proxyMs = lap();
  }
  let tls: { readonly tls: NonNullable<ConnectionFacts['tls']>; readonly tlsMs: number } | undefined;
  if (url.protocol === 'https:') {
    const host = unbracket(url.hostname);
    const over: TLSSocket = await secure(
      { clock, socket, host, subject: url.host, tlsMs: left('tlsMs'), context, evidence },
      signal,
    );
    tls = { tls: tlsFacts(over), tlsMs: lap() };
    socket = over;
  }
  const facts: Connection['facts'] = {
    host: url.host,
    addresses,
    proxyReason: route.reason,
    lookupMs,
    connectMs,
    ...(address === undefined ? {} : { address }),
    ...(via === undefined ? {} : { proxy: via }),
    ...(proxyMs === undefined ? {} : { proxyMs }),
    ...tls,
  };
  return { socket, facts };
}

function peerOf(url: URL, route: ProxyDecision): Peer {
  if (route.kind === 'proxy') return { host: route.host, port: route.port, viaProxy: true };
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return { host: unbracket(url.hostname), port, viaProxy: false };
}

/** Milliseconds since the last call, rounded to a tenth. */
function stopwatch(clock: Clock): () => number {
  let before = clock.monotonic();
  return () => {
    const now = clock.monotonic();
    const ms = Math.round((now - before) * 10) / 10;
    before = now;
    return ms;
  };
}
