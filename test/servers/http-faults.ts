import { gzipSync } from 'node:zlib';
import { type Behaviour, type Origin, type OriginOptions, respond, startOrigin } from './origin.ts';

const PAGE = (title: string, text: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title><script>var x = 1;</script></head><body><p>${text}</p></body></html>`;
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const GZIP = gzipSync(Buffer.alloc(4_000, 'go'));

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Behaviour =>
  socket =>
    respond(socket, { status: code, headers, body });
const raw =
  (text: string | Buffer, end?: 'fin' | 'reset'): Behaviour =>
  socket => {
    if (end === 'fin') return void socket.end(text);
    // The reset must not overtake the bytes: what a busy client has not read by then is lost with it.
    socket.write(text, () => void (end === 'reset' && setTimeout(() => socket.resetAndDestroy(), 300)));
  };
const redirect =
  (to: (host: string) => string): Behaviour =>
  (socket, request) =>
    respond(socket, { status: 302, headers: { location: to(request.headers['host'] ?? '') } });

/** Answers of servers with one fault each, named as in the catalogue of faults. */
export const HTTP_FAULTS: Readonly<Record<string, Behaviour>> = {
  healthy: (socket, request) => {
    const range = /^bytes=0-(\d+)$/u.exec(request.headers['range'] ?? '');
    const body = GZIP.subarray(0, range === null ? GZIP.length : Number(range[1]) + 1);
    const part = range === null ? {} : { 'content-range': `bytes 0-${body.length - 1}/${GZIP.length}` };
    const date = { date: new Date().toUTCString() };
    respond(socket, {
      status: range === null ? 200 : 206,
      headers: { ...date, ...part, 'content-type': 'application/gzip' },
      body,
    });
  },
  /** A mirror of large archives, of which only the beginning is asked for. */
  mirror: (socket, request) =>
    request.headers['range'] === 'bytes=0-511'
      ? respond(socket, {
          status: 206,
          headers: { 'content-range': 'bytes 0-511/*' },
          body: Buffer.concat([GZIP, Buffer.alloc(512)]).subarray(0, 512),
        })
      : respond(socket, { status: 500 }),
  H01: redirect(host => `http://${host}/again`),
  H02: redirect(host => `http://${host}/plain`),
  H03: redirect(() => 'http://sso.login.invalid/start?from=go&token=abcdef'),
  H04: status(200, { ...HTML, 'set-cookie': 'id=secret-cookie' }, PAGE('Welcome to Guest WiFi', 'Please sign in &amp; accept')),
  H05: status(403, { ...HTML, server: 'FortiGate' }, PAGE('Web Page Blocked', 'Category: Information Technology')),
  H06: status(401, { 'www-authenticate': 'Bearer realm="secret-realm"' }),
  H07: status(403, { 'content-type': 'text/plain' }, 'forbidden'),
  H08: status(404, { 'content-type': 'text/plain' }, 'not found'),
  H10: status(429, { 'retry-after': '17' }),
  H11: status(451, HTML, PAGE('Unavailable', 'for legal reasons')),
  H12: status(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }),
  H13: () => undefined,
  H14: raw(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n'), GZIP.subarray(0, 20)])),
  H15(socket) {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
    const timer = setInterval(() => void (socket.writable && socket.write('z')), 200);
    socket.once('close', () => clearInterval(timer));
  },
  H16: raw('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort', 'fin'),
  H17: raw('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort', 'reset'),
  H18: raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort', 'fin'),
  H19: raw('HTTP/1.1 200 OK\r\n\r\nshort', 'fin'),
  H20: raw('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabcMORE-THAN-THREE'),
  H21: raw('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'),
  H22: raw(`HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(70_000)}\r\nContent-Length: 0\r\n\r\n`),
  H23: status(200, { 'content-type': 'application/x-tar', 'content-encoding': 'gzip' }, GZIP.toString('latin1')),
  H25: (socket, request) =>
    request.headers['cache-control'] === 'no-cache'
      ? respond(socket, { headers: { etag: '"new"', via: '1.1 cache.fault.test (squid)', 'x-cache': 'MISS' }, body: 'new bytes' })
      : respond(socket, {
          headers: { etag: '"old"', age: '86400', via: '1.1 cache.fault.test (squid)', 'x-cache': 'HIT' },
          body: 'old',
        }),
  H26: status(200, { 'content-type': 'application/gzip' }, 'the whole file'),
  H27: status(416, { 'content-range': 'bytes */0' }),
  H28: raw('', 'fin'),
  H29: raw('HTTP/1.1 200 OK\r\nContent-Ty', 'fin'),
  H30: redirect(() => 'http://[bad'),
  H31: raw('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n'),
  V01: status(
    451,
    { ...HTML, server: 'Sophos Web Appliance' },
    PAGE('Zugriff verweigert', 'Diese Seite wurde durch die Richtlinie Ihres Unternehmens blockiert'),
  ),
  V02: status(
    200,
    { ...HTML, 'x-frame-options': 'DENY' },
    PAGE('\u7f51\u7edc\u8ba4\u8bc1', '\u8bf7\u767b\u5f55\u540e\u4f7f\u7528\u7f51\u7edc'),
  ),
  V03: status(511, HTML, PAGE('Network Authentication Required', 'Log in to the network')),
  V04: status(504, { via: '1.1 edge.fault.test' }, 'upstream timed out'),
  V05: status(410, { 'content-type': 'text/plain' }, 'gone'),
  V06: status(401, { 'www-authenticate': 'Negotiate' }),
  V07: raw('220 mail.fault.test ESMTP\r\n'),
  V08: raw(
    `HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-511/9000\r\nContent-Length: 512\r\n\r\n${'z'.repeat(400)}`,
    'reset',
  ),
  H24: (socket, _request) =>
    respond(socket, { headers: { 'content-type': 'application/gzip', 'content-encoding': 'gzip' }, body: gzipSync(GZIP) }),
  C08: (socket, request) => void setTimeout(() => HTTP_FAULTS['mirror']?.(socket, request), 2_000),
  C09: raw(
    Buffer.from(
      'HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n\x1f\x8b\x08\x00\r\n0\r\n\r\n',
      'latin1',
    ),
    'fin',
  ),
  C10: raw(
    Buffer.from('HTTP/1.0 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00', 'latin1'),
    'fin',
  ),
  C11: (socket, request) =>
    respond(socket, {
      status: request.headers['range'] === undefined ? 200 : 206,
      headers: { age: '4000', via: '1.1 varnish', etag: '"a"' },
      body: GZIP,
    }),
};

export function startHttpFault(id: string, options: OriginOptions = {}): Promise<Origin> {
  const behaviour = HTTP_FAULTS[id];
  if (behaviour === undefined) throw new Error(`no such fault: ${id}`);
  return startOrigin(behaviour, options);
}
