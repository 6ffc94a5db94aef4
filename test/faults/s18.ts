import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S18',
  title: 'the first message of TLS ends the connection',
  cause: ['TLS.CLOSED_ON_HELLO'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S18'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, ended: 'fin', receivedBytes: 0 });
    expect(target?.handshakes.every(({ ok }) => !ok)).toBe(true);
    expect(target?.handshakes.map(({ variant }) => variant)).toEqual(expect.arrayContaining(['usual', 'classical', 'tls12']));
  },
};
