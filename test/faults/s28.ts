import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S28',
  title: 'a middlebox resets a long first message',
  cause: ['TLS.PQ_INTOLERANT'],
  causeOn20: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S28'));
    return { urls: [lab.urlOf(server, 'https')], ca: server.root.cert };
  },
  facts({ target, node }) {
    expect(target?.handshakes.find(({ variant }) => variant === (node < 24 ? 'usual' : 'classical'))?.ok).toBe(true);
    expect(target?.handshakes[0]?.ok).toBe(node < 24);
  },
};
