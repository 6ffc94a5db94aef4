import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P09',
  title: 'the proxy talks inside the tunnel',
  cause: ['PROXY.INJECTS'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P09'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: true, status: 200, headHex: expect.stringMatching(/^3c68746d6c3e/u) });
    expect(target?.resolve).toBeUndefined();
  },
};
