import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H29',
  title: 'the header is cut',
  cause: ['HTTP.CUT_HEADERS'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H29'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, ended: 'fin', receivedBytes: 27 });
  },
};
