import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { codeOf, codeOfAsync } from '../fakes/failure-code.ts';

const clock: Clock = { now: () => 1_600_000_000_500, monotonic: () => 0, sleep: async () => undefined };
const files = createFiles({ os: process.platform, clock });
let root = '';
const at = (...names: string[]) => join(root, ...names);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('looking', () => {
  test('tells files, directories, links and nothing apart, and follows no link', async () => {
    writeFileSync(at('f'), 'abc');
    chmodSync(at('f'), 0o640);
    symlinkSync('f', at('l'));
    expect(await files.stat(at('f'))).toMatchObject({ kind: 'file', sizeBytes: 3, mode: 0o640 });
    expect((await files.stat(at('l')))?.kind).toBe('symlink');
    expect((await files.stat(root))?.kind).toBe('directory');
    expect((await files.stat('/dev/null'))?.kind).toBe('other');
    expect(await files.stat(at('none'))).toBeUndefined();
    expect(await files.stat(at('f', 'below'))).toBeUndefined();
  });

  test('lists names in order, and nothing for what does not exist', async () => {
    for (const name of ['b', 'a', 'C']) writeFileSync(at(name), '');
    expect(await files.list(root)).toEqual(['C', 'a', 'b']);
    expect(await files.list(at('none'))).toEqual([]);
    expect(await files.list(at('a'))).toEqual([]);
  });

  test('knows the free space, also of a directory that will be made', async () => {
    const free = await files.freeSpace(at('not', 'yet', 'there'));
    expect(free?.bytes).toBeGreaterThan(0);
    writeFileSync(at('f'), '');
    expect((await files.freeSpace(at('f', 'below')))?.bytes).toBeGreaterThan(0);
  });

  test('counts what is reserved for root as free for root only', async () => {
    const ofRoot = createFiles({ os: process.platform, clock, isRoot: true });
    const [all, free] = [await ofRoot.freeSpace(root), await files.freeSpace(root)];
    const { bavail, bfree } = statfsSync(root);
    // Other processes write meanwhile.
    const isAbout = (bytes: number | undefined, blocks: number): boolean =>
      Math.abs((bytes ?? 0) - blocks * statfsSync(root).bsize) < 256 * 1_048_576;
    expect([isAbout(all?.bytes, bfree), isAbout(free?.bytes, bavail)]).toEqual([true, true]);
  });
});

describe('making directories', () => {
  test('makes all that are missing, and takes those that are there', async () => {
    await Promise.all([files.makeDirectory(at('a', 'b', 'c')), files.makeDirectory(at('a', 'b', 'd'))]);
    await files.makeDirectory(at('a', 'b', 'c'));
    await files.makeDirectory('/');
    symlinkSync('a', at('link'));
    await files.makeDirectory(at('link', 'b', 'e'));
    expect(readdirSync(at('a', 'b'))).toEqual(['c', 'd', 'e']);
  });

  test('fails where a file stands, or a link that leads nowhere', async () => {
    writeFileSync(at('f'), '');
    symlinkSync('nowhere', at('link'));
    expect(await codeOfAsync(() => files.makeDirectory(at('f')))).toBe('FS.IO');
    expect(await codeOfAsync(() => files.makeDirectory(at('f', 'a', 'b')))).toBe('FS.NOT_FOUND');
    expect(await codeOfAsync(() => files.makeDirectory(at('link')))).toBe('FS.IO');
    expect(await codeOfAsync(() => files.makeDirectory(at('link', 'a', 'b')))).toBe('FS.IO');
  });

  test.runIf(process.platform === 'linux')('ends where no directory can be made at all', async () => {
    expect(await codeOfAsync(() => files.makeDirectory('/proc/none/a/b'))).toBe('FS.NOT_FOUND');
  });
});

describe('reading', () => {
  test('gives a whole file up to its cap, and fails beyond it', async () => {
    writeFileSync(at('f'), 'x'.repeat(1_000));
    expect(await files.read(at('f'), 1_000)).toHaveLength(1_000);
    expect(await codeOfAsync(() => files.read(at('f'), 999))).toBe('FS.IO');
    expect(await codeOfAsync(() => files.read(at('none'), 10))).toBe('FS.NOT_FOUND');
  });

  test.runIf(process.platform === 'linux')('reads files that do not know their size', async () => {
    expect((await files.read('/proc/self/status', 100_000)).toString()).toContain('Pid:');
  });

  test('gives a range, and fails when the file is shorter', async () => {
    writeFileSync(at('f'), '0123456789');
    expect((await files.readRange(at('f'), 2, 5)).toString()).toBe('234');
    expect(await files.readRange(at('f'), 4, 4)).toHaveLength(0);
    expect(await codeOfAsync(() => files.readRange(at('f'), 8, 11))).toBe('FS.IO');
  });

  test('streams, and may be left early', async () => {
    const content = Buffer.alloc(1_000_000, 'abc');
    writeFileSync(at('f'), content);
    const parts: Uint8Array[] = [];
    for await (const part of files.stream(at('f'))) parts.push(part);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    for await (const part of files.stream(at('f'))) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    expect(
      await codeOfAsync(async () => {
        for await (const _part of files.stream(at('none')));
      }),
    ).toBe('FS.NOT_FOUND');
  });
});

