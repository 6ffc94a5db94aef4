import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S20',
  title: 'the first answer of TLS is cut',
  cause: ['TLS.CUT'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S20'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, ended: 'fin', receivedBytes: 19 });
  },
};
