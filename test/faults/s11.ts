import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S11',
  title: 'the server speaks TLS 1.1 at most',
  cause: ['TLS.OLD_VERSION'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S11'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, alert: 70 });
    expect(target?.http).toBeUndefined();
  },
};
