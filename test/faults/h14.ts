import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H14',
  title: 'the body stops',
  cause: ['BODY.STALL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H14'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'deadline', status: 200, receivedBytes: 20 });
  },
};
