import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C04',
  title: 'one redirect to another server',
  cause: [],
  async start(lab) {
    const last = lab.keep(await startHttpFault('healthy'));
    const to = lab.urlOf(last);
    const first = lab.keep(await startOrigin(socket => respond(socket, { status: 302, headers: { location: to } })));
    return { urls: [lab.urlOf(first)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, status: 206, redirects: [{ status: 302 }] });
  },
};
