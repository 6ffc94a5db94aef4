import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H04',
  title: 'a page in place of the file',
  cause: ['HTTP.PORTAL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H04'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 200, title: 'Welcome to Guest WiFi' });
  },
};
