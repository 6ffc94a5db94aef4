import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V06',
  title: 'credentials are wanted by another scheme',
  cause: ['HTTP.AUTH'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V06'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 401 });
  },
};
