import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H17',
  title: 'the body is reset',
  cause: ['BODY.RESET'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H17'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'reset', isComplete: false });
  },
};
