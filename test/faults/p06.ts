import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P06',
  title: 'the proxy refuses the port',
  cause: ['PROXY.PORT_DENIED'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P06'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test:8443/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: false, status: 403, onPort443: 200 });
    expect(target?.resolve).toBeUndefined();
  },
};
