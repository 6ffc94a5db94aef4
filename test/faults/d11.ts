import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D11',
  title: 'the name has addresses of version 6 only',
  cause: ['DNS.V6_ONLY'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: ['2001:db8::7'] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({
      wire4: { ok: false, code: 'ENODATA' },
      wire6: { ok: true, addresses: ['2001:db8::7'] },
    });
    expect(target?.connects.every(({ ok, family }) => !ok && family === 6)).toBe(true);
  },
};
