import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V07',
  title: 'the greeting of a mail server',
  cause: ['HTTP.NOT_HTTP'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V07'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false });
  },
};
