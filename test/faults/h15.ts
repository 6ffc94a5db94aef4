import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H15',
  title: 'the body drips',
  cause: ['BODY.THROTTLED'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H15'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'deadline', status: 200 });
    expect(target?.http?.progress?.length).toBeGreaterThan(5);
  },
};
