import { expect } from 'vitest';
import type { Fault } from './fault.ts';

const HOSTS = Array.from({ length: 16 }, (_, index) => `127.0.0.${index + 2}`);

export const fault: Fault = {
  id: 'T13',
  title: 'this process may open few files',
  cause: ['FS.FD_LIMIT'],
  start() {
    return Promise.resolve({
      urls: HOSTS.map(host => `http://${host}/files/tool.tar.gz`),
      inside: { serve: { http: [{ host: '0.0.0.0', port: 80, fault: 'healthy' }] }, after: ['ulimit -n 30'] },
    });
  },
  facts({ facts }) {
    const codes = facts.targets.flatMap(({ connects }) => connects.map(({ code }) => code));
    expect(codes).toContain('EMFILE');
    expect(codes).toContain(undefined);
  },
};
