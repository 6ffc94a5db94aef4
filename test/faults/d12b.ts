import { expect } from 'vitest';
import { RCODE } from '../servers/dns.ts';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D12B',
  title: 'the name server does not understand',
  cause: ['DNS.BROKEN'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { rcode: RCODE.FORMERR } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: false }, wire4: { ok: false, code: 'EFORMERR' } });
    expect(target?.connects).toEqual([]);
  },
};
