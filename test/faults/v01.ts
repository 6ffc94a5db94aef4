import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V01',
  title: 'a page of a filter in German, with another status',
  cause: ['HTTP.BLOCK_PAGE'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V01'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 451, title: 'Zugriff verweigert' });
  },
};
