import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H25',
  title: 'an old answer from a cache',
  cause: ['HTTP.STALE_CACHE'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H25'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http?.refreshed).toBe('different');
    expect(target?.http).toMatchObject({ ok: true, headers: expect.objectContaining({ age: '86400' }) });
  },
};
