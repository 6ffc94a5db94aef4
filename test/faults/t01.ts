import { expect } from 'vitest';
import { closedPort } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T01',
  title: 'nobody listens',
  cause: ['TCP.REFUSED'],
  async start(lab) {
    return { urls: [lab.urlOf({ port: await closedPort() })] };
  },
  facts({ target }) {
    expect(target?.connects).toMatchObject([{ ok: false, code: 'ECONNREFUSED', address: '127.0.0.1' }]);
    expect(target?.http).toBeUndefined();
  },
};
