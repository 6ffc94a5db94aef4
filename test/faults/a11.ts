import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A11',
  title: 'the tool cache has no inodes',
  cause: ['FS.NO_INODES'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.1/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: ['mount -t tmpfs -o size=900m,nr_inodes=1 tmpfs "$RUNNER_TOOL_CACHE"'],
      },
    });
  },
  facts({ facts }) {
    const disk = facts.disks.find(({ role }) => role === 'tool-cache');
    expect(disk).toMatchObject({ writable: false, code: 'ENOSPC', freeInodes: 0 });
    expect(disk?.freeBytes).toBeGreaterThan(disk?.neededBytes ?? 0);
  },
};
