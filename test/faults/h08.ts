import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H08',
  title: 'the file is not there',
  cause: ['HTTP.NOT_FOUND'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H08'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 404 });
  },
};
