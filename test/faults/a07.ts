import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A07',
  title: 'the archive is sound, and not the published one',
  cause: ['VER.TAMPERED'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, goArchive('linux-amd64'));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'other' }]);
    expect(facts.targets).toEqual([]);
  },
};
