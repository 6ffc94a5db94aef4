import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'G20',
  title: 'a member of GOPROXY has no toolchains',
  // The source has what is wanted, so nobody misses them: worth knowing, and no cause.
  cause: [],
  warns: 'GO.TOOLCHAIN_ABSENT',
  async start(lab) {
    const mirror = lab.keep(await startHttpFault('mirror'));
    const proxy = lab.keep(await startOrigin(socket => respond(socket, { status: 404, body: 'not found' })));
    return { urls: [], source: mirror.url, env: { GOPROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts }) {
    expect(facts.targets[0]).toMatchObject({ role: 'source', http: { ok: true, status: 206 } });
    expect(facts.goproxy).toMatchObject([{ status: 404, hasToolchains: false, servesChecksums: false }]);
  },
};
