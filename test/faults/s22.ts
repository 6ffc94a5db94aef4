import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S22',
  title: 'the key of the certificate is short',
  cause: ['TLS.WEAK_KEY'],
  causeOn20: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S22'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target, node }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: node < 24 });
    expect(target?.handshakes[0]?.chain?.[0]?.keyBits).toBe(1024);
  },
};
