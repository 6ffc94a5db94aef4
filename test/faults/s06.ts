import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S06',
  title: 'the root of the chain is unknown',
  cause: ['TLS.UNTRUSTED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S06'));
    return { urls: [lab.urlOf(server, 'https')] };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' });
    expect(target?.http).toBeUndefined();
  },
};
