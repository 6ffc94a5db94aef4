import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H21',
  title: 'the greeting of another protocol',
  cause: ['HTTP.NOT_HTTP'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H21'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: 'HPE_INVALID_CONSTANT' });
  },
};
