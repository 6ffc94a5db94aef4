import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S05',
  title: 'an unknown root is in the chain',
  cause: ['TLS.UNTRUSTED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S05'));
    return { urls: [lab.urlOf(server, 'https')] };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect(target?.handshakes.map(({ variant }) => variant)).toEqual(['usual', 'system-roots']);
    expect(target?.http).toBeUndefined();
  },
};
