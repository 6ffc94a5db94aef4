import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E06',
  title: 'NO_PROXY and no_proxy differ',
  cause: ['CFG.PROXY_CASE_CONFLICT', 'PROXY.DENIED'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P05'] ?? (() => undefined) }));
    return {
      urls: ['https://go.fault.test/files/tool.tar.gz'],
      env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'other.test', no_proxy: 'go.fault.test' },
    };
  },
  facts({ target }) {
    expect(target?.route).toMatchObject({ node: { via: 'direct' } });
    expect(target?.route.go.via).toMatch(/^127\.0\.0\.1:/u);
    expect(target?.tunnel).toMatchObject({ status: 403 });
  },
};
