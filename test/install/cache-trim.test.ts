import { beforeEach, describe, expect, it } from 'vitest';
import { readGoSums } from '../../src/domain/gosum.ts';
import { trimBuild, trimModules } from '../../src/install/cache-trim.ts';
import { listModuleParts } from '../../src/install/module-cache.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';

const HOUR_MS = 3_600_000;
const signal = new AbortController().signal;
let clock: FakeClock;
let files: MemoryFiles;
beforeEach(() => {
  clock = createFakeClock();
  files = createMemoryFiles({ clock });
});

const put = (...names: readonly string[]): void => {
  for (const name of names) files.put(`/cache/${name}`, name);
};
const standing = (): readonly string[] =>
  files.paths('/cache').flatMap(path => (path.endsWith('/') ? [] : [path.slice('/cache/'.length)]));

describe('listModuleParts', () => {
  it('knows unpacked modules and downloads by their unescaped names', () => {
    put(
      'github.com/!burnt!sushi/toml@v1.4.0/decode.go',
      'github.com/!burnt!sushi/toml@v1.4.0/internal/x@y/z.go',
      'example.com/m/v2@v2.0.0/a.go',
      'cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.zip',
      'cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.ziphash',
      'cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.mod',
      'cache/download/github.com/!burnt!sushi/toml/@v/list',
      'cache/download/sumdb/sum.golang.org/tile/8/0/001',
      'cache/vcs/0123/HEAD',
      'cache/lock',
    );
    const parts = listModuleParts(files, '/cache').map(({ kind, module, path }) => `${kind} ${module} ${path.slice(7)}`);
    expect(parts.sort()).toEqual([
      'mod github.com/BurntSushi/toml@v1.4.0 cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.mod',
      'tree example.com/m/v2@v2.0.0 example.com/m/v2@v2.0.0',
      'tree github.com/BurntSushi/toml@v1.4.0 github.com/!burnt!sushi/toml@v1.4.0',
      'zip github.com/BurntSushi/toml@v1.4.0 cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.zip',
      'zip github.com/BurntSushi/toml@v1.4.0 cache/download/github.com/!burnt!sushi/toml/@v/v1.4.0.ziphash',
    ]);
    expect(listModuleParts(files, '/nowhere')).toEqual([]);
  });
});

describe('trimModules', () => {
  it('removes what no go.sum names and this job did not bring', async () => {
    put(
      'example.com/old@v1.0.0/a.go',
      'example.com/kept@v1.0.0/a.go',
      'cache/download/example.com/old/@v/v1.0.0.zip',
      'cache/download/example.com/old/@v/v1.0.0.mod',
      'cache/download/example.com/graph/@v/v1.0.0.mod',
      'cache/lock',
    );
    await clock.advance(HOUR_MS);
    const restoredAtMs = clock.now();
    put('example.com/tool@v3.0.0/main.go');
    const sum = readGoSums(['example.com/kept v1.0.0 h1:q\nexample.com/graph v1.0.0/go.mod h1:q\n']);
    expect(await trimModules({ files, root: '/cache', sum, restoredAtMs }, signal)).toEqual({ removedCount: 3, keptCount: 3 });
    expect(standing()).toEqual([
      'cache/download/example.com/graph/@v/v1.0.0.mod',
      'cache/lock',
      'example.com/kept@v1.0.0/a.go',
      'example.com/tool@v3.0.0/main.go',
    ]);
  });
});

describe('trimBuild', () => {
  it('removes entries that were not used since the restore, and nothing that is no entry', async () => {
    put('00/0011-a', 'ff/ff22-d', 'README', 'trim.txt', 'fuzz/example.com/x', '00/strange');
    await clock.advance(3 * HOUR_MS);
    const restoredAtMs = clock.now();
    await files.touch('/cache/ff/ff22-d');
    put('01/0133-a');
    expect(await trimBuild({ files, root: '/cache', restoredAtMs }, signal)).toEqual({ removedCount: 1, keptCount: 2 });
    expect(standing()).toEqual(['00/strange', '01/0133-a', 'README', 'ff/ff22-d', 'fuzz/example.com/x', 'trim.txt']);
  });

  it('stops when it is told to', async () => {
    put('00/0011-a');
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(trimBuild({ files, root: '/cache', restoredAtMs: clock.now() }, stop.signal)).rejects.toThrow('enough');
  });
});
