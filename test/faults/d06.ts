import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D06',
  title: 'nobody listens at the port of the name server',
  cause: ['DNS.RESOLVER_DOWN'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: { serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] }, resolv: LOCAL_RESOLV },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: false, code: 'EAI_AGAIN' }, wire4: { code: 'ECONNREFUSED' } });
    expect(target?.connects).toEqual([]);
  },
};
