import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C08',
  title: 'a server that takes two seconds to think',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('C08'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 206 });
  },
};
