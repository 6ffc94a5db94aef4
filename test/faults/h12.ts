import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H12',
  title: 'the server fails',
  cause: ['HTTP.SERVER'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H12'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 503 });
  },
};
