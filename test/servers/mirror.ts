import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { cutLength, paced, type RateLimit, rateLimit, readContent, slice } from './mirror-body.ts';
import { type Content, type ContentSource, createContents, listingOf } from './mirror-content.ts';

/** What the mirror does wrong. `cut`, `reset` and `stall` announce the whole length and send only `afterBytes`. */
export type MirrorFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A login page with status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'reset'; readonly afterBytes: number }
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** Neither Content-Length nor chunks: the end of the connection is the end of the body, and it comes too early. */
  | { readonly kind: 'cut-unframed'; readonly afterBytes: number }
  /** Every bit of one byte of the file is inverted; ranges see the same lie. */
  | { readonly kind: 'flip'; readonly atByte: number }
  /** 302 to the same file under another base. */
  | { readonly kind: 'redirect'; readonly base: string };

export interface MirrorRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface MirrorOptions {
  /** Its files are found by name under any prefix of the address. */
  readonly directory?: string;
  /**
   * More files, before those of the directory: bytes, text, or another file's path. A name with slashes stands for an
   * address that ends so.
   */
  readonly files?: Readonly<Record<string, ContentSource>>;
  /** Answer to `?mode=json`: made from the files (default), none (404), half of it, or this text. */
  readonly listing?: 'files' | 'none' | 'cut' | { readonly text: string };
  /** For every file, or decided by request. Listings are never faulty by this, only by `listing`. */
  readonly fault?: MirrorFault | ((request: MirrorRequest) => MirrorFault | undefined);
  readonly connectionBytesPerSecond?: number;
  readonly totalBytesPerSecond?: number;
  /** Before the first header byte of each answer. */
  readonly latencyMs?: number;
  /** False: a mirror that cannot range, as many simple servers are. */
  readonly ranges?: boolean;
  /** Offers `<file>.sha256` for each file, computed from what is really served. */
  readonly sidecars?: boolean;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Asked for what is no file, by the path of the request: what another server would answer. Not counted as sent. */
  readonly elsewhere?: (path: string) => Promise<Uint8Array | undefined>;
  /** Called for every connection before a byte was read. */
  readonly onConnection?: () => void;
}

export interface MirrorStats {
  readonly requestCount: number;
  readonly connectionCount: number;
  readonly openConnectionCount: number;
  /** Body bytes handed to the sockets. */
  readonly sentBytes: number;
}

export interface Mirror {
  /** Base address, ending in `/dl`; files are `<url>/<name>`. */
  readonly url: string;
  readonly port: number;
  /** Every request in order, with all its headers: a test asserts here that no token arrived. */
  readonly requests: readonly MirrorRequest[];
  stats(): MirrorStats;
  /** Ends at once, with open connections. */
  close(): Promise<void>;
}

interface Serving {
  readonly options: MirrorOptions;
  readonly find: (path: string) => Content | undefined;
  readonly names: () => readonly string[];
  readonly total: RateLimit | undefined;
  readonly perConnection: WeakMap<Socket, RateLimit>;
  readonly count: (bytes: number) => void;
}

