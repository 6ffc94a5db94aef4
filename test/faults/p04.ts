import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P04',
  title: 'the proxy wants credentials',
  cause: ['PROXY.AUTH'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P04'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: false, status: 407, schemes: ['NTLM', 'Basic'] });
    expect(target?.resolve).toBeUndefined();
  },
};
