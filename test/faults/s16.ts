import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S16',
  title: 'plain HTTP where TLS should be',
  cause: ['TLS.PLAIN_HTTP'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S16'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, firstHex: expect.stringMatching(/^485454502f/u) });
  },
};