/** A download mirror on the loopback interface, honest unless told otherwise. */
export async function startMirror(options: MirrorOptions = {}): Promise<Mirror> {
  const requests: MirrorRequest[] = [];
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  let sentBytes = 0;
  const contents = createContents(options.directory, options.files ?? {});
  const serving: Serving = {
    options,
    ...contents,
    total: rateLimit(options.totalBytesPerSecond),
    perConnection: new WeakMap(),
    count: bytes => {
      sentBytes += bytes;
    },
  };
  const onRequest = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: { ...incoming.headers } };
    requests.push(request);
    // A client that goes away in the middle is daily business for a mirror.
    serve(serving, request, answer).catch(() => answer.destroy());
  };
  const server = options.tls === undefined ? createServer(onRequest) : createTlsServer(options.tls, onRequest);
  server.on('connection', (socket: Socket) => {
    connectionCount += 1;
    options.onConnection?.();
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/dl`,
    port,
    requests,
    stats: () => ({ requestCount: requests.length, connectionCount, openConnectionCount: sockets.size, sentBytes }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(serving: Serving, request: MirrorRequest, answer: ServerResponse): Promise<void> {
  const { options } = serving;
  if (options.latencyMs !== undefined) await new Promise(resolve => setTimeout(resolve, options.latencyMs));
  const { pathname, searchParams } = new URL(request.path, 'http://mirror.invalid');
  if (searchParams.get('mode') === 'json') return serveListing(serving, answer);
  const path = decodeURIComponent(pathname);
  const isSidecar = options.sidecars === true && path.endsWith('.sha256');
  const content = serving.find(isSidecar ? path.slice(0, -'.sha256'.length) : path);
  const fault = typeof options.fault === 'function' ? options.fault(request) : options.fault;
  if (fault?.kind === 'status') {
    answer.writeHead(fault.status, { 'content-type': 'text/plain', ...fault.headers }).end(`status ${fault.status}\n`);
  } else if (fault?.kind === 'redirect') {
    answer.writeHead(302, { location: `${fault.base}/${path.slice(path.lastIndexOf('/') + 1)}` }).end();
  } else if (fault?.kind === 'html') {
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Log in</title><p>Please log in.\n');
  } else if (content === undefined) {
    const other = await options.elsewhere?.(path);
    if (other === undefined) answer.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    else answer.writeHead(200, { 'content-length': String(other.length) }).end(other);
  } else if (isSidecar) {
    answer.writeHead(200, { 'content-type': 'text/plain' }).end(await content.sha256(flipOf(fault)));
  } else {
    await serveFile({ serving, request, answer, content, fault });
  }
}

function flipOf(fault: MirrorFault | undefined): number | undefined {
  return fault?.kind === 'flip' ? fault.atByte : undefined;
}

async function serveListing({ options, find, names }: Serving, answer: ServerResponse): Promise<void> {
  const listing = options.listing ?? 'files';
  if (listing === 'none') {
    answer.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  const flip = typeof options.fault === 'function' ? undefined : flipOf(options.fault);
  const text = typeof listing === 'object' ? listing.text : await listingOf(names(), find, flip);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  answer.writeHead(200, headers);
  if (listing !== 'cut') {
    answer.end(text);
    return;
  }
  answer.write(text.slice(0, text.length / 2), () => answer.socket?.end());
}

async function serveFile(serving: {
  readonly serving: Serving;
  readonly request: MirrorRequest;
  readonly answer: ServerResponse;
  readonly content: Content;
  readonly fault: MirrorFault | undefined;
}): Promise<void> {
  const { request, answer, content, fault } = serving;
  const { options, total, perConnection, count } = serving.serving;
  const part = options.ranges === false ? { kind: 'whole' as const } : slice(request.headers, content);
  if (part.kind === 'unsatisfiable') {
    answer.writeHead(416, { 'content-range': `bytes */${content.sizeBytes}` }).end();
    return;
  }
  const [start, end] = part.kind === 'part' ? [part.start, part.end] : [0, content.sizeBytes];
  const unframed = fault?.kind === 'cut-unframed';
  if (unframed) {
    answer.useChunkedEncodingByDefault = false;
    answer.shouldKeepAlive = false;
  }
  answer.writeHead(part.kind === 'part' ? 206 : 200, {
    'content-type': 'application/octet-stream',
    etag: content.etag,
    'accept-ranges': options.ranges === false ? 'none' : 'bytes',
    ...(unframed ? {} : { 'content-length': String(end - start) }),
    ...(part.kind === 'part' ? { 'content-range': `bytes ${start}-${end - 1}/${content.sizeBytes}` } : {}),
  });
  if (request.method === 'HEAD') {
    answer.end();
    return;
  }
  const socket = answer.socket;
  if (socket === null) return;
  const own = perConnection.get(socket) ?? rateLimit(options.connectionBytesPerSecond);
  if (own !== undefined) perConnection.set(socket, own);
  const stop = Math.min(end, start + cutLength(fault));
  const limits = [own, total].filter(limit => limit !== undefined);
  await paced({ source: readContent(content, { start, end: stop, flip: flipOf(fault) }), sink: answer, limits, count });
  if (fault?.kind === 'stall' && stop < end) return;
  if (fault?.kind === 'reset' && stop < end) socket.resetAndDestroy();
  else if (stop < end) socket.end();
  else answer.end();
}
