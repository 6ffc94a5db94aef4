import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S25',
  title: 'NODE_EXTRA_CA_CERTS names a file that is not there',
  cause: ['CFG.EXTRA_CA_UNREADABLE'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S05'));
    return { urls: [lab.urlOf(server, 'https')], env: { NODE_EXTRA_CA_CERTS: `${lab.directory}/missing.pem` } };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect(target?.http).toBeUndefined();
  },
};
