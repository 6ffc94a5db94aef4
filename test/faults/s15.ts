import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S15',
  title: 'the server does not know the name',
  cause: ['TLS.SNI_UNKNOWN'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S15'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, alert: 112 });
    expect(target?.http).toBeUndefined();
  },
};
