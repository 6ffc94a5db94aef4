import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';
import { goArchive } from './lab/archives.ts';

export const fault: Fault = {
  id: 'A04',
  title: 'the archive was compressed twice',
  cause: ['HTTP.CE_REENCODED'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, gzipSync(goArchive('linux-amd64')));
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'double-gzip' }]);
    expect(facts.targets).toEqual([]);
  },
};
