import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S24',
  title: 'the certificate is for clients only',
  cause: ['TLS.EKU'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S24'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'INVALID_PURPOSE' });
    expect(target?.http).toBeUndefined();
  },
};
