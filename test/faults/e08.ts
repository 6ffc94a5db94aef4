import { expect } from 'vitest';
import { closedPort } from '../servers/origin.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'E08',
  title: 'REQUEST_METHOD is set, so HTTP_PROXY is not believed',
  cause: ['CFG.PROXY_CGI'],
  async start() {
    const env = { HTTP_PROXY: `http://127.0.0.1:${await closedPort()}`, REQUEST_METHOD: 'GET' };
    return { urls: ['http://go.fault.test/files/tool.tar.gz'], env };
  },
  facts({ target }) {
    expect(target?.route.go.via).toBe('refused');
    expect(target?.connects).toEqual([]);
  },
};
