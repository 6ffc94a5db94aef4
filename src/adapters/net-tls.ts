import { isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import type { ConnectionFacts } from '../domain/facts.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Clock } from '../ports/machine.ts';
import { netFailure, printable } from './net-failure.ts';
import { withinPhase } from './net-phase.ts';

interface Handshake {
  readonly clock: Clock;
  /** A connection on which nothing was read yet; destroyed on every failure. */
  readonly socket: Socket;
  /** Whom the certificate must name; an IP literal without brackets. */
  readonly host: string;
  /** host:port, for people. */
  readonly subject: string;
  readonly tlsMs: number;
  readonly context: SecureContext | undefined;
  readonly evidence: Readonly<Record<string, string | undefined>>;
}

/**
 * TLS over a connection, always verified, HTTP/1.1 only. Throws TLS.EXPIRED, NOT_YET, NAME, UNTRUSTED, ALERT, PLAIN_HTTP,
 * HANDSHAKE_STALL, CLOSED, PROTOCOL. The original error stands in `cause`.
 */
export async function secure(handshake: Handshake, signal: AbortSignal): Promise<TLSSocket> {
  const { clock, socket, host, subject, tlsMs, context } = handshake;
  // As net-dial.ts does for plain connections.
  const more: { readonly highWaterMark: number } = { highWaterMark: LIMITS.socketBufferBytes };
  const tlsSocket = connect({
    ...more,
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(context === undefined ? {} : { secureContext: context }),
  });
  let certificate: PeerCertificate | undefined;
  // Before Node's own listener, which destroys an unverified connection and the certificate with it: it is evidence.
  tlsSocket.prependOnceListener('secure', () => {
    certificate = tlsSocket.getPeerCertificate();
  });
  const abandon = (): void => {
    tlsSocket.destroy();
    socket.destroy();
  };
  const late = () =>
    failure('TLS.HANDSHAKE_STALL', {
      subject,
      evidence: { phase: 'tls', 'budget ms': tlsMs, 'received bytes': socket.bytesRead, ...handshake.evidence },
    });
  try {
    const work = () =>
      new Promise<void>((resolve, reject) => {
        // Stays for the life of the connection: an error without a listener would end the process.
        tlsSocket.on('error', reject);
        tlsSocket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
        tlsSocket.once('secureConnect', resolve);
      });
    await withinPhase({ clock, ms: tlsMs, late, abandon, work }, signal);
    return tlsSocket;
  } catch (error) {
    abandon();
    signal.throwIfAborted();
    throw netFailure(error, { phase: 'tls', subject, evidence: { ...certificateEvidence(certificate), ...handshake.evidence } });
  }
}

/** What was negotiated, for the report. */
export function tlsFacts(socket: TLSSocket): NonNullable<ConnectionFacts['tls']> {
  const certificate = socket.getPeerCertificate();
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: certificate.valid_from ?? '',
    validTo: certificate.valid_to ?? '',
  };
}

function certificateEvidence(certificate: PeerCertificate | undefined): Record<string, string | undefined> {
  // Node gives an empty object when the peer sent none.
  if (certificate?.valid_to === undefined) return {};
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: printable(certificate.subjectaltname ?? ''),
    'valid from': certificate.valid_from,
    'valid to': certificate.valid_to,
    'sha256 fingerprint': certificate.fingerprint256,
  };
}

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  const first = [name?.CN, name?.O].find(part => part !== undefined);
  return printable(first === undefined ? '' : String(first));
}
