import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T03',
  title: 'a firewall prohibits the host',
  cause: ['TCP.PROHIBITED'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        after: ['iptables -A OUTPUT -d 127.0.0.2 -p tcp --dport 80 -j REJECT --reject-with icmp-host-prohibited'],
        needs: ['iptables'],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'EHOSTUNREACH' });
    expect(target?.connects[0]?.ms).toBeLessThan(900);
  },
};
