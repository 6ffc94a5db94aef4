import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S02',
  title: 'the certificate is not valid yet',
  cause: ['TLS.NOT_YET'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S02'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ facts, target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'CERT_NOT_YET_VALID' });
    expect(facts.clock?.offsets).toHaveLength(1);
    expect(target?.http).toBeUndefined();
  },
};
