import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V05',
  title: 'the file is gone for good',
  cause: ['HTTP.NOT_FOUND'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V05'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 410 });
  },
};
