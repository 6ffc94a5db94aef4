import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T02',
  title: 'packets are dropped',
  cause: ['TCP.TIMEOUT'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        after: ['iptables -A OUTPUT -d 127.0.0.2 -p tcp --dport 80 -j DROP'],
        needs: ['iptables'],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, ended: 'deadline' });
  },
};
