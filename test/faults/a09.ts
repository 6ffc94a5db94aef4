import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A09',
  title: 'the archive is for another machine',
  cause: ['ARC.WRONG_PLATFORM'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, goArchive('linux-arm64'));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'wrong-platform' }]);
    expect(facts.targets).toEqual([]);
  },
};
