import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E02',
  title: 'the proxy variable has no scheme, which Go and we read, and others do not',
  cause: [],
  warns: 'CFG.PROXY_URL_NO_SCHEME',
  async start(lab) {
    const server = lab.keep(await startTlsFault('healthy'));
    const proxy = lab.keep(await startProxy({ tunnelPort: server.port }));
    const env = { HTTPS_PROXY: `127.0.0.1:${proxy.port}` };
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env, ca: server.root.cert };
  },
  facts({ facts, target }) {
    expect(facts.proxies).toMatchObject([{ isValid: true, scheme: '' }]);
    expect(target?.tunnel).toMatchObject({ ok: true });
    expect(target?.route.node.via).toBe('direct');
    expect(target?.http).toMatchObject({ ok: true, status: 200 });
  },
};
