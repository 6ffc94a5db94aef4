import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T07',
  title: 'version 6 is dropped, version 4 works',
  cause: ['TCP.V6_BROKEN'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: ['ip -6 addr add fd00:db8::7/128 dev lo'],
        after: ['ip6tables -A OUTPUT -d fd00:db8::7 -p tcp --dport 80 -j DROP'],
        needs: ['ip6tables'],
        hosts: '127.0.0.1 localhost\nfd00:db8::7 go.fault.test\n127.0.0.1 go.fault.test\n',
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
