import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H07',
  title: 'the server refuses',
  cause: ['HTTP.FORBIDDEN'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H07'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 403 });
    expect(target?.http?.title).toBeUndefined();
  },
};
