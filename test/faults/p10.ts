import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P10',
  title: 'the proxy resets after CONNECT',
  cause: ['PROXY.RESET'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P10'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: false, ended: 'reset' });
    expect(target?.resolve).toBeUndefined();
  },
};
