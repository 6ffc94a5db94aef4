import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H22',
  title: 'a header of 70 kB',
  cause: ['HTTP.BROKEN_PROXY'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H22'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: 'HPE_HEADER_OVERFLOW' });
  },
};
