import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type SecureContext, type SecureContextOptions, type TLSSocket } from 'node:tls';
import type { Anchors } from './probe-chain.ts';
import type { Scope } from './probe-observe.ts';

/** What a variant of the handshake changes. */
export type ContextChanges = Pick<SecureContextOptions, 'ecdhCurve' | 'maxVersion'>;

/** Stores by which a chain is judged, and contexts to verify with. */
export interface Trust {
  /** A context is where groups and versions are set: beside a context, Node ignores them as options of a connection. */
  context(roots: 'usual' | 'system', changes?: ContextChanges): SecureContext;
  /** The usual roots, and a certificate in between. Throws where it cannot be read. */
  completed(issuer: Uint8Array): SecureContext;
  stores(): { readonly bundled: Anchors; readonly system: Anchors; readonly extra: Anchors | undefined };
}

/** Verified TLS over a stream, HTTP/1.1 only, for what comes inside; belongs to the scope. */
export function secureStream(
  scope: Scope,
  options: {
    readonly stream: Duplex;
    readonly name: string;
    readonly context: SecureContext;
    readonly unverified?: boolean;
  },
): Promise<TLSSocket> {
  const { stream, name, context } = options;
  return new Promise((resolve, reject) => {
    const socket = scope.own(
      connect({
        socket: stream,
        host: name,
        ...(isIP(name) === 0 ? { servername: name } : {}),
        ALPNProtocols: ['http/1.1'],
        rejectUnauthorized: options.unverified !== true,
        secureContext: context,
      }),
    );
    socket.on('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    socket.once('secureConnect', () => resolve(socket));
  });
}
