import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { hashInstalledTree, type InstalledTreeOptions } from '../../src/install/installed-tree.ts';
import { createTreeSink } from '../../src/install/tree-sink.ts';
import { unpack } from '../../src/install/unpack.ts';
import { MODULE, SMALL_GO, serve, smallGoZip } from '../fakes/archives.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';

const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const files = createFiles({ os: process.platform, clock });
const signal = new AbortController().signal;
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'));
  for (const [path, content] of Object.entries(SMALL_GO)) plant(path, content);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const measure = (options: Partial<InstalledTreeOptions> = {}) =>
  hashInstalledTree({ reader: files.tree, root, moduleName: MODULE, ...options }, signal);

/** As the module zip of the same tree says. */
async function published(): Promise<string | undefined> {
  const options = {
    writer: files.tree,
    directory: undefined,
    layout: 'module',
    moduleName: MODULE,
    writeUnproven: false,
  } as const;
  const sink = createTreeSink(options);
  return (await unpack({ bytes: serve(smallGoZip()), format: 'zip', sink, files, spoolPath: '' }, signal)).tree;
}

describe('an installed Go', () => {
  test('has the tree hash of the module it was made from', async () => {
    const heard: string[] = [];
    const result = await measure({ onFile: path => heard.push(path) });
    expect(result).toMatchObject({ tree: await published(), fileCount: 7, uncoveredCount: 2, irregular: [] });
    expect(result.goEnv?.toString()).toBe(SMALL_GO['go.env']);
    expect(heard.sort()).toEqual(
      Object.keys(SMALL_GO)
        .filter(path => !/^(?:api|test)/u.test(path))
        .sort(),
    );
  });

  test.each<[string, () => void]>([
    ['a changed byte', () => plant('bin/go', 'Program')],
    ['a lost file', () => unlinkSync(join(root, 'src/empty.go'))],
    ['an added file', () => plant('src/fmt/init.go', 'package fmt')],
    ['an added file at the top', () => plant('sitecustomize', 'x')],
    ['a file that is renamed', () => plant('src/Empty.go', '')],
    [
      'a link in place of a file',
      () => {
        unlinkSync(join(root, 'bin/go'));
        symlinkSync('/bin/sh', join(root, 'bin/go'));
      },
    ],
    ['an added link', () => symlinkSync('/tmp', join(root, 'src/evil'))],
    [
      'a link in place of a directory',
      () => {
        rmSync(join(root, 'src/fmt'), { recursive: true });
        symlinkSync('/tmp', join(root, 'src/fmt'));
      },
    ],
    [
      'a link in place of an uncovered directory',
      () => {
        rmSync(join(root, 'test'), { recursive: true });
        symlinkSync('/tmp', join(root, 'test'));
      },
    ],
    [
      '_go.mod in place of go.mod',
      () => {
        unlinkSync(join(root, 'src/go.mod'));
        plant('src/_go.mod', SMALL_GO['src/go.mod'] ?? '');
      },
    ],
    ['an edited go.env', () => plant('go.env', 'GOTOOLCHAIN=local\n')],
  ])('with %s has another', async (_name, change) => {
    change();
    expect((await measure()).tree).not.toBe(await published());
  });

  test('names its links, and gives go.env as it is', async () => {
    symlinkSync('/tmp', join(root, 'src/evil'));
    plant('go.env', 'GOTOOLCHAIN=local\n');
    const result = await measure();
    expect(result.irregular).toEqual(['src/evil']);
    expect(result.goEnv).toEqual(readFileSync(join(root, 'go.env')));
  });

  test('is not judged by what lies in the directories that no tree hash covers, but that is counted', async () => {
    plant('test/deep/added.go', 'x');
    plant('misc/added', 'x');
    expect(await measure()).toMatchObject({ tree: await published(), uncoveredCount: 4 });
  });

  test('may have the script that setup-go adds at its root, when that is allowed, and only there', async () => {
    plant('setup.sh', 'x');
    expect((await measure()).tree).not.toBe(await published());
    expect((await measure({ ignore: ['setup.sh'] })).tree).toBe(await published());
    plant('src/setup.sh', 'x');
    expect((await measure({ ignore: ['setup.sh'] })).tree).not.toBe(await published());
  });

  test('that is not there is a failure, and a signal ends the reading', async () => {
    expect(await codeOfAsync(() => measure({ root: join(root, 'nowhere') }))).toBe('FS.NOT_FOUND');
    for (let i = 0; i < 600; i++) plant(`src/many/${i}`, '');
    const reason = new Error('stop');
    const options = { reader: files.tree, root, moduleName: MODULE };
    await expect(hashInstalledTree(options, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
