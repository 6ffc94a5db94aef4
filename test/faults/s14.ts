import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S14',
  title: 'TLS 1.2 wants a certificate of the client',
  cause: ['TLS.CLIENT_CERT'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S14'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, alert: 40 });
    expect(target?.handshakes[0]?.firstHex).toMatch(/^16/u);
  },
};
