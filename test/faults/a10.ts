import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A10',
  title: 'the tool cache is full',
  cause: ['FS.NO_SPACE'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.1/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: ['mount -t tmpfs -o size=1m tmpfs "$RUNNER_TOOL_CACHE"'],
      },
    });
  },
  facts({ facts }) {
    const disk = facts.disks.find(({ role }) => role === 'tool-cache');
    expect(disk?.freeBytes).toBeLessThan(disk?.neededBytes ?? 0);
    expect(disk?.writable).toBe(true);
  },
};
