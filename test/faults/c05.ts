import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C05',
  title: 'a proxy that is not used',
  cause: [],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('healthy'));
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };
    return { urls: [lab.urlOf(origin)], env };
  },
  facts({ target }) {
    expect(target?.tunnel).toBeUndefined();
    expect(target?.http).toMatchObject({ ok: true, status: 206 });
  },
};
