import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C02',
  title: 'an honest server of https with a root of its own',
  cause: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('healthy'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: true });
    expect(target?.http).toMatchObject({ ok: true, status: 200 });
  },
};
