import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S04',
  title: 'the certificate is for another name',
  cause: ['TLS.NAME'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S04'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(target?.handshakes[0]?.chain?.[0]?.names).toEqual(['other.test']);
    expect(target?.http).toBeUndefined();
  },
};
