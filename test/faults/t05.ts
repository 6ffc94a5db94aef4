import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T05',
  title: 'there is no route',
  cause: ['TCP.NO_ROUTE'],
  start() {
    return Promise.resolve({
      urls: ['http://192.0.2.7/files/tool.tar.gz'],
      inside: { serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] } },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: false, code: 'ENETUNREACH', local: '0.0.0.0:0' });
  },
};
