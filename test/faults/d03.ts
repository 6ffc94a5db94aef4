import { expect } from 'vitest';
import { RCODE } from '../servers/dns.ts';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D03',
  title: 'the name server refuses',
  cause: ['DNS.REFUSED'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { rcode: RCODE.REFUSED } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: false, code: 'EAI_AGAIN' }, wire4: { code: 'EREFUSED' } });
    expect(target?.connects).toEqual([]);
  },
};
