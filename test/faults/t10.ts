import { createServer } from 'node:net';
import { expect } from 'vitest';
import { listenOn } from '../servers/listening.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T10',
  title: 'the connection is reset right after it was accepted',
  cause: ['TCP.ACCEPT_RESET'],
  async start(lab) {
    const server = lab.keep(await listenOn(createServer(socket => void socket.resetAndDestroy())));
    return { urls: [lab.urlOf(server)] };
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: true, silence: 'reset' });
    expect(target?.http?.ok).toBe(false);
  },
};
