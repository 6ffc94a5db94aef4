import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H01',
  title: 'redirects lead in a circle',
  cause: ['HTTP.LOOP'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H01'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: 'TOO_MANY_REDIRECTS' });
    expect(target?.http?.redirects).toHaveLength(10);
  },
};
