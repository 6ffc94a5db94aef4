import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T06',
  title: 'the host of the own network does not answer',
  cause: ['TCP.HOST_DOWN'],
  start() {
    return Promise.resolve({
      urls: ['http://10.99.0.2/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: [
          'ip link add v0 type veth peer name v1',
          'ip addr add 10.99.0.1/24 dev v0',
          'ip link set v0 up',
          'ip link set v1 up',
        ],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'EHOSTUNREACH' });
    expect(target?.connects[0]?.ms).toBeGreaterThan(2_000);
  },
};
