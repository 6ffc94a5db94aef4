import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S30',
  title: 'NODE_TLS_REJECT_UNAUTHORIZED is 0, and nothing gets weaker by it',
  cause: ['CFG.TLS_DISABLED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S07'));
    return { urls: [lab.urlOf(server, 'https')], env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(target?.http).toBeUndefined();
  },
};
