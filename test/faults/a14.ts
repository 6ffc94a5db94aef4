import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A14',
  title: 'nothing may be executed in the tool cache',
  cause: ['FS.NOEXEC'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.1/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: ['mount -t tmpfs -o noexec,size=900m tmpfs "$RUNNER_TOOL_CACHE"'],
      },
    });
  },
  facts({ facts }) {
    const disk = facts.disks.find(({ role }) => role === 'tool-cache');
    expect(disk).toMatchObject({ writable: true, mountFlags: expect.arrayContaining(['noexec']) });
  },
};
