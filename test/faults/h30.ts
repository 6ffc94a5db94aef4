import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H30',
  title: 'a redirect that leads nowhere',
  cause: ['HTTP.BAD_REDIRECT'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H30'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: 'BAD_LOCATION' });
  },
};
