import { createServer } from 'node:net';
import { expect } from 'vitest';
import { listenOn } from '../servers/listening.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T11',
  title: 'the connection is closed right after it was accepted',
  cause: ['TCP.ACCEPT_CLOSED'],
  async start(lab) {
    const server = lab.keep(await listenOn(createServer(socket => void socket.end())));
    return { urls: [lab.urlOf(server)] };
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: true, silence: 'fin' });
    expect(target?.http?.ok).toBe(false);
  },
};
