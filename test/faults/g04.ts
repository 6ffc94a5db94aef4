import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'G04',
  title: 'a member of GOPROXY answers with a page',
  cause: ['GO.PROXY_HTML', 'HTTP.PORTAL'],
  async start(lab) {
    const mirror = lab.keep(await startHttpFault('mirror'));
    const proxy = lab.keep(
      await startOrigin(socket =>
        respond(socket, { headers: { 'content-type': 'text/html' }, body: '<html><title>Sign in</title></html>' }),
      ),
    );
    return { urls: [], source: mirror.url, env: { GOPROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts }) {
    expect(facts.targets[0]).toMatchObject({ role: 'source', http: { ok: true, status: 206 } });
    expect(facts.goproxy).toMatchObject([
      { status: 200, contentType: 'text/html', hasToolchains: false, servesChecksums: false },
    ]);
  },
};
