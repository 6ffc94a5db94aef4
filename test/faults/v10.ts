import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V10',
  title: 'another security product signs in place of the server',
  cause: ['TLS.INTERCEPTED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('V10'));
    return { urls: [lab.urlOf(server, 'https')] };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN' });
  },
};
