import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'C06',
  title: 'an honest name',
  cause: [],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: ['127.0.0.1'] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({
      lookup: { ok: true, addresses: ['127.0.0.1'] },
      wire4: { ok: true },
      rooted: { ok: true },
    });
    expect(target?.http).toMatchObject({ ok: true, status: 206 });
  },
};
