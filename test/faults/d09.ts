import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D09',
  title: 'a line of the hosts file leads elsewhere',
  cause: ['DNS.HOSTS_OVERRIDE'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { '*': { addresses: ['192.0.2.7'] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        resolv: LOCAL_RESOLV,
        hosts: '127.0.0.1 localhost\n127.0.0.9 go.fault.test\n',
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({
      lookup: { ok: true, addresses: ['127.0.0.9'] },
      wire4: { ok: true, addresses: ['192.0.2.7'] },
      hosts: [{ file: '/etc/hosts', line: 2, address: '127.0.0.9' }],
    });
  },
};
