import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S21',
  title: 'no application protocol is common',
  cause: ['TLS.ALPN'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S21'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes).toMatchObject([
      { variant: 'usual', alert: 120 },
      { variant: 'no-alpn', ok: true },
    ]);
  },
};
