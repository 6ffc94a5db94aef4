import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D04',
  title: 'the name server is silent',
  cause: ['DNS.TIMEOUT'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { fault: 'silent' } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: false }, wire4: { code: 'ETIMEOUT' }, servers: ['127.0.0.1'] });
    expect(target?.connects).toEqual([]);
  },
};
