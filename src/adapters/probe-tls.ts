import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  type ConnectionOptions,
  checkServerIdentity,
  connect,
  type PeerCertificate,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { HandshakeFacts, HandshakeVariant } from '../domain/handshake-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { tlsAlertOf } from '../policy/net-errors.ts';
import type { Clock } from '../ports/machine.ts';
import type { ProbeNet } from '../ports/probe-net.ts';
import { type Anchors, certificateFacts, chainOf, hasSct, judgeChain } from './probe-chain.ts';
import { observe } from './probe-observe.ts';
import type { ContextChanges, Trust } from './probe-secure.ts';
import { endedFact, seenFacts, type Tap } from './probe-tap.ts';
import { openWay } from './probe-way.ts';

/** A name that no server under test is known by. */
const NEUTRAL_NAME = 'www.example.com';

/** Groups of `classical` are those of Node 20. */
const CHANGES: Partial<Readonly<Record<HandshakeVariant, ContextChanges>>> = {
  classical: { ecdhCurve: 'X25519:P-256:P-384' },
  tls12: { maxVersion: 'TLSv1.2' },
};

/** What one handshake shows, also one that fails. */
interface Shown {
  certificate?: X509Certificate;
  leaf?: PeerCertificate;
  hasStaple?: boolean;
  done?: Pick<HandshakeFacts, 'protocol' | 'cipher' | 'alpn'>;
}

export async function probeHandshake(
  means: { readonly clock: Clock; readonly trust: Trust },
  ask: Parameters<ProbeNet['handshake']>[0],
  signal: AbortSignal,
): Promise<HandshakeFacts> {
  const { clock, trust } = means;
  const { variant, way } = ask;
  const shown: Shown = {};
  let tap: Tap | undefined;
  const { outcome } = await observe(
    clock,
    async scope => {
      const work = async (): Promise<void> => {
        tap = await openWay(scope, way, trust);
        const context = contextOf(trust, ask);
        const socket = scope.own(connect({ ...optionsOf(ask, { stream: tap.stream, shown }), secureContext: context }));
        await shake({ socket, shown });
        await refusal({ clock, socket }, signal);
      };
      await scope.within(ask.ms, work());
    },
    signal,
  );
  const alert = tlsAlertOf(outcome.message ?? '') ?? rawAlert(tap?.seen.first);
  return {
    ...outcome,
    ...endedFact(outcome, tap?.seen),
    variant,
    address: way.address,
    ...(alert === undefined ? {} : { alert }),
    ...(tap === undefined ? { receivedBytes: 0 } : { ...seenFacts(tap.seen), sentBytes: tap.seen.sentBytes }),
    ...(shown.hasStaple === undefined ? {} : { hasStaple: shown.hasStaple }),
    ...shown.done,
    ...chainFacts({ certificate: shown.certificate, trust, name: ask.name, nowMs: clock.now() }),
  };
}

function contextOf(trust: Trust, { variant, issuer }: Parameters<ProbeNet['handshake']>[0]): SecureContext {
  if (issuer !== undefined) return trust.completed(issuer);
  return trust.context(variant === 'system-roots' ? 'system' : 'usual', CHANGES[variant]);
}

function optionsOf(
  { name, variant }: Parameters<ProbeNet['handshake']>[0],
  { stream, shown }: { readonly stream: Duplex; readonly shown: Shown },
): ConnectionOptions {
  return {
    socket: stream,
    host: name,
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(variant === 'no-alpn' ? {} : { ALPNProtocols: ['h2', 'http/1.1'] }),
    requestOCSP: true,
    checkServerIdentity: (host, certificate) => checkServerIdentity(host, shown.leaf ?? certificate),
    rejectUnauthorized: true,
    ...(variant === 'neutral-name' ? { servername: NEUTRAL_NAME, rejectUnauthorized: false } : {}),
  };
}

function shake({ socket, shown }: { readonly socket: TLSSocket; readonly shown: Shown }): Promise<void> {
  return new Promise((resolve, reject) => {
    // Before Node's own listener, which destroys an unverified connection and the certificate with it.
    socket.prependOnceListener('secure', () => {
      // In this order: what Node would read for its own check of the name is gone after the second call.
      shown.leaf = socket.getPeerCertificate();
      const certificate = socket.getPeerX509Certificate();
      if (certificate !== undefined) shown.certificate = certificate;
      const alpn = socket.alpnProtocol;
      shown.done = {
        protocol: socket.getProtocol() ?? 'unknown',
        cipher: socket.getCipher().name,
        ...(typeof alpn === 'string' ? { alpn } : {}),
      };
    });
    socket.once('OCSPResponse', response => {
      shown.hasStaple = response !== null && response.length > 0;
    });
    // Stays: an error without a listener would end the process.
    socket.on('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    socket.once('secureConnect', resolve);
  });
}

/** TLS 1.3 refuses a client only after its handshake is complete; a server that is content sends a ticket. */
async function refusal(
  { clock, socket }: { readonly clock: Clock; readonly socket: TLSSocket },
  signal: AbortSignal,
): Promise<void> {
  if (socket.getProtocol() !== 'TLSv1.3') return;
  const settled = new AbortController();
  const refused = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('session', () => resolve());
    socket.once('end', () => resolve());
    // Node reads nothing while nobody wants data.
    socket.resume();
  });
  const quiet = clock.sleep(PROBE_LIMITS.refusalMs, AbortSignal.any([signal, settled.signal]));
  try {
    await Promise.race([refused, quiet]);
  } finally {
    settled.abort();
  }
}

/** Of a record that is an alert in the clear: its description (RFC 8446, 6). */
function rawAlert(first: Buffer | undefined): number | undefined {
  return first !== undefined && first.length >= 7 && first[0] === 0x15 && first[3] === 0 && first[4] === 2 ? first[6] : undefined;
}

function chainFacts(options: {
  readonly certificate: X509Certificate | undefined;
  readonly trust: Trust;
  readonly name: string;
  readonly nowMs: number;
}): Pick<HandshakeFacts, 'chain' | 'verified' | 'hasSct'> {
  const { certificate, trust, name, nowMs } = options;
  if (certificate === undefined) return {};
  const chain = chainOf(certificate);
  const [leaf] = chain;
  if (leaf === undefined) return {};
  const { bundled, system, extra } = trust.stores();
  const by = (anchors: Anchors): string => judgeChain(chain, { anchors, name, nowMs });
  return {
    chain: chain.map(certificateFacts),
    verified: { bundled: by(bundled), system: by(system), ...(extra === undefined ? {} : { extra: by(extra) }) },
    hasSct: hasSct(leaf),
  };
}
