import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H18',
  title: 'a chunked body is cut',
  cause: ['BODY.TRUNCATED'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H18'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'fin', isComplete: false });
  },
};
