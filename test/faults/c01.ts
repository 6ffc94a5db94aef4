import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C01',
  title: 'an honest server of http',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('healthy'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 206, ranged: 'honoured' });
  },
};
