import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D08',
  title: 'the answer leads to a server inside, which is another one',
  cause: ['DNS.HIJACK', 'DNS.BOGON'],
  start() {
    return Promise.resolve({
      urls: ['https://dl.example.com/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: ['10.99.0.1'] } }, https: [{ host: '10.99.0.1', port: 443 }] },
        before: ['ip addr add 10.99.0.1/32 dev lo'],
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve?.lookup.addresses).toEqual(['10.99.0.1']);
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  },
};
