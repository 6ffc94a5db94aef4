import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H13',
  title: 'no header comes',
  cause: ['HTTP.TTFB_STALL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H13'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'deadline', receivedBytes: 0 });
  },
};
