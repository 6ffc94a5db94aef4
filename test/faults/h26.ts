import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H26',
  title: 'the range is ignored',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H26'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 200, ranged: 'ignored' });
  },
};
