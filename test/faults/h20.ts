import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H20',
  title: 'more comes than was announced',
  cause: ['HTTP.BROKEN_PROXY'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H20'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: expect.stringMatching(/^HPE_/u) });
  },
};
