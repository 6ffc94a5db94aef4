import type { AddressInfo, Server, Socket } from 'node:net';

export interface Listening {
  readonly port: number;
  connectionCount(): number;
  /** Ends at once, with open connections. */
  close(): Promise<void>;
}

/** Listens on a free port of loopback. */
export async function listenOn(server: Server, host = '127.0.0.1', port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connectionCount: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
