import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'G02',
  title: 'GOPROXY is no list of addresses',
  cause: ['CFG.GOPROXY_INVALID', 'GO.PROXY_CONFIG'],
  async start(lab) {
    const mirror = lab.keep(await startHttpFault('mirror'));
    return { urls: [], source: mirror.url, env: { GOPROXY: 'ftp://proxy.fault.test' } };
  },
  facts({ facts }) {
    expect(facts.seen).toMatchObject([{ code: 'CFG.GOPROXY_INVALID', subject: 'GOPROXY' }]);
    expect(facts.goproxy).toBeUndefined();
  },
};
