import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E07',
  title: 'only HTTP_PROXY is set, and the direct way is closed',
  cause: ['CFG.HTTPS_PROXY_MISSING'],
  start() {
    return Promise.resolve({
      urls: ['https://192.0.2.7/files/tool.tar.gz'],
      env: { HTTP_PROXY: 'http://127.0.0.1:3128' },
      inside: {
        serve: { proxies: [{ host: '127.0.0.1', port: 3128, tunnelPort: 443 }], https: [{ host: '127.0.0.1', port: 443 }] },
      },
    });
  },
  facts({ target }) {
    expect(target?.connects).toMatchObject([{ ok: false, code: 'ENETUNREACH' }]);
    expect(target?.offRoute).toMatchObject({ ok: true, status: 200 });
  },
};
