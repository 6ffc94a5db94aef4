import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'C15',
  title: 'a name with several addresses',
  cause: [],
  start() {
    return Promise.resolve({
      urls: ['http://dl.example.com/files/tool.tar.gz'],
      inside: {
        serve: {
          dns: { '*': { addresses: ['203.0.113.7', '203.0.113.8'] } },
          http: [{ host: '0.0.0.0', port: 80, fault: 'mirror' }],
        },
        before: ['ip addr add 203.0.113.7/32 dev lo', 'ip addr add 203.0.113.8/32 dev lo'],
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve?.lookup.addresses).toHaveLength(2);
    expect(target?.connects.map(({ ok }) => ok)).toEqual([true, true]);
    expect(target?.http).toMatchObject({ ok: true, status: 206 });
  },
};
