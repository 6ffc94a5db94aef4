import type { Socket } from 'node:net';
import type { ReceivedRequest } from './origin.ts';
import { respond } from './origin.ts';

const PAGE = '<html><head><title>ERROR</title></head><body><h1>Access Denied.</h1><p>Ask your administrator</p></body></html>';
const SQUID = { server: 'squid/5.7', via: '1.1 proxy.fault.test (squid/5.7)', 'content-type': 'text/html' };

/** What a proxy does with CONNECT, named as in the catalogue of faults. */
export const PROXY_FAULTS: Readonly<Record<string, (socket: Socket, request: ReceivedRequest) => void>> = {
  P03: () => undefined,
  P04: socket =>
    respond(socket, {
      status: 407,
      headers: {
        ...SQUID,
        'proxy-authenticate': 'NTLM, Basic realm="secret realm"',
        'x-squid-error': 'ERR_CACHE_ACCESS_DENIED 0',
      },
      body: PAGE,
    }),
  P05: socket => respond(socket, { status: 403, headers: { ...SQUID, 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, body: PAGE }),
  P06: (socket, request) =>
    request.target.endsWith(':443')
      ? void socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      : respond(socket, { status: 403, headers: { ...SQUID, 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, body: PAGE }),
  P07: socket => respond(socket, { status: 503, headers: { ...SQUID, 'x-squid-error': 'ERR_CONNECT_FAIL 101' }, body: PAGE }),
  P08: socket => void socket.end(),
  P09: socket => void socket.write('HTTP/1.1 200 OK\r\n\r\n<html>blocked</html>'),
  P10: socket => void socket.resetAndDestroy(),
  P11: socket => void socket.end('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'),
};
