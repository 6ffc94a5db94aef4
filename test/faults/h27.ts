import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H27',
  title: 'the range is refused',
  cause: ['HTTP.RANGE_INVALID'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H27'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 416, ranged: 'refused' });
  },
};
