import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'T07',
  title: 'version 6 is dropped, version 4 works',
  cause: [],
  warns: 'TCP.V6_BROKEN',
  start() {
    return Promise.resolve({
      urls: ['http://dl.example.com/files/tool.tar.gz'],
      inside: {
        serve: {
          dns: { '*': { addresses: ['2001:db8::7', '203.0.113.7'] } },
          http: [{ host: '0.0.0.0', port: 80, fault: 'healthy' }],
        },
        before: ['ip -6 addr add 2001:db8::7/128 dev lo', 'ip addr add 203.0.113.7/32 dev lo'],
        after: ['ip6tables -A OUTPUT -d 2001:db8::7 -p tcp --dport 80 -j DROP'],
        needs: ['ip6tables'],
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.connects).toMatchObject([
      { family: 6, ok: false, ended: 'deadline' },
      { family: 4, ok: true },
    ]);
    expect(target?.http).toMatchObject({ ok: true, status: 206 });
  },
};
