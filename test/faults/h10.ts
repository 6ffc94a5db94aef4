import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H10',
  title: 'too many requests',
  cause: ['HTTP.RATE_LIMIT'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H10'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 429, headers: expect.objectContaining({ 'retry-after': '17' }) });
  },
};
