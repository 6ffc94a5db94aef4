import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S01',
  title: 'the certificate has expired',
  cause: ['TLS.EXPIRED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S01'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ facts, target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'CERT_HAS_EXPIRED' });
    expect(facts.clock?.offsets).toHaveLength(1);
    expect(Math.abs(facts.clock?.offsets[0]?.offsetMs ?? 0)).toBeLessThan(5_000);
    expect(target?.http).toBeUndefined();
  },
};
