import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import type { ArchiveLayout } from '../../src/domain/source.ts';
import { createTreeSink, type TreeSink } from '../../src/install/tree-sink.ts';
import { MODULE, SMALL_GO } from '../fakes/archives.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { createMemoryTree } from '../fakes/memory-tree.ts';

function makeSink(options: { layout?: ArchiveLayout; writeUnproven?: boolean; hashOnly?: boolean } = {}) {
  const tree = createMemoryTree({ root: '/stage/go' });
  const heard = new Map<string, string>();
  const sink = createTreeSink({
    writer: tree.writer,
    directory: options.hashOnly === true ? undefined : '/stage/go',
    layout: options.layout ?? 'release',
    moduleName: MODULE,
    writeUnproven: options.writeUnproven ?? true,
    onFile: (path, hex) => heard.set(path, hex),
  });
  return { sink, tree, heard };
}

function put(sink: TreeSink, path: string, content = 'x'): void {
  const bytes = Buffer.from(content);
  sink.begin({ path, sizeBytes: bytes.length, mtimeSeconds: 1_700_000_000 });
  if (bytes.length > 0) sink.data(bytes, 0, bytes.length);
  sink.end();
}

/** Hash1 of golang.org/x/mod/sumdb/dirhash, written down once more, plainly. */
function plainTreeHash(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files)
    .filter(([path]) => !/^(?:api|test)\//u.test(path))
    .map(([path, content]) => [`${MODULE}/${path.replace(/(^|\/)go\.mod$/u, '$1_go.mod')}`, content] as const)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

describe('a Go tree', () => {
  test('of a release is written below the prefix with official modes, and hashed under the names of the module', () => {
    const { sink, tree, heard } = makeSink();
    for (const [path, content] of Object.entries(SMALL_GO)) put(sink, `go/${path}`, content);
    expect(sink.result()).toEqual({
      tree: plainTreeHash(SMALL_GO),
      sealed: ['VERSION', 'bin', 'bin/go', 'go.env', 'src', 'src/fmt'],
      fileCount: 7,
      sizeBytes: Object.values(SMALL_GO).reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      unproven: ['api', 'test'],
      versionFile: SMALL_GO['VERSION'],
    });
    expect([...tree.files.keys()].sort()).toEqual(
      Object.keys(SMALL_GO)
        .map(path => `/stage/go/${path}`)
        .sort(),
    );
    expect(tree.files.get('/stage/go/bin/go')).toEqual({
      mode: 0o755,
      content: Buffer.from('program'),
      mtimeSeconds: 1_700_000_000,
    });
    expect(tree.files.get('/stage/go/src/make.bash')?.mode).toBe(0o755);
    expect(tree.files.get('/stage/go/VERSION')?.mode).toBe(0o644);
    expect(heard.get('src/empty.go')).toBe(createHash('sha256').digest('hex'));
    expect(heard.has('api/go1.txt')).toBe(false);
    expect(tree.openCount()).toBe(0);
  });

  test('of a module gets its go.mod files back and has the same hash', () => {
    const { sink, tree } = makeSink({ layout: 'module' });
    put(sink, `${MODULE}/VERSION`, SMALL_GO['VERSION']);
    put(sink, `${MODULE}/bin/go`, 'program');
    put(sink, `${MODULE}/src/_go.mod`, 'module std\n');
    expect(sink.result().tree).toBe(
      plainTreeHash({ VERSION: SMALL_GO['VERSION'] ?? '', 'bin/go': 'program', 'src/go.mod': 'module std\n' }),
    );
    expect(tree.files.get('/stage/go/src/go.mod')?.content.toString()).toBe('module std\n');
    expect(tree.files.has('/stage/go/src/_go.mod')).toBe(false);
  });

  test('can be hashed without writing anything', () => {
    const { sink, tree } = makeSink({ hashOnly: true });
    for (const [path, content] of Object.entries(SMALL_GO)) put(sink, `go/${path}`, content);
    sink.directory('go/empty');
    expect(sink.result().tree).toBe(plainTreeHash(SMALL_GO));
    expect(tree.files.size + tree.directories.size).toBe(1);
  });

  test('whose uncovered files are not wanted has none of them, nor their directories', () => {
    const { sink, tree } = makeSink({ writeUnproven: false });
    sink.directory('go/test');
    sink.directory('go/test/deep');
    for (const [path, content] of Object.entries(SMALL_GO)) put(sink, `go/${path}`, content);
    expect(sink.result()).toMatchObject({ tree: plainTreeHash(SMALL_GO), unproven: [] });
    expect([...tree.files.keys(), ...tree.directories].filter(path => /\/(?:api|test)(?:\/|$)/u.test(path))).toEqual([]);
  });

  test('loses its uncovered files when they are dropped, and nothing else', () => {
    const { sink, tree } = makeSink();
    sink.directory('go/misc');
    for (const [path, content] of Object.entries(SMALL_GO)) put(sink, `go/${path}`, content);
    expect(sink.result().unproven).toEqual(['api', 'misc', 'test']);
    sink.dropUnproven();
    expect(sink.result().unproven).toEqual([]);
    expect([...tree.directories].sort()).toEqual(['/stage/go', '/stage/go/bin', '/stage/go/src', '/stage/go/src/fmt']);
    expect(tree.files.size).toBe(7);
  });

  test('keeps no time that no release can have', () => {
    const { sink, tree } = makeSink();
    sink.begin({ path: 'go/VERSION', sizeBytes: 0, mtimeSeconds: 2 ** 40 });
    sink.end();
    expect(tree.files.get('/stage/go/VERSION')?.mtimeSeconds).toBeUndefined();
  });

  test('without VERSION or without the go program is none', () => {
    const noVersion = makeSink().sink;
    put(noVersion, 'go/bin/go');
    expect(codeOf(() => noVersion.result())).toBe('ARC.LAYOUT');
    const noGo = makeSink().sink;
    put(noGo, 'go/VERSION');
    expect(codeOf(() => noGo.result())).toBe('ARC.LAYOUT');
    const windows = makeSink().sink;
    put(windows, 'go/VERSION');
    put(windows, 'go/bin/go.exe');
    expect(codeOf(() => windows.result())).toBe('none');
  });
});

describe('names', () => {
  test.each([
    ['go/../../etc/cron.d/x', 'ARC.NAME'],
    ['../go/x', 'ARC.NAME'],
    ['/go/x', 'ARC.NAME'],
    ['go/a\\b', 'ARC.NAME'],
    ['go/nul', 'ARC.NAME'],
    ['go/', 'ARC.NAME'],
    ['go', 'ARC.LAYOUT'],
    ['Go/VERSION', 'ARC.LAYOUT'],
    ['go1.26/VERSION', 'ARC.LAYOUT'],
    [`${MODULE}/VERSION`, 'ARC.LAYOUT'],
  ])('file %j is refused', (path, code) => {
    const { sink, tree } = makeSink();
    expect(codeOf(() => put(sink, path))).toBe(code);
    expect(tree.files.size).toBe(0);
  });

  test.each([
    ['golang.org/toolchain@v0.0.1-go1.26.7.linux-amd64/VERSION', 'ARC.LAYOUT'],
    [`${MODULE}/src/go.mod`, 'ARC.LAYOUT'],
    [`${MODULE}/test/x.go`, 'ARC.LAYOUT'],
    [`${MODULE}/../x`, 'ARC.NAME'],
  ])('file %j is refused in a module', (path, code) => {
    expect(codeOf(() => put(makeSink({ layout: 'module' }).sink, path))).toBe(code);
  });

  test.each([
    [['go/a', 'go/a']],
    [['go/src/Fmt.go', 'go/src/fmt.go']],
    [['go/src/x', 'go/SRC/y']],
    [['go/src', 'go/src/x']],
    [['go/src/x', 'go/src']],
    [['go/src/x', 'go/SRC']],
    [['go/é', 'go/e\u0301']],
    [['go/api/x', 'go/API/y']],
  ])('%j collide', paths => {
    const { sink } = makeSink({ writeUnproven: false });
    const [first = '', second = ''] = paths;
    put(sink, first);
    expect(codeOf(() => put(sink, second))).toBe('ARC.NAME');
  });

  test('a directory may be named after a file in it, but only once, and not as a file', () => {
    const { sink } = makeSink();
    put(sink, 'go/src/x');
    sink.directory('go/src');
    expect(codeOf(() => sink.directory('go/src'))).toBe('ARC.NAME');
    expect(codeOf(() => sink.directory('go/src/x'))).toBe('ARC.NAME');
    expect(codeOf(() => sink.directory('go/SRC'))).toBe('ARC.NAME');
    expect(codeOf(() => sink.directory('elsewhere'))).toBe('ARC.LAYOUT');
    expect(codeOf(() => sink.directory('go/../..'))).toBe('ARC.NAME');
  });
});

describe('limits', () => {
  test('the declared sizes together may not exceed the limit', () => {
    const { sink, tree } = makeSink({ hashOnly: true });
    sink.begin({ path: 'go/a', sizeBytes: LIMITS.unpackedBytes });
    sink.abandon();
    expect(codeOf(() => sink.begin({ path: 'go/b', sizeBytes: 1 }))).toBe('ARC.LIMIT');
    expect(tree.files.size).toBe(0);
  });

  test('the number of entries is limited, directories included', () => {
    const { sink } = makeSink({ hashOnly: true });
    const fill = () => {
      for (let i = 0; i <= LIMITS.entryCount; i++) put(sink, `go/${i}/x`, '');
    };
    expect(codeOf(fill)).toBe('ARC.LIMIT');
  });

  test('content that is longer or shorter than declared is refused', () => {
    const { sink, tree } = makeSink();
    sink.begin({ path: 'go/a', sizeBytes: 2 });
    expect(codeOf(() => sink.data(Buffer.from('xyz'), 0, 3))).toBe('ARC.CORRUPT');
    sink.abandon();
    sink.begin({ path: 'go/b', sizeBytes: 2 });
    sink.data(Buffer.from('x'), 0, 1);
    expect(codeOf(() => sink.end())).toBe('ARC.CORRUPT');
    sink.abandon();
    expect(tree.openCount()).toBe(0);
  });
});
