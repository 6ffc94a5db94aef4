import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'D10',
  title: 'a search list with a wildcard catches the name',
  cause: ['DNS.SEARCH_WILDCARD'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: {
          dns: { 'go.fault.test.corp.test': { addresses: ['127.0.0.9'] } },
          http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }],
        },
        resolv: `${LOCAL_RESOLV}search corp.test\noptions ndots:5\n`,
      },
    });
  },
  facts({ target }) {
    expect(target?.resolve).toMatchObject({
      lookup: { ok: true, addresses: ['127.0.0.9'] },
      rooted: { ok: false, code: 'ENOTFOUND' },
      searchDomains: ['corp.test'],
      ndots: 5,
    });
  },
};
