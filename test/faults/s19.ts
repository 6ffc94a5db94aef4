import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S19',
  title: 'the first message of TLS is not answered',
  cause: ['TLS.HANDSHAKE_STALL'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S19'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, ended: 'deadline', receivedBytes: 0 });
    expect(target?.mtu).toEqual({ smallPasses: false, largePasses: false });
    expect(target?.handshakes.every(({ ok }) => !ok)).toBe(true);
    expect(target?.handshakes.map(({ variant }) => variant)).toEqual(expect.arrayContaining(['usual', 'classical', 'tls12']));
  },
};
