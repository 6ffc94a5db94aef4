import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D05',
  title: 'the name has no address',
  cause: ['DNS.NODATA'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: [] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: false, code: 'ENOTFOUND', errno: -3007 }, wire4: { code: 'ENODATA' } });
    expect(target?.connects).toEqual([]);
  },
};
