import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What the service does with a call instead of its duty. `read-only`: the token may not make entries; `reserved`: another job is
 * making this entry; `damaged`: the archives it hands out are cut in half; `stalled`: they stop in the middle.
 */
export type CacheFault = 'unavailable' | 'html' | 'silent' | 'read-only' | 'reserved' | 'damaged' | 'stalled';

export interface CacheEntry {
  readonly key: string;
  /** Hash over path and compression: entries of other versions are not seen. */
  readonly version: string;
  readonly bytes: Buffer;
}

/** GitHub's cache service, protocol 2, on loopback. */
export interface FakeCacheService {
  readonly url: string;
  /** What a job's environment says of it. */
  readonly env: Readonly<Record<string, string>>;
  /** In the order in which they were finished. */
  readonly entries: CacheEntry[];
  /** Method names and blob requests, such as `GetCacheEntryDownloadURL`, `PUT`, `GET`. */
  readonly calls: string[];
  fault: CacheFault | undefined;
  close(): Promise<void>;
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';

export async function startCacheService(): Promise<FakeCacheService> {
  const entries: CacheEntry[] = [];
  const calls: string[] = [];
  const uploads = new Map<string, { readonly blocks: Map<string, Buffer>; whole: Buffer | undefined }>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void readBody(request).then(body => answer(request, response, body));
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: FakeCacheService = {
    url,
    env: {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
      NO_PROXY: '127.0.0.1',
    },
    entries,
    calls,
    fault: undefined,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): unknown {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const isCall = pathname.startsWith(SERVICE);
    calls.push(isCall ? pathname.slice(SERVICE.length) : (request.method ?? ''));
    if (service.fault === 'silent') return;
    if (service.fault === 'unavailable') return send(response, 503, { code: 'unavailable', msg: 'try later' });
    if (service.fault === 'html')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>Sign in');
    if (isCall) return call(response, pathname.slice(SERVICE.length), JSON.parse(body.toString()) as Record<string, string>);
    const name = pathname.replace(/^\/blobs\//u, '');
    if (request.method === 'PUT') return upload({ name, body, search: searchParams, response });
    return download({ index: Number(name), response, isHead: request.method === 'HEAD' });
  }

  function call(response: ServerResponse, method: string, message: Record<string, unknown>): unknown {
    const key = String(message['key']);
    const version = String(message['version']);
    const name = `${encodeURIComponent(key)}/${version}`;
    const same = entries.filter(entry => entry.version === version);
    if (method === 'GetCacheEntryDownloadURL') {
      const prefixes = [key, ...((message['restore_keys'] ?? message['restoreKeys'] ?? []) as string[])];
      const found =
        same.find(entry => entry.key === key) ??
        prefixes.flatMap(prefix => same.filter(entry => entry.key.startsWith(prefix)).reverse())[0];
      if (found === undefined) return send(response, 200, { ok: false });
      const address = `${url}/blobs/${entries.indexOf(found)}?sig=secret-signature`;
      return send(response, 200, { ok: true, signed_download_url: address, matched_key: found.key });
    }
    if (method === 'CreateCacheEntry') {
      if (service.fault === 'read-only')
        return send(response, 403, { code: 'permission_denied', msg: 'cache write denied: token' });
      if (service.fault === 'reserved' || same.some(entry => entry.key === key)) {
        return send(response, 409, {
          code: 'already_exists',
          msg: 'cache entry with the same key, version, and scope already exists',
        });
      }
      uploads.set(name, { blocks: new Map(), whole: undefined });
      return send(response, 200, { ok: true, signed_upload_url: `${url}/blobs/${name}?sig=secret-signature` });
    }
    const bytes = uploads.get(name)?.whole;
    if (bytes === undefined) return send(response, 200, { ok: false });
    entries.push({ key, version, bytes });
    return send(response, 200, { ok: true, entry_id: String(entries.length) });
  }

  /** As block storage takes it: whole, or in blocks and then the list of their names. */
  function upload(put: { name: string; body: Buffer; search: URLSearchParams; response: ServerResponse }): void {
    const blob = uploads.get(put.name);
    if (blob === undefined) return void put.response.writeHead(404).end();
    if (put.search.get('comp') === 'block') blob.blocks.set(put.search.get('blockid') ?? '', put.body);
    else if (put.search.get('comp') === 'blocklist') {
      const names = [...put.body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/gu)].map(match => match[1] ?? '');
      blob.whole = Buffer.concat(names.map(name => blob.blocks.get(name) ?? Buffer.alloc(0)));
    } else blob.whole = put.body;
    put.response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString() }).end();
  }

  function download(get: { index: number; response: ServerResponse; isHead: boolean }): void {
    const bytes = entries[get.index]?.bytes;
    if (bytes === undefined) return void get.response.writeHead(404).end();
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    const content = service.fault === 'damaged' ? half : bytes;
    get.response.writeHead(200, { 'content-length': content.length });
    if (service.fault === 'stalled') get.response.write(half);
    else get.response.end(get.isHead ? undefined : content);
  }
  return service;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, message: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(message));
}
