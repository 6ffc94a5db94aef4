import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V11',
  title: 'the certificate expired ten years ago',
  cause: ['TLS.EXPIRED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('V11'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'CERT_HAS_EXPIRED' });
  },
};
