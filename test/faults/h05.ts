import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H05',
  title: 'a page of a filter',
  cause: ['HTTP.BLOCK_PAGE'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H05'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 403, title: 'Web Page Blocked' });
  },
};
