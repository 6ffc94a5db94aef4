import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A12',
  title: 'the tool cache cannot be written',
  cause: ['FS.READ_ONLY'],
  start() {
    return Promise.resolve({
      urls: ['http://127.0.0.1/files/tool.tar.gz'],
      inside: {
        serve: { http: [{ host: '127.0.0.1', port: 80, fault: 'healthy' }] },
        before: ['mount -t tmpfs -o ro,size=900m tmpfs "$RUNNER_TOOL_CACHE"'],
      },
    });
  },
  facts({ facts }) {
    const disk = facts.disks.find(({ role }) => role === 'tool-cache');
    expect(disk).toMatchObject({ writable: false, code: 'EROFS', mountFlags: expect.arrayContaining(['ro']) });
  },
};
