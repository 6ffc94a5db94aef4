import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** More than the queue holds: the kernel lets in one more than its length. */
const FILLING_COUNT = 4;

export interface FullQueue {
  close(): void;
}

/**
 * A port of 127.0.0.2 that drops SYN packets, as a firewall does, without root: a process listens with the shortest queue and
 * never accepts, and we fill the queue. Linux only.
 */
export async function startFullQueue(port: number): Promise<FullQueue> {
  const script = `require('net').createServer().listen({ port: ${port}, host: '127.0.0.2', backlog: 1 }, () => {
    require('fs').writeSync(1, 'ready');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
  })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const filling: Socket[] = [];
  for (let index = 0; index < FILLING_COUNT; index++) {
    const socket = connect(port, '127.0.0.2').on('error', () => undefined);
    filling.push(socket);
    await Promise.race([once(socket, 'connect'), new Promise(resolve => setTimeout(resolve, 50))]);
  }
  return {
    close() {
      for (const socket of filling) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
