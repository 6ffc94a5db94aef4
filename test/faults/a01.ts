import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A01',
  title: 'the archive is cut',
  cause: ['ARC.TRUNCATED'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, goArchive('linux-amd64').subarray(0, 5_000));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'truncated' }]);
    expect(facts.targets).toEqual([]);
  },
};
