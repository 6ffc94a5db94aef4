import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'P02',
  title: 'the name of the proxy has no address',
  cause: ['PROXY.DNS'],
  start() {
    return Promise.resolve({
      urls: ['https://go.fault.test/files/tool.tar.gz'],
      env: { HTTPS_PROXY: 'http://proxy.fault.test:3128' },
      inside: { serve: { dns: {} }, resolv: LOCAL_RESOLV },
    });
  },
  facts({ facts, target }) {
    expect(facts.proxies).toMatchObject([{ resolve: { lookup: { ok: false, code: 'ENOTFOUND' } }, connects: [] }]);
    expect(target?.tunnel).toBeUndefined();
  },
};
