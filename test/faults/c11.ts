import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C11',
  title: 'an answer of a cache that is an hour old and right',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('C11'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, refreshed: 'same' });
  },
};
