import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFile, packTree } from '../../src/adapters/gitlab-archive.ts';

const isPosix = process.platform !== 'win32';
/** Longer than the name field of a header, and cut at a slash. */
const LONG = `src/${'a'.repeat(80)}/${'b'.repeat(60)}.go`;
const FILES: Readonly<Record<string, string>> = {
  VERSION: 'go1.26.8\n',
  'bin/go': '#!/bin/sh\n',
  'src/empty': '',
  'src/block': 'x'.repeat(512),
  'src/big': 'y'.repeat(1_200_000),
  'src/test/inner.go': 'kept: only the directory at the top is outside of the proof',
  [LONG]: 'long',
};
const OUTSIDE = ['api/go1.txt', 'doc/x', 'misc/y', 'test/z'];

let root: string;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pack-'));
  root = join(directory, 'tree');
  for (const [name, text] of [...Object.entries(FILES), ...OUTSIDE.map(name => [name, 'x'] as const)]) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    await utimes(path, 1_700_000_000, 1_700_000_000);
  }
  await chmod(join(root, 'bin/go'), 0o755);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe.runIf(isPosix)('packTree', () => {
  it('makes an archive that tar unpacks to the same files, without what no hash of a tree covers', async () => {
    const file = join(directory, 'archives', 'kept.tar.gz');
    await packTree({ root, file });
    const out = join(directory, 'out');
    await mkdir(out);
    execFileSync('tar', ['-xzf', file, '-C', out]);
    const unpacked = (await readdir(out, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(out.length + 1));
    expect(unpacked.sort()).toEqual(
      Object.keys(FILES)
        .map(name => `go/${name}`)
        .sort(),
    );
    for (const [name, text] of Object.entries(FILES)) expect(await readFile(join(out, 'go', name), 'utf8')).toBe(text);
    expect((await stat(join(out, 'go/bin/go'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(out, 'go/VERSION'))).mode & 0o777).toBe(0o644);
  });

  it('gives the hash of what it wrote, and the same bytes for the same tree', async () => {
    const [first, second] = [join(directory, 'a', 'kept.tar.gz'), join(directory, 'b', 'kept.tar.gz')] as const;
    const sha256 = await packTree({ root, file: first });
    expect(await hashFile(first)).toBe(sha256);
    expect(await packTree({ root, file: second })).toBe(sha256);
  });

  it('leaves one file in its directory', async () => {
    const archives = join(directory, 'archives');
    await mkdir(archives);
    await writeFile(join(archives, 'kept-go1.25.0.linux-amd64.tar.gz'), 'old');
    await writeFile(join(archives, 'kept.tar.gz.unfinished'), 'cut');
    await packTree({ root, file: join(archives, 'kept.tar.gz') });
    expect(await readdir(archives)).toEqual(['kept.tar.gz']);
  });

  it('refuses a path that the format cannot hold', async () => {
    await writeFile(join(root, 'src', 'c'.repeat(200)), '');
    await expect(packTree({ root, file: join(directory, 'kept.tar.gz', 'x') })).rejects.toMatchObject({ code: 'FS.IO' });
  });
});
