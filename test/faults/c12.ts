import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C12',
  title: 'a server of TLS 1.2',
  cause: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('C12'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes).toMatchObject([{ ok: true, protocol: 'TLSv1.2' }]);
  },
};
