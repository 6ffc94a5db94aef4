import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { readCachePatterns } from '../../src/domain/cache-pattern.ts';
import {
  findDependencyFiles,
  findPatternFiles,
  hashDependencyFiles,
  readSumFiles,
} from '../../src/install/cache-dependencies.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';

let files: MemoryFiles;
beforeEach(() => {
  files = createMemoryFiles({ clock: createFakeClock() });
});
const search = (foreign: readonly string[] = []) => ({ files, workspace: '/project', foreign });
const patterns = (text: string) => readCachePatterns(text, { workspace: '/project', isWindows: false }).patterns;

describe('findDependencyFiles', () => {
  it('finds those of every module, nested and beside each other', async () => {
    for (const name of ['go.work', 'go.work.sum', 'a/go.mod', 'a/go.sum', 'a/b/go.mod', 'go.mod.txt', 'cmd/main.go'])
      files.put(`/project/${name}`, name);
    expect(await findDependencyFiles(search())).toEqual(['a/b/go.mod', 'a/go.mod', 'a/go.sum', 'go.work', 'go.work.sum']);
  });

  it('looks neither into what belongs to others nor into what Go does not look into', async () => {
    const skipped = ['vendor/x', 'node_modules/y', 'a/testdata', '.git', '.cache/z', 'go/pkg/mod/example.com/a@v1'];
    for (const name of [...skipped, 'a']) files.put(`/project/${name}/go.mod`, name);
    expect(await findDependencyFiles(search(['/project/go/pkg/mod']))).toEqual(['a/go.mod']);
  });

  it('finds nothing where there is no directory, and stops in the depths', async () => {
    expect(await findDependencyFiles({ files, workspace: '/nowhere', foreign: [] })).toEqual([]);
    files.put(`/project/${'d/'.repeat(30)}go.mod`, 'm');
    expect(await findDependencyFiles(search())).toEqual([]);
  });
});

describe('findPatternFiles', () => {
  it('takes what patterns name, less what they exclude, and names those that match nothing', async () => {
    for (const name of ['go.sum', 'tools/go.sum', 'tools/x/other.txt', 'old/go.sum']) files.put(`/project/${name}`, name);
    const found = await findPatternFiles(search(), patterns('**/go.sum\ntools\n!old\n*.lock\nold/go.sum'));
    expect(found.paths).toEqual(['go.sum', 'tools/go.sum', 'tools/x/other.txt']);
    expect(found.unmatched.map(({ text }) => text)).toEqual(['*.lock', 'old/go.sum']);
  });

  it('looks into hidden directories that are named, and never into .git', async () => {
    for (const name of ['.ci/go.sum', '.git/go.sum']) files.put(`/project/${name}`, name);
    expect((await findPatternFiles(search(), patterns('**/go.sum'))).paths).toEqual(['.ci/go.sum']);
  });
});

// As Go and setup-go read them; making links needs a right on Windows.
describe.runIf(process.platform !== 'win32')('a dependency file that is a link', () => {
  it('is the file that it leads to; one that leads nowhere, or to a directory, is none', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'links '));
    const disk = { files: createFiles({ os: 'linux', clock: createFakeClock() }), workspace, foreign: [] };
    try {
      for (const name of ['sums', 'a', 'b', 'c', 'd']) await mkdir(join(workspace, name));
      await writeFile(join(workspace, 'sums', 'one'), 'x');
      await symlink(join(workspace, 'sums', 'one'), join(workspace, 'a', 'go.sum'));
      await symlink('nowhere', join(workspace, 'b', 'go.sum'));
      await symlink(join(workspace, 'sums'), join(workspace, 'c', 'go.sum'));
      await symlink('go.sum', join(workspace, 'd', 'go.sum'));
      expect(await findDependencyFiles(disk)).toEqual(['a/go.sum']);
      expect((await findPatternFiles(disk, patterns('*/go.sum'))).paths).toEqual(['a/go.sum']);
      expect(await readSumFiles(disk, ['a/go.sum'])).toEqual(['x']);
    } finally {
      await rm(workspace, { recursive: true });
    }
  });
});

describe('hashDependencyFiles', () => {
  it('changes with contents and with names, and with nothing else', async () => {
    const hash = async (): Promise<string> =>
      hashDependencyFiles({ files, workspace: '/project' }, await findDependencyFiles(search()));
    files.put('/project/go.mod', 'one');
    files.put('/project/a/go.mod', 'two');
    const first = await hash();
    expect(first).toMatch(/^[0-9a-f]{64}$/u);
    files.put('/project/main.go', 'package main');
    expect(await hash()).toBe(first);
    files.put('/project/a/go.mod', 'three');
    const second = await hash();
    expect(second).not.toBe(first);
    await files.remove('/project/a');
    files.put('/project/b/go.mod', 'three');
    expect(await hash()).not.toBe(second);
  });
});

describe('readSumFiles', () => {
  it('reads every go.sum and go.work.sum and nothing else', async () => {
    for (const name of ['go.sum', 'go.mod', 'a/go.sum', 'go.work.sum', 'xgo.sum']) files.put(`/project/${name}`, name);
    const paths = ['a/go.sum', 'go.mod', 'go.sum', 'go.work.sum', 'xgo.sum'];
    expect(await readSumFiles({ files, workspace: '/project' }, paths)).toEqual(['a/go.sum', 'go.sum', 'go.work.sum']);
  });
});
