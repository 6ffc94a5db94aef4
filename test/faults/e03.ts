import { expect } from 'vitest';
import { startSilent } from '../servers/silent.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E03',
  title: 'the proxy is one of SOCKS',
  cause: ['CFG.PROXY_SOCKS'],
  async start(lab) {
    const silent = lab.keep(await startSilent());
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `socks5://127.0.0.1:${silent.port}` } };
  },
  facts({ facts, target }) {
    expect(facts.proxies).toMatchObject([{ scheme: 'socks5', isValid: true }]);
    expect(target?.tunnel).toBeUndefined();
  },
};
