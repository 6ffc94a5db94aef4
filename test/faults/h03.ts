import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H03',
  title: 'a redirect leads to a log-in host that has no address',
  cause: ['HTTP.AUTH_REDIRECT'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H03'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http?.redirects).toMatchObject([{ status: 302, to: 'http://sso.login.invalid/start?…' }]);
    expect(target?.http?.ok).toBe(false);
  },
};
