import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S07',
  title: 'the certificate signs itself',
  cause: ['TLS.SELF_SIGNED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S07'));
    return { urls: [lab.urlOf(server, 'https')] };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(target?.http).toBeUndefined();
  },
};
