import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H11',
  title: 'the server may not serve it here',
  cause: ['HTTP.LEGAL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H11'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 451 });
  },
};
