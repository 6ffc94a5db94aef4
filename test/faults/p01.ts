import { expect } from 'vitest';
import { closedPort } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P01',
  title: 'nobody listens at the address of the proxy',
  cause: ['PROXY.REFUSED'],
  async start() {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` };
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env };
  },
  facts({ facts, target }) {
    expect(facts.proxies[0]?.connects[0]).toMatchObject({ ok: false, code: 'ECONNREFUSED' });
    expect(target?.tunnel).toBeUndefined();
  },
};
