import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H28',
  title: 'the request ends the connection',
  cause: ['HTTP.EMPTY'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H28'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'fin', receivedBytes: 0 });
  },
};
