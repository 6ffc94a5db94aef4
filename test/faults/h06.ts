import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H06',
  title: 'the server wants credentials',
  cause: ['HTTP.AUTH'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H06'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 401 });
  },
};
