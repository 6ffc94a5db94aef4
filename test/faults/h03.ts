import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { LOCAL_RESOLV } from './lab/namespace.ts';

export const fault: Fault = {
  id: 'H03',
  title: 'a redirect leads to a log-in host that has no address',
  cause: ['HTTP.AUTH_REDIRECT'],
  start() {
    return Promise.resolve({
      urls: ['http://go.fault.test/files/tool.tar.gz'],
      inside: {
        serve: { dns: { 'go.fault.test': { addresses: ['127.0.0.1'] } }, http: [{ host: '127.0.0.1', port: 80, fault: 'H03' }] },
        resolv: LOCAL_RESOLV,
      },
    });
  },
  facts({ target }) {
    expect(target?.http?.redirects).toMatchObject([{ status: 302, to: 'http://sso.login.invalid/start?…' }]);
    expect(target?.http).toMatchObject({ ok: false, code: 'ENOTFOUND' });
  },
};
