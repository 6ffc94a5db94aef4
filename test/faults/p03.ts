import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P03',
  title: 'the proxy does not answer CONNECT',
  cause: ['PROXY.STALL'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P03'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts, target }) {
    expect(target?.tunnel).toMatchObject({ ok: false, ended: 'deadline' });
    expect(target?.resolve).toBeUndefined();
    expect(facts.proxies[0]?.connects[0]?.ok).toBe(true);
  },
};
