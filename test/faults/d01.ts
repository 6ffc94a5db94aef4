import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D01',
  title: 'the name does not exist',
  cause: ['DNS.NXDOMAIN'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: { serve: { dns: {}, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] }, resolv: LOCAL_RESOLV },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({
      lookup: { ok: false, code: 'ENOTFOUND', errno: -3008 },
      wire4: { code: 'ENOTFOUND' },
      hosts: [],
    });
    expect(target?.connects).toEqual([]);
  },
};
