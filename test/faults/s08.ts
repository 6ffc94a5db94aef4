import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S08',
  title: 'the intermediate certificate is not sent',
  cause: ['TLS.MISSING_INTERMEDIATE'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S08'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(target?.handshakes[0]?.chain).toHaveLength(1);
    expect(target?.http).toBeUndefined();
  },
};
