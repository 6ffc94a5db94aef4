import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C07',
  title: 'an honest source and an honest GOPROXY',
  cause: [],
  async start(lab) {
    const mirror = lab.keep(await startHttpFault('mirror'));
    const proxy = lab.keep(
      await startOrigin((socket, request) =>
        request.target.endsWith('/list')
          ? respond(socket, { headers: { 'content-type': 'text/plain' }, body: 'v0.0.1-go1.26.8.linux-amd64\n' })
          : respond(socket, {}),
      ),
    );
    return { urls: [], source: mirror.url, env: { GOPROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts }) {
    expect(facts.targets[0]).toMatchObject({ role: 'source', http: { ok: true, status: 206 } });
    expect(facts.goproxy).toMatchObject([{ status: 200, hasToolchains: true, servesChecksums: true }]);
    expect(facts.clock?.offsets).toEqual([]);
  },
};
