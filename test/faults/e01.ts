import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E01',
  title: 'the proxy variable is no address',
  cause: ['CFG.PROXY_URL_INVALID'],
  start() {
    return Promise.resolve({ urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: '://bad' } });
  },
  facts({ facts, target }) {
    expect(facts.proxies).toMatchObject([{ isValid: false, variables: ['HTTPS_PROXY'], connects: [] }]);
    expect(target?.connects).toEqual([]);
    expect(target?.route.undici.via).toBe('refused');
  },
};
