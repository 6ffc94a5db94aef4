import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C13',
  title: 'a server that speaks HTTP/1.1 only, with timestamps in its certificate',
  cause: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('C13'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes).toMatchObject([{ ok: true, alpn: 'http/1.1', hasSct: true }]);
  },
};
