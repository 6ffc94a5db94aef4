import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T15',
  title: 'no local port is left',
  cause: ['TCP.NO_PORTS'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.2', port: 80, fault: 'healthy' }] },
        after: [
          'echo 40000 40000 > /proc/sys/net/ipv4/ip_local_port_range',
          'echo 40000 > /proc/sys/net/ipv4/ip_local_reserved_ports',
        ],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'EADDRNOTAVAIL', family: 4 });
  },
};
