import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goTar } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A03',
  title: 'the archive was inflated on the way',
  cause: ['HTTP.CE_LABEL'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, goTar('linux-amd64'));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'bare-tar' }]);
    expect(facts.targets).toEqual([]);
  },
};
