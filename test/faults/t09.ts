import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T09',
  title: 'a firewall resets',
  cause: ['TCP.REFUSED'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.2', port: 80, fault: 'healthy' }] },
        after: ['iptables -A OUTPUT -d 127.0.0.2 -p tcp --dport 80 -j REJECT --reject-with tcp-reset'],
        needs: ['iptables'],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'ECONNREFUSED' });
  },
};
