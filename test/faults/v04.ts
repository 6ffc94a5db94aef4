import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V04',
  title: 'an overloaded server behind another',
  cause: ['HTTP.SERVER'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V04'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 504 });
  },
};
