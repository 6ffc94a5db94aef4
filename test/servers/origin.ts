import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** The head of one request as it came over the wire; header names in lower case. */
export interface ReceivedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Origin {
  readonly port: number;
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  connectionCount(): number;
  close(): Promise<void>;
}

/** What a server does with a request. It writes raw bytes, so that it can break every rule. */
export type Behaviour = (socket: Socket, request: ReceivedRequest) => void;

export interface OriginOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default: a free one. */
  readonly port?: number;
  readonly tls?: TlsOptions;
  /** Called for every connection before a byte was read. */
  readonly onConnection?: (socket: Socket) => void;
}

/** A raw server on loopback. Requests have no body. */
export async function startOrigin(behaviour: Behaviour, options: OriginOptions = {}): Promise<Origin> {
  const sockets = new Set<Socket>();
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  const serve = (socket: Socket): void => {
    let pending = '';
    socket.on('data', chunk => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const request = parseHead(pending.slice(0, end));
        pending = pending.slice(end + 4);
        requests.push(request);
        behaviour(socket, request);
      }
    });
    socket.on('error', () => undefined);
  };
  const track = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    options.onConnection?.(socket);
  };
  const server = options.tls === undefined ? createTcpServer(serve) : createTlsServer(options.tls, serve);
  server.on('connection', track);
  server.on('tlsClientError', () => undefined);
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const scheme = options.tls === undefined ? 'http' : 'https';
  return {
    port,
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    requests,
    connectionCount: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function parseHead(head: string): ReceivedRequest {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { method, target, headers };
}

/** An answer with Content-Length, unless `headers` say that the body is chunked. */
export function respond(
  socket: Socket,
  answer: { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer },
): void {
  const body = Buffer.from(answer.body ?? '');
  const framing = answer.headers?.['transfer-encoding'] === undefined ? { 'content-length': String(body.length) } : {};
  const headers: Record<string, string> = { ...framing, ...answer.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${answer.status ?? 200} Text\r\n${lines.join('')}\r\n`), body]));
}

/** A port on which nothing listens: one that was just given back. */
export async function closedPort(): Promise<number> {
  const origin = await startOrigin(() => undefined);
  await origin.close();
  return origin.port;
}
