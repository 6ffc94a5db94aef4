import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C10',
  title: 'a server of HTTP/1.0 that closes',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('C10'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 200, isComplete: true });
  },
};
