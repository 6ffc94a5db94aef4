import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T04',
  title: 'a router says that the network is unreachable',
  cause: ['TCP.NET_UNREACH'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        after: ['iptables -A OUTPUT -d 127.0.0.2 -p tcp --dport 80 -j REJECT --reject-with icmp-net-unreachable'],
        needs: ['iptables'],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'ENETUNREACH' });
  },
};
