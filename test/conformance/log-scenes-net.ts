import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from '../servers/certificates.ts';
import { startModuleProxy } from '../servers/module-proxy.ts';
import { type Origin, respond, startOrigin } from '../servers/origin.ts';
import { startProxy } from '../servers/proxy.ts';
import type { LogLab, LogScene } from './log-lab.ts';

const FETCH = 'go mod download example.com/lib';

/** `go` fetches from this address. */
const fetchFrom =
  (url: string, env: Readonly<Record<string, string>> = {}): LogScene['run'] =>
  lab =>
    lab.sh(FETCH, { env: { GOPROXY: url, ...env } });

/** `go` fetches from a server that does this with every connection or request. */
const misbehaving =
  (behave: (socket: Socket) => void, when: 'request' | 'connection' = 'request'): LogScene['run'] =>
  async lab => {
    const { url } = await lab.serve(
      startOrigin(when === 'request' ? behave : () => undefined, when === 'connection' ? { onConnection: behave } : {}),
    );
    return fetchFrom(url)(lab);
  };

const status =
  (line: string, command = FETCH): LogScene['run'] =>
  async lab => {
    const answer = `HTTP/1.1 ${line}\r\ncontent-length: 3\r\n\r\nno\n`;
    const { url } = await lab.serve(startOrigin(socket => void socket.write(answer)));
    return lab.sh(command, { env: { GOPROXY: url } });
  };

const tunnelStatus =
  (line: string): LogScene['run'] =>
  async lab => {
    const answer = `HTTP/1.1 ${line}\r\ncontent-length: 0\r\n\r\n`;
    const { url } = await lab.serve(startProxy({ onConnect: socket => void socket.end(answer) }));
    return fetchFrom('https://proxy.example.com', { HTTPS_PROXY: url })(lab);
  };

/** A TLS server with this certificate, whose root Go trusts. */
const overTls =
  (leaf: { names: readonly string[]; validDays?: readonly [number, number] }, redirect?: string): LogScene['run'] =>
  async lab => {
    const issuer = makeCertificate({ name: 'Test Root' });
    const tls = makeCertificate({ name: 'Test Leaf', issuer, ...leaf });
    const instead = (socket: Socket): boolean => {
      if (redirect !== undefined) respond(socket, { status: 302, headers: { location: redirect } });
      return redirect !== undefined;
    };
    const { url } = await lab.serve(startModuleProxy({ tls, instead }));
    return lab.sh(`printf '%s' "$ROOT" > root.pem; SSL_CERT_DIR= SSL_CERT_FILE=root.pem ${FETCH}`, {
      env: { GOPROXY: url, ROOT: issuer.cert },
    });
  };

async function http2(lab: LogLab, behave: 'reset' | 'goaway'): Promise<string> {
  const tls = makeCertificate({ name: 'Test Root', names: ['127.0.0.1'] });
  const server = createSecureServer(tls);
  server.on('stream', stream => {
    stream.on('error', () => undefined);
    stream.respond({ ':status': 200, 'content-length': '100' });
    stream.write('{');
    if (behave === 'reset') setTimeout(() => stream.destroy(new Error('fault')), 50);
    else setTimeout(() => stream.session?.goaway(2), 50).unref();
    setTimeout(() => stream.session?.destroy(), 200).unref();
  });
  server.on('sessionError', () => undefined);
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin: Origin = { port, url: '', requests: [], connectionCount: () => 0, close: async () => void server.close() };
  await lab.serve(Promise.resolve(origin));
  return lab.sh(`printf '%s' "$ROOT" > root.pem; SSL_CERT_DIR= SSL_CERT_FILE=root.pem ${FETCH}`, {
    env: { GOPROXY: `https://127.0.0.1:${port}`, ROOT: tls.cert },
  });
}

