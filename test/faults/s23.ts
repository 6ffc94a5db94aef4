import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S23',
  title: 'the certificate is signed over SHA-1',
  cause: ['TLS.WEAK_SIG'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S23'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'UNSPECIFIED' });
    expect(target?.handshakes[0]?.chain?.[0]?.signature).toBe('ecdsaWithSHA1');
  },
};