describe('writing', () => {
  test('makes, replaces, appends, and creates only once when that is asked for', async () => {
    expect(await files.write(at('f'), 'one')).toBe(true);
    expect(await files.write(at('f'), Buffer.from('two'))).toBe(true);
    expect(await files.write(at('f'), 'three', { exclusive: true })).toBe(false);
    expect(await files.write(at('g'), 'four', { exclusive: true })).toBe(true);
    await files.append(at('f'), '+');
    expect([readFileSync(at('f'), 'utf8'), readFileSync(at('g'), 'utf8')]).toEqual(['two+', 'four']);
    expect(await codeOfAsync(() => files.write(at('none', 'f'), ''))).toBe('FS.NOT_FOUND');
    expect(await codeOfAsync(() => files.append(at('none', 'f'), ''))).toBe('FS.NOT_FOUND');
  });

  test('makes directories with their parents, and touches with the time of its clock', async () => {
    await files.makeDirectory(at('a', 'b', 'c'));
    await files.makeDirectory(at('a', 'b', 'c'));
    await files.touch(at('a', 'b'));
    expect(statSync(at('a', 'b')).mtimeMs).toBe(clock.now());
    expect(await codeOfAsync(() => files.touch(at('none')))).toBe('FS.NOT_FOUND');
  });

  test('removes trees, and nothing without a complaint', async () => {
    mkdirSync(at('a', 'b'), { recursive: true });
    writeFileSync(at('a', 'b', 'f'), '');
    expect(await files.removeEmptyDirectory(at('a'))).toBe(false);
    expect(await files.removeEmptyDirectory(at('none'))).toBe(false);
    await files.remove(at('a'));
    await files.remove(at('a'));
    mkdirSync(at('e'));
    expect(await files.removeEmptyDirectory(at('e'))).toBe(true);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('renaming', () => {
  const windows = () => {
    let ms = 0;
    const sleep = async (pause: number) => {
      ms += pause;
    };
    return createFiles({ os: 'win32', clock: { now: () => 0, monotonic: () => ms, sleep } });
  };

  test.each([
    ['here', () => files],
    ['as on Windows', windows],
  ])('moves a directory, also onto an empty one, but never onto a full one (%s)', async (_name, open) => {
    const subject = open();
    mkdirSync(at('from'));
    writeFileSync(at('from', 'f'), 'x');
    mkdirSync(at('empty'));
    expect(await subject.rename(at('from'), at('to'))).toBe(true);
    expect(await subject.rename(at('to'), at('empty'))).toBe(true);
    mkdirSync(at('other'));
    expect(await subject.rename(at('other'), at('empty'))).toBe(false);
    expect(readdirSync(at('empty'))).toEqual(['f']);
    expect(await codeOfAsync(() => subject.rename(at('none'), at('x')))).toBe('FS.NOT_FOUND');
  });
});

describe('the tree writer', () => {
  test('makes files with exactly the mode and time that are asked for, and only new ones', () => {
    files.tree.makeDirectory(at('d'));
    expect(statSync(at('d')).mode & 0o777).toBe(0o755);
    for (const mode of [0o755, 0o644, 0o666, 0o777]) {
      for (const copy of [1, 2]) {
        const handle = files.tree.createFile(at('d', `${mode}-${copy}`), mode);
        files.tree.write(handle, Buffer.from('0123456789'), 2, 7);
        files.tree.closeFile(handle, 1_500_000_000);
        const stat = statSync(at('d', `${mode}-${copy}`));
        expect([stat.mode & 0o777, stat.mtimeMs, stat.size]).toEqual([mode, 1_500_000_000_000, 5]);
      }
    }
    expect(codeOf(() => files.tree.createFile(at('d', '493-1'), 0o644))).toBe('FS.IO');
    expect(codeOf(() => files.tree.makeDirectory(at('d')))).toBe('FS.IO');
    expect(codeOf(() => files.tree.createFile(at('none', 'f'), 0o644))).toBe('FS.NOT_FOUND');
  });

  test('reads and lists with the kind of each entry, and removes', () => {
    mkdirSync(at('d'));
    writeFileSync(at('d', 'f'), 'x');
    symlinkSync('f', at('d', 'l'));
    mkdirSync(at('d', 's'));
    const entries = [...files.tree.readDirectory(at('d'))].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(entries).toEqual([
      { name: 'f', kind: 'file' },
      { name: 'l', kind: 'symlink' },
      { name: 's', kind: 'directory' },
    ]);
    expect(files.tree.readFile(at('d', 'f')).toString()).toBe('x');
    files.tree.removeTree(at('d'));
    files.tree.removeTree(at('d'));
    expect(readdirSync(root)).toEqual([]);
    expect(codeOf(() => files.tree.readFile(at('d', 'f')))).toBe('FS.NOT_FOUND');
    expect(codeOf(() => files.tree.readDirectory(at('d')))).toBe('FS.NOT_FOUND');
  });
});

describe('links', () => {
  test('are made once, and go without what they lead to', async () => {
    mkdirSync(at('home'));
    writeFileSync(at('home', 'f'), 'x');
    const link = { target: at('home'), path: at('link'), kind: 'directory' } as const;
    expect(await files.link?.(link)).toBe(true);
    expect(await files.link?.(link)).toBe(false);
    expect((await files.stat(at('link')))?.kind).toBe('symlink');
    expect(await files.list(at('link'))).toEqual(['f']);
    await files.remove(at('link'));
    expect(readdirSync(at('home'))).toEqual(['f']);
    expect(await codeOfAsync(async () => files.link?.({ ...link, path: at('none', 'link') }))).toBe('FS.NOT_FOUND');
  });
});
