import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { startOrigin } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'G09',
  title: 'a member of GOPROXY never answers',
  cause: ['HTTP.TTFB_STALL'],
  async start(lab) {
    const mirror = lab.keep(await startHttpFault('mirror'));
    const proxy = lab.keep(await startOrigin(() => undefined));
    return { urls: [], source: mirror.url, env: { GOPROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts }) {
    expect(facts.targets[0]).toMatchObject({ role: 'source', http: { ok: true, status: 206 } });
    expect(facts.goproxy).toMatchObject([{ outcome: { ok: false, ended: 'deadline' } }]);
  },
};
