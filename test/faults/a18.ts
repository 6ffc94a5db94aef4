import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A18',
  title: 'the archive is empty',
  cause: ['ARC.TRUNCATED'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, '');
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'empty' }]);
    expect(facts.targets).toEqual([]);
  },
};
