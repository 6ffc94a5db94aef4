import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E04',
  title: 'https:// in front of a plain proxy',
  cause: ['CFG.PROXY_SCHEME_MISMATCH'],
  async start(lab) {
    const proxy = lab.keep(await startProxy());
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `https://127.0.0.1:${proxy.port}` } };
  },
  facts({ facts, target }) {
    expect(facts.proxies[0]).toMatchObject({ scheme: 'https', handshake: { ok: false } });
    expect(target?.tunnel?.ok).toBe(false);
  },
};