/** What `go` says of the network. */
export const NET_SCENES: readonly LogScene[] = [
  { id: 'net-refused', code: 'TCP.REFUSED', run: fetchFrom('http://127.0.0.1:1') },
  { id: 'net-nxdomain', code: 'DNS.NXDOMAIN', run: fetchFrom('https://proxy.invalid') },
  {
    id: 'net-unreachable',
    code: 'TCP.NET_UNREACH',
    run: lab => lab.sh(`unshare -n ${FETCH}`, { env: { GOPROXY: 'https://192.0.2.1' } }),
  },
  { id: 'net-reset', code: 'PATH.RESET', run: misbehaving(socket => void socket.resetAndDestroy()) },
  { id: 'net-closed', code: 'PATH.CLOSED', run: misbehaving(socket => void socket.end()) },
  {
    id: 'net-cut',
    code: 'BODY.TRUNCATED',
    run: misbehaving(socket => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"Ver')),
  },
  {
    id: 'net-not-http',
    code: 'HTTP.NOT_HTTP',
    run: misbehaving(socket => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'connection'),
  },
  {
    id: 'net-loop',
    code: 'HTTP.LOOP',
    run: misbehaving(socket => respond(socket, { status: 302, headers: { location: '/again' } })),
  },
  {
    id: 'net-bad-redirect',
    code: 'HTTP.BAD_REDIRECT',
    run: misbehaving(socket => respond(socket, { status: 302, headers: { location: 'http://[::1' } })),
  },
  { id: 'http-forbidden', code: 'HTTP.FORBIDDEN', run: status('403 Forbidden') },
  { id: 'http-unauthorized', code: 'HTTP.FORBIDDEN', run: status('401 Unauthorized') },
  { id: 'http-rate-limit', code: 'HTTP.RATE_LIMIT', run: status('429 Too Many Requests') },
  { id: 'http-server', code: 'HTTP.SERVER', run: status('502 Bad Gateway') },
  { id: 'http-not-found', code: 'HTTP.NOT_FOUND', run: status('404 Not Found', 'go mod download example.com/other@latest') },
  { id: 'http-status', code: 'HTTP.STATUS', run: status('418 Teapot') },
  {
    id: 'proxy-refused',
    code: 'PROXY.REFUSED',
    run: fetchFrom('https://proxy.example.com', { HTTPS_PROXY: 'http://127.0.0.1:1' }),
  },
  {
    id: 'proxy-unknown',
    code: 'PROXY.DNS',
    run: fetchFrom('https://proxy.example.com', { HTTPS_PROXY: 'http://squid.invalid:3128' }),
  },
  {
    id: 'proxy-socks',
    code: 'CFG.PROXY_SOCKS',
    run: async lab => {
      const onConnection = (socket: Socket): void => void socket.once('data', () => respond(socket, { status: 400 }));
      const { port } = await lab.serve(startOrigin(() => undefined, { onConnection }));
      return fetchFrom('https://proxy.example.com', { HTTPS_PROXY: `socks5://127.0.0.1:${port}` })(lab);
    },
  },
  {
    id: 'proxy-scheme',
    code: 'CFG.PROXY_SCHEME_MISMATCH',
    run: async lab => {
      const onConnection = (socket: Socket): void => void socket.once('data', () => respond(socket, { status: 400 }));
      const { port } = await lab.serve(startOrigin(() => undefined, { onConnection }));
      return fetchFrom('https://proxy.example.com', { HTTPS_PROXY: `https://127.0.0.1:${port}` })(lab);
    },
  },
  { id: 'proxy-auth', code: 'PROXY.AUTH', run: tunnelStatus('407 Proxy Authentication Required') },
  { id: 'proxy-denied', code: 'PROXY.DENIED', run: tunnelStatus('403 Forbidden') },
  { id: 'proxy-upstream', code: 'PROXY.UPSTREAM', run: tunnelStatus('502 Bad Gateway') },
  {
    id: 'proxy-unreachable',
    code: 'PROXY.UNREACHABLE',
    run: lab =>
      lab.sh(`unshare -n ${FETCH}`, { env: { GOPROXY: 'https://proxy.example.com', HTTPS_PROXY: 'http://192.0.2.1:3128' } }),
  },
  {
    id: 'proxy-reset',
    code: 'PATH.RESET',
    run: async lab => {
      // After the request has come: a reset at once is met now while connecting, now while writing.
      const onConnection = (socket: Socket): void => void socket.once('data', () => socket.resetAndDestroy());
      const { url } = await lab.serve(startOrigin(() => undefined, { onConnection }));
      return fetchFrom('https://proxy.example.com', { HTTPS_PROXY: url })(lab);
    },
  },
  {
    id: 'tls-untrusted',
    code: 'TLS.UNTRUSTED',
    run: async lab => {
      const { url } = await lab.serve(startModuleProxy({ tls: makeCertificate({ name: 'Some Root', names: ['127.0.0.1'] }) }));
      return fetchFrom(url)(lab);
    },
  },
  { id: 'tls-expired', code: 'TLS.EXPIRED', run: overTls({ names: ['127.0.0.1'], validDays: [-30, -1] }) },
  { id: 'tls-not-yet', code: 'TLS.NOT_YET', run: overTls({ names: ['127.0.0.1'], validDays: [2, 30] }) },
  { id: 'tls-name', code: 'TLS.NAME', run: overTls({ names: ['other.example.com'] }) },
  { id: 'tls-downgrade', code: 'HTTP.DOWNGRADE', run: overTls({ names: ['127.0.0.1'] }, 'http://127.0.0.1:1/x') },
  { id: 'tls-plain-http', code: 'TLS.PLAIN_HTTP', run: misbehavingTls(socket => respond(socket, { status: 400 })) },
  { id: 'tls-alert', code: 'TLS.ALERT', run: misbehavingTls(socket => void socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))) },
  { id: 'tls-silent', code: 'TLS.HANDSHAKE_STALL', run: misbehavingTls(() => undefined) },
  { id: 'h2-stream', code: 'H2.STREAM', run: lab => http2(lab, 'reset') },
  { id: 'h2-goaway', code: 'H2.GOAWAY', run: lab => http2(lab, 'goaway') },
];

function misbehavingTls(behave: (socket: Socket) => void): LogScene['run'] {
  return async lab => {
    const onConnection = (socket: Socket): void => void socket.once('data', () => behave(socket));
    const { port } = await lab.serve(startOrigin(() => undefined, { onConnection }));
    return fetchFrom(`https://127.0.0.1:${port}`)(lab);
  };
}
