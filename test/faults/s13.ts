import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S13',
  title: 'TLS 1.3 wants a certificate of the client',
  cause: ['TLS.CLIENT_CERT'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S13'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, alert: 116 });
    expect(target?.http).toBeUndefined();
  },
};
