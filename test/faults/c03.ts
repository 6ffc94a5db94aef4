import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C03',
  title: 'an honest server through a proxy',
  cause: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('healthy'));
    const proxy = lab.keep(await startProxy({ tunnelPort: server.port }));
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, https_proxy: `http://127.0.0.1:${proxy.port}` };
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env, ca: server.root.cert };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: true });
    expect(target?.http).toMatchObject({ ok: true, status: 200 });
  },
};
