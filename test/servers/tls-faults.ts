import { connect, createServer, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { type Certificate, makeCertificate } from './certificates.ts';
import { type Listening, listenOn } from './listening.ts';
import { respond, startOrigin } from './origin.ts';

/** A server with one fault in its TLS, named as in the catalogue of faults; `root` is the certificate authority that a client may trust. */
export interface TlsFaultServer extends Listening {
  readonly root: Certificate;
  connectionCount(): number;
  requestCount(): number;
}

const NAMES = ['localhost', '127.0.0.1', 'go.fault.test'];
const CLIENT_AUTH = '2b06010505070302';

/** Records as they stand on the wire: an alert (RFC 8446, 6), and the beginning of a ServerHello. */
export const alertRecord = (description: number): Buffer => Buffer.from([0x15, 3, 3, 0, 2, 2, description]);
const CUT_SERVER_HELLO = Buffer.from('160303007a0200007603030102030405060708', 'hex');

/** Servers whose handshake is sound up to the certificate. */
const CERTIFICATES: Readonly<Record<string, () => { readonly root: Certificate; readonly tls: TlsOptions }>> = {
  healthy: () => issued({}),
  S01: () => issued({ validDays: [-30, -1] }),
  S02: () => issued({ validDays: [1, 30] }),
  S04: () => issued({ names: ['other.test'] }),
  S05() {
    const { root, tls } = issued({});
    return { root, tls: { ...tls, cert: `${String(tls.cert)}${root.cert}` } };
  },
  S06() {
    const { root, middle, leaf } = withIntermediate({});
    return { root, tls: { key: leaf.key, cert: leaf.cert + middle.cert } };
  },
  S07() {
    const root = makeCertificate({ name: 'self', names: NAMES });
    return { root, tls: { key: root.key, cert: root.cert } };
  },
  S08() {
    const { root, leaf } = withIntermediate({});
    return { root, tls: { key: leaf.key, cert: leaf.cert } };
  },
  S09() {
    const root = makeCertificate({ name: 'Zscaler Root CA', organization: 'Zscaler Inc.' });
    const leaf = makeCertificate({ name: 'go.fault.test', names: NAMES, issuer: root });
    return { root, tls: { key: leaf.key, cert: leaf.cert + root.cert } };
  },
  V10() {
    const root = makeCertificate({ name: 'Netskope Certificate Authority', organization: 'certadmin' });
    const leaf = makeCertificate({ name: 'go.fault.test', names: NAMES, issuer: root });
    return { root, tls: { key: leaf.key, cert: leaf.cert + root.cert } };
  },
  V11: () => issued({ validDays: [-4_000, -3_600], key: 'rsa2048' }),
  C12: () => issued({ key: 'rsa2048' }, { maxVersion: 'TLSv1.2' }),
  C13: () => issued({ hasSct: true }, { ALPNProtocols: ['http/1.1'] }),
  S10() {
    const { root, middle, leaf } = withIntermediate({ validDays: [-30, -1] });
    return { root, tls: { key: leaf.key, cert: leaf.cert + middle.cert } };
  },
  S11: () => issued({}, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
  S12: () => issued({}, { maxVersion: 'TLSv1.2', ciphers: 'PSK-AES128-CBC-SHA:@SECLEVEL=0' }),
  S13: () => issued({}, { requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' }),
  S14: () => issued({}, { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
  S21: () => issued({}, { ALPNProtocols: ['spdy/9'] }),
  S22: () => issued({ key: 'rsa1024' }, { ciphers: 'DEFAULT@SECLEVEL=0' }),
  S23() {
    const { root, middle, leaf } = withIntermediate({ digest: 'sha1' }, { digest: 'sha1' });
    return { root, tls: { key: leaf.key, cert: leaf.cert + middle.cert, ciphers: 'DEFAULT@SECLEVEL=0' } };
  },
  S24: () => issued({ usages: [CLIENT_AUTH] }),
};

function issued(leaf: Partial<Parameters<typeof makeCertificate>[0]>, tls: TlsOptions = {}) {
  const root = makeCertificate({ name: 'Fault Root' });
  const certificate = makeCertificate({ name: 'go.fault.test', names: NAMES, issuer: root, ...leaf });
  return { root, tls: { key: certificate.key, cert: certificate.cert, ...tls } };
}

function withIntermediate(
  middle: Partial<Parameters<typeof makeCertificate>[0]>,
  leaf: Partial<Parameters<typeof makeCertificate>[0]> = {},
) {
  const root = makeCertificate({ name: 'Fault Root' });
  const between = makeCertificate({ name: 'Fault Intermediate', issuer: root, ...middle });
  return { root, middle: between, leaf: makeCertificate({ name: 'go.fault.test', names: NAMES, issuer: between, ...leaf }) };
}

/** A server that sends only its own certificate, which names where its issuer's is; `issuer`: that certificate. */
export function withIssuerUrl(issuerUrl: string): {
  readonly root: Certificate;
  readonly issuer: Certificate;
  readonly tls: TlsOptions;
} {
  const { root, middle, leaf } = withIntermediate({}, { issuerUrl });
  return { root, issuer: middle, tls: { key: leaf.key, cert: leaf.cert } };
}

/** What a raw server does with the ClientHello. */
const HELLOS: Readonly<Record<string, (socket: Socket, hello: Buffer) => void>> = {
  S15: socket => void socket.end(alertRecord(112)),
  S16: socket => void socket.end('HTTP/1.1 302 Found\r\nLocation: http://login.fault.test/\r\nContent-Length: 0\r\n\r\n'),
  S17: socket => void socket.resetAndDestroy(),
  S18: socket => void socket.end(),
  S19: () => undefined,
  S20: socket => void socket.end(CUT_SERVER_HELLO),
};

/** Root and settings of a server whose fault is its certificate or what it negotiates. */
export function tlsSettings(id: string): { readonly root: Certificate; readonly tls: TlsOptions } {
  const settings = CERTIFICATES[id];
  if (settings === undefined) throw new Error(`no such fault: ${id}`);
  return settings();
}

/** `id`: a fault of TLS (test/rules/cases/tls.ts), or `healthy`. */
export async function startTlsFault(id: string): Promise<TlsFaultServer> {
  const certificate = CERTIFICATES[id];
  if (certificate !== undefined) {
    const { root, tls } = certificate();
    const origin = await startOrigin(socket => respond(socket, { headers: { date: new Date().toUTCString() }, body: 'hello' }), {
      tls,
    });
    const { port, connectionCount, requests, close } = origin;
    return { root, port, connectionCount, requestCount: () => requests.length, close };
  }
  if (id === 'S28') return startBigHelloFault();
  const onHello = HELLOS[id];
  if (onHello === undefined) throw new Error(`no such fault: ${id}`);
  const server = createServer(socket =>
    socket.on('error', () => undefined).once('data', hello => onHello(socket, hello as Buffer)),
  );
  const root = makeCertificate({ name: 'Fault Root' });
  return { root, ...(await listenOn(server)), requestCount: () => 0 };
}

async function startBigHelloFault(): Promise<TlsFaultServer> {
  const { root, port, close, requestCount } = await startTlsFault('healthy');
  const front = await startBigHelloBox(port);
  return {
    ...front,
    root,
    requestCount,
    async close() {
      await front.close();
      await close();
    },
  };
}

/** A middlebox that resets a connection whose ClientHello takes more than one small packet, before a server at this port. */
export function startBigHelloBox(port: number): Promise<Listening> {
  const box = createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', hello => {
      if (hello.length > 1_000) return void socket.resetAndDestroy();
      const inner = connect(port, '127.0.0.1', () => {
        inner.write(hello);
        socket.pipe(inner).pipe(socket);
      });
      inner.on('error', () => socket.destroy());
      socket.once('close', () => inner.destroy());
    });
  });
  return listenOn(box);
}
