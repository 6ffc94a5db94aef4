import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V03',
  title: 'network authentication is required',
  cause: ['HTTP.PORTAL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V03'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 511 });
  },
};
