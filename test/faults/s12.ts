import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S12',
  title: 'no cipher is common',
  cause: ['TLS.NO_CIPHER'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S12'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, alert: 40, receivedBytes: 7 });
    expect(target?.http).toBeUndefined();
  },
};
