import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A08',
  title: 'the archive went through text',
  cause: ['ARC.TEXT_MODE'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, Buffer.from(goArchive('linux-amd64').toString('utf8')));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'text-mangled' }]);
    expect(facts.targets).toEqual([]);
  },
};
