import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { damaged, goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A05',
  title: 'one bit of the archive is flipped',
  cause: ['ARC.CORRUPT'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, damaged(goArchive('linux-amd64')));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'damaged' }]);
    expect(facts.targets).toEqual([]);
  },
};
