import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S10',
  title: 'the intermediate certificate has expired',
  cause: ['TLS.EXPIRED_INTERMEDIATE'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S10'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'CERT_HAS_EXPIRED' });
    expect(target?.handshakes[0]?.chain?.map(one => one.notAfterMs > Date.now())).toEqual([true, false]);
    expect(target?.http).toBeUndefined();
  },
};
