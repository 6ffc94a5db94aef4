import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C09',
  title: 'a body in chunks',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('C09'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 200, isComplete: true });
  },
};
