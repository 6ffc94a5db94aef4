import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V08',
  title: 'a long body is reset after many bytes',
  cause: ['BODY.RESET'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V08'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'reset', receivedBytes: 400 });
  },
};
