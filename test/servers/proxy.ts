import { connect, type Socket } from 'node:net';
import { type Origin, type OriginOptions, type ReceivedRequest, respond, startOrigin } from './origin.ts';

export interface ProxyOptions extends OriginOptions {
  /** Instead of opening a tunnel. */
  readonly onConnect?: (socket: Socket, request: ReceivedRequest) => void;
  /** Every tunnel leads to this port of loopback, so that names need not resolve. */
  readonly tunnelPort?: number;
}

/** A CONNECT proxy. Requests in absolute form are answered by itself: `via proxy: <target>`. */
export function startProxy(options: ProxyOptions = {}): Promise<Origin> {
  return startOrigin((socket, request) => {
    if (request.method !== 'CONNECT') return respond(socket, { body: `via proxy: ${request.target}` });
    if (options.onConnect !== undefined) return options.onConnect(socket, request);
    openTunnel(socket, options.tunnelPort ?? Number(request.target.split(':').at(-1)));
  }, options);
}

function openTunnel(socket: Socket, port: number): void {
  socket.removeAllListeners('data');
  const upstream = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  socket.once('close', () => upstream.destroy());
}
