import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createFiles } from '../../src/adapters/node-files.ts';
import type { Files } from '../../src/ports/machine.ts';
import { codeOf, codeOfAsync } from './failure-code.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemoryFiles } from './memory-files.ts';

/** What every Files must do. The fake is only as good as it agrees with the disk here. */
const IMPLEMENTATIONS: Readonly<Record<string, () => Files>> = {
  'in memory': () => createMemoryFiles({ clock: createFakeClock() }),
  'on the disk': () => createFiles({ os: 'linux', clock: createClock() }),
};

describe.each(Object.entries(IMPLEMENTATIONS))('files %s', (name, create) => {
  const files = create();
  let root = '';
  let count = 0;

  beforeAll(async () => {
    root = name === 'on the disk' ? await mkdtemp(join(tmpdir(), 'files-contract-')) : '/root';
    await files.makeDirectory(root);
  });
  afterAll(() => (name === 'on the disk' ? rm(root, { recursive: true, force: true }) : undefined));

  /** An empty directory for each test. */
  async function place(): Promise<string> {
    count += 1;
    const path = join(root, `case-${count}`);
    await files.makeDirectory(path);
    return path;
  }

  async function streamed(path: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.stream(path)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('give back what was written, whole, in part and as a stream', async () => {
    const path = join(await place(), 'a');
    expect(await files.write(path, 'first')).toBe(true);
    expect(await files.write(path, Buffer.from('hello'))).toBe(true);
    await files.append(path, ' world');
    expect((await files.read(path, 100)).toString()).toBe('hello world');
    expect((await files.readRange(path, 4, 7)).toString()).toBe('o w');
    expect((await files.readRange(path, 3, 3)).length).toBe(0);
    expect(await streamed(path)).toBe('hello world');
    expect(await files.stat(path)).toMatchObject({ kind: 'file', sizeBytes: 11 });
  });

  it('tell the real path of what is there', async () => {
    const path = join(await place(), 'a');
    expect(await files.realPath(path)).toBeUndefined();
    await files.write(path, 'x');
    expect(await files.realPath(join(path, '..', 'a'))).toBe(await files.realPath(path));
    expect(await files.realPath(join(path, 'below'))).toBeUndefined();
  });

  it('append to a file that is not there yet', async () => {
    const path = join(await place(), 'a');
    await files.append(path, 'x');
    expect((await files.read(path, 1)).toString()).toBe('x');
  });

  it('make a file only once when it shall be exclusive', async () => {
    const path = join(await place(), 'a');
    expect(await files.write(path, 'mine', { exclusive: true })).toBe(true);
    expect(await files.write(path, 'yours', { exclusive: true })).toBe(false);
    expect((await files.read(path, 100)).toString()).toBe('mine');
  });

  it('say nothing of what is not there', async () => {
    const at = await place();
    await files.write(join(at, 'file'), '');
    expect(await files.stat(join(at, 'no'))).toBeUndefined();
    expect(await files.stat(join(at, 'file', 'below'))).toBeUndefined();
    expect(await files.list(join(at, 'no'))).toEqual([]);
    expect(await files.list(join(at, 'file'))).toEqual([]);
    expect(await files.removeEmptyDirectory(join(at, 'no'))).toBe(false);
    await files.remove(join(at, 'no'));
  });

  it('refuse with the same codes', async () => {
    const at = await place();
    await files.write(join(at, 'file'), '12345');
    const codes = {
      readMissing: await codeOfAsync(() => files.read(join(at, 'no'), 1)),
      readDirectory: await codeOfAsync(() => files.read(at, 1)),
      readBelowFile: await codeOfAsync(() => files.read(join(at, 'file', 'x'), 1)),
      readTooLarge: await codeOfAsync(() => files.read(join(at, 'file'), 4)),
      rangeBeyondEnd: await codeOfAsync(() => files.readRange(join(at, 'file'), 3, 6)),
      streamMissing: await codeOfAsync(() => streamed(join(at, 'no'))),
      writeWithoutParent: await codeOfAsync(() => files.write(join(at, 'no', 'x'), '')),
      writeBelowFile: await codeOfAsync(() => files.write(join(at, 'file', 'x'), '')),
      writeDirectory: await codeOfAsync(() => files.write(at, '')),
      makeBelowFile: await codeOfAsync(() => files.makeDirectory(join(at, 'file', 'x', 'y'))),
      makeOverFile: await codeOfAsync(() => files.makeDirectory(join(at, 'file'))),
      touchMissing: await codeOfAsync(() => files.touch(join(at, 'no'))),
      renameMissing: await codeOfAsync(() => files.rename(join(at, 'no'), join(at, 'x'))),
      renameNowhere: await codeOfAsync(() => files.rename(join(at, 'file'), join(at, 'no', 'x'))),
    };
    expect(codes).toEqual({
      readMissing: 'FS.NOT_FOUND',
      readDirectory: 'FS.IO',
      readBelowFile: 'FS.NOT_FOUND',
      readTooLarge: 'FS.IO',
      rangeBeyondEnd: 'FS.IO',
      streamMissing: 'FS.NOT_FOUND',
      writeWithoutParent: 'FS.NOT_FOUND',
      writeBelowFile: 'FS.NOT_FOUND',
      writeDirectory: 'FS.IO',
      makeBelowFile: 'FS.NOT_FOUND',
      makeOverFile: 'FS.IO',
      touchMissing: 'FS.NOT_FOUND',
      renameMissing: 'FS.NOT_FOUND',
      renameNowhere: 'FS.NOT_FOUND',
    });
  });

  it('make directories with their parents, list them sorted, and remove whole trees', async () => {
    const at = await place();
    await files.makeDirectory(join(at, 'b/c'));
    await files.makeDirectory(join(at, 'b/c'));
    await files.write(join(at, 'b/c/file'), 'x');
    await files.makeDirectory(join(at, 'a'));
    expect(await files.list(at)).toEqual(['a', 'b']);
    expect(await files.removeEmptyDirectory(join(at, 'b'))).toBe(false);
    expect(await files.removeEmptyDirectory(join(at, 'b/c/file'))).toBe(false);
    expect(await files.removeEmptyDirectory(join(at, 'a'))).toBe(true);
    await files.remove(join(at, 'b'));
    expect(await files.list(at)).toEqual([]);
  });

  it('rename over a file and over an empty directory, but not over a full one', async () => {
    const at = await place();
    for (const path of ['new', 'empty', 'full']) await files.makeDirectory(join(at, path));
    await files.write(join(at, 'new/a'), '1');
    await files.write(join(at, 'full/b'), '2');
    expect(await files.rename(join(at, 'new'), join(at, 'full'))).toBe(false);
    expect(await files.rename(join(at, 'new'), join(at, 'empty'))).toBe(true);
    expect(await files.list(at)).toEqual(['empty', 'full']);
    await files.write(join(at, 'c'), '3');
    expect(await files.rename(join(at, 'c'), join(at, 'full/b'))).toBe(true);
    expect((await files.read(join(at, 'full/b'), 1)).toString()).toBe('3');
    expect(await codeOfAsync(() => files.rename(join(at, 'full'), join(at, 'empty/a')))).toBe('FS.NOT_FOUND');
    expect(await codeOfAsync(() => files.rename(join(at, 'empty/a'), join(at, 'full')))).toBe('FS.IO');
  });

  it('touch a file and know how much space is free', async () => {
    const at = await place();
    await files.write(join(at, 'a'), '');
    await files.touch(join(at, 'a'));
    expect((await files.stat(join(at, 'a')))?.sizeBytes).toBe(0);
    expect((await files.freeSpace(join(at, 'not/there/yet')))?.bytes).toBeGreaterThan(0);
  });

  it('write trees synchronously: exclusive, with modes and times', async () => {
    const at = await place();
    const { tree } = files;
    tree.makeDirectory(join(at, 'go'));
    const handle = tree.createFile(join(at, 'go/run'), 0o755);
    tree.write(handle, Buffer.from('abcdef'), 1, 3);
    tree.write(handle, Buffer.from('xyz'), 0, 3);
    tree.closeFile(handle, 1_700_000_000);
    tree.closeFile(tree.createFile(join(at, 'go/plain'), 0o644));
    expect(tree.readFile(join(at, 'go/run')).toString()).toBe('bcxyz');
    expect(await files.stat(join(at, 'go/run'))).toMatchObject({
      kind: 'file',
      sizeBytes: 5,
      mode: 0o755,
      mtimeMs: 1_700_000_000_000,
    });
    expect(await files.stat(join(at, 'go/plain'))).toMatchObject({ mode: 0o644 });
    const status = tree.status(join(at, 'go/run'));
    expect(status).toMatchObject({ kind: 'file', sizeBytes: 5, mtimeMs: 1_700_000_000_000 });
    expect(tree.status(join(at, 'go'))).toMatchObject({ kind: 'directory' });
    expect(tree.status(join(at, 'absent'))).toBeUndefined();
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    await files.write(join(at, 'go/run'), 'bcxyz');
    expect(tree.status(join(at, 'go/run'))?.ctimeMs).toBeGreaterThan(status?.ctimeMs ?? Number.POSITIVE_INFINITY);
    expect([...tree.readDirectory(at)]).toEqual([{ name: 'go', kind: 'directory' }]);
    expect([...tree.readDirectory(join(at, 'go'))].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'plain', kind: 'file' },
      { name: 'run', kind: 'file' },
    ]);
    const codes = [
      codeOf(() => tree.makeDirectory(join(at, 'go'))),
      codeOf(() => tree.makeDirectory(join(at, 'no/x'))),
      codeOf(() => tree.createFile(join(at, 'go/run'), 0o644)),
      codeOf(() => tree.createFile(join(at, 'no/x'), 0o644)),
      codeOf(() => tree.createFile(join(at, 'go/run/x'), 0o644)),
      codeOf(() => tree.readFile(join(at, 'no'))),
      codeOf(() => tree.readFile(at)),
      codeOf(() => tree.readDirectory(join(at, 'no'))),
      codeOf(() => tree.readDirectory(join(at, 'go/run'))),
    ];
    const [missing, wrong] = ['FS.NOT_FOUND', 'FS.IO'];
    expect(codes).toEqual([wrong, missing, wrong, missing, missing, missing, wrong, missing, missing]);
    tree.removeTree(join(at, 'go'));
    tree.removeTree(join(at, 'go'));
    expect(await files.list(at)).toEqual([]);
  });
});

describe('memory files', () => {
  it('are full at their capacity, and have room again when something goes', async () => {
    const files = createMemoryFiles({ clock: createFakeClock(), capacityBytes: 10 });
    await files.write('/a', '12345678');
    expect(await codeOfAsync(() => files.write('/b', '123'))).toBe('FS.NO_SPACE');
    await files.remove('/a');
    expect(await codeOfAsync(() => files.write('/b', '1234567890'))).toBe('none');
    const handle = files.tree.createFile('/c', 0o644);
    expect(codeOf(() => files.tree.write(handle, Buffer.from('1'), 0, 1))).toBe('FS.NO_SPACE');
  });

  it('fail as they are told, and say which operation it was', async () => {
    const files = createMemoryFiles({
      clock: createFakeClock(),
      fault: (operation, path) => (operation === 'rename' && path === '/b' ? 'EXDEV' : undefined),
    });
    await files.write('/a', '');
    expect(await codeOfAsync(() => files.rename('/a', '/b'))).toBe('FS.IO');
    expect(await files.list('/')).toEqual(['a']);
  });
});
