import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P07',
  title: 'the proxy cannot reach the host',
  cause: ['PROXY.UPSTREAM'],
  async start(lab) {
    const proxy = lab.keep(await startProxy({ onConnect: PROXY_FAULTS['P07'] ?? (() => undefined) }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: false, status: 503, squidError: 'ERR_CONNECT_FAIL 101' });
    expect(target?.resolve).toBeUndefined();
  },
};
