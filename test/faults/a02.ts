import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'A02',
  title: 'the archive is a page',
  cause: ['HTTP.PORTAL', 'HTTP.BLOCK_PAGE', 'HTTP.HTML'],
  async start(lab) {
    const path = join(lab.directory, 'go1.26.8.linux-amd64.tar.gz');
    await writeFile(path, '<!DOCTYPE html><html><title>Sign in</title></html>');
    return { urls: [`file://${path}`] };
  },
  facts({ facts }) {
    expect(facts.archives).toMatchObject([{ kind: 'html' }]);
    expect(facts.targets).toEqual([]);
  },
};
