import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { Anchors } from './probe-chain.ts';
import type { Scope } from './probe-observe.ts';

/** Stores by which a chain is judged, and contexts to verify with. */
export interface Trust {
  context(roots: 'usual' | 'system'): SecureContext | undefined;
  readonly stores: () => { readonly bundled: Anchors; readonly system: Anchors; readonly extra: Anchors | undefined };
}

/** Verified TLS over a stream, HTTP/1.1 only, for what comes inside; belongs to the scope. */
export function secureStream(
  scope: Scope,
  options: {
    readonly stream: Duplex;
    readonly name: string;
    readonly context: SecureContext | undefined;
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
        ...(context === undefined ? {} : { secureContext: context }),
      }),
    );
    socket.on('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    socket.once('secureConnect', () => resolve(socket));
  });
}
