import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D07',
  title: 'the answer is 0.0.0.0, where this machine itself answers',
  cause: ['DNS.BOGON'],
  start() {
    return Promise.resolve({
      urls: ['http://dl.example.com/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: ['0.0.0.0'] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({ lookup: { ok: true, addresses: ['0.0.0.0'] } });
    expect(target?.connects[0]).toMatchObject({ address: '0.0.0.0', ok: true });
  },
};
