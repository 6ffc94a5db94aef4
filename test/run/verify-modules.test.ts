import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { zip } from '../fakes/archives.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { runOnFakes } from '../fakes/fake-machine.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import { makeLog } from '../fakes/sumdb-log.ts';

const log = makeLog({ filler: 4 }).known();
const CACHE = '/cache';
type Tree = Readonly<Record<string, string>>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Hash1 as its documentation says it (golang.org/x/mod/sumdb/dirhash), written once more. */
function hash1(files: Tree): string {
  const lines = Object.keys(files)
    .sort()
    .map(name => `${sha256(files[name] ?? '')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

const prefixed = (prefix: string, files: Tree): Tree =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${prefix}/${name}`, text]));

const LIB: Tree = {
  'go.mod': 'module example.com/Lib\n',
  'lib.go': 'package lib\n',
  'sub/a.go': 'package sub\n',
  LICENSE: 'free\n',
};
const OTHER: Tree = { 'go.mod': 'module example.com/other\n', 'o.go': 'package other\n' };
const SUMS = [
  `example.com/Lib v1.0.0 ${hash1(prefixed('example.com/Lib@v1.0.0', LIB))}`,
  `example.com/Lib v1.0.0/go.mod ${hash1({ 'go.mod': LIB['go.mod'] ?? '' })}`,
  `example.com/other v0.2.0 ${hash1(prefixed('example.com/other@v0.2.0', OTHER))}`,
  `example.com/other v0.2.0/go.mod ${hash1({ 'go.mod': OTHER['go.mod'] ?? '' })}`,
  `example.com/unused v0.1.0/go.mod ${hash1({ 'go.mod': 'module example.com/unused\n' })}`,
  '',
].join('\n');

interface Scene {
  readonly change?: (files: MemoryFiles) => void;
  readonly operands?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly repair?: 'off' | 'plan' | 'safe';
  /** What stands in the module cache afterwards. */
  readonly look?: (files: MemoryFiles) => void;
}

/** A project with two modules, all of which is as it should be until `change`. */
async function verify({ change, operands = [], env = {}, repair = 'plan', look }: Scene = {}): Promise<Report> {
  // Nothing here waits for time. One that runs cannot see when zlib's thread is done, and the budget ended before a thread that other
  // tests kept busy.
  const clock = createFakeClock({ runs: false });
  const files = createMemoryFiles({ clock });
  files.put('/project/go.mod', Buffer.from('module example.com/app\n'));
  files.put('/project/go.sum', Buffer.from(SUMS));
  putModule(files, { name: 'example.com/Lib@v1.0.0', escaped: 'example.com/!lib', version: 'v1.0.0', tree: LIB });
  putModule(files, { name: 'example.com/other@v0.2.0', escaped: 'example.com/other', version: 'v0.2.0', tree: OTHER });
  change?.(files);
  const outcome = await runOnFakes({
    command: 'verify',
    options: { modules: '' },
    inputs: { repair },
    operands,
    log,
    clock,
    files,
    env: { GOMODCACHE: CACHE, ...env },
  });
  expect(outcome.net.requests).toEqual([]);
  look?.(files);
  return outcome.report;
}

function putModule(files: MemoryFiles, module: { name: string; escaped: string; version: string; tree: Tree }): void {
  const { name, escaped, version, tree } = module;
  const download = `${CACHE}/cache/download/${escaped}/@v/${version}`;
  const content = Object.entries(prefixed(name, tree)).map(([path, text]) => ({ name: path, content: text }));
  files.put(`${download}.zip`, zip(content));
  files.put(`${download}.mod`, Buffer.from(tree['go.mod'] ?? ''));
  // A lie: nobody may believe it.
  files.put(`${download}.ziphash`, Buffer.from('h1:AAAA'));
  for (const [path, text] of Object.entries(tree)) files.put(`${CACHE}/${escaped}@${version}/${path}`, Buffer.from(text));
}

function putVendor(files: MemoryFiles, content: Tree, list = '# example.com/Lib v1.0.0\n## explicit\nexample.com/Lib\n'): void {
  files.put('/project/vendor/modules.txt', Buffer.from(list));
  for (const [path, text] of Object.entries(content)) files.put(`/project/vendor/${path}`, Buffer.from(text));
}

const at = (path: string) => `${CACHE}/cache/download/${path}`;
const evidence = (report: Report, name: string): readonly string[] =>
  report.findings.flatMap(finding => finding.evidence.filter(item => item.name === name).map(item => item.value));

describe('verify --modules', () => {
  it('proves zips, go.mod files and unpacked trees, and counts what is not here', async () => {
    const report = await verify();
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null });
    expect(report.findings.map(({ code }) => code)).toEqual(['MODCACHE.PROVED']);
    expect([evidence(report, 'proved'), evidence(report, 'missing')]).toEqual([['6'], ['1']]);
  });

  it.each([
    [
      'a zip with another file',
      'zip',
      (files: MemoryFiles) =>
        files.put(at('example.com/!lib/@v/v1.0.0.zip'), zip([{ name: 'example.com/Lib@v1.0.0/evil.go', content: 'x' }])),
    ],
    [
      'a zip that is cut',
      'zip',
      (files: MemoryFiles) => files.put(at('example.com/!lib/@v/v1.0.0.zip'), Buffer.from('PK\u0003\u0004')),
    ],
    [
      'a zip of another module',
      'zip',
      (files: MemoryFiles) =>
        files.put(at('example.com/!lib/@v/v1.0.0.zip'), zip([{ name: 'example.com/x@v1.0.0/a.go', content: 'x' }])),
    ],
    ['a go.mod', 'go.mod', (files: MemoryFiles) => files.put(at('example.com/!lib/@v/v1.0.0.mod'), Buffer.from('module x\n'))],
    [
      'an unpacked file',
      'unpacked tree',
      (files: MemoryFiles) => files.put(`${CACHE}/example.com/!lib@v1.0.0/sub/a.go`, Buffer.from('x')),
    ],
  ])('names %s that was altered, with the line of go.sum', async (_name, part, change) => {
    const report = await verify({ change: files => void change(files) });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MODCACHE.ALTERED' } });
    expect(report.findings[0]).toMatchObject({ subject: 'example.com/Lib@v1.0.0', location: { file: 'go.sum', line: 1 } });
    expect(evidence(report, 'part')).toEqual([part]);
  });

  it('names every file of a tree that was changed, added or lost', async () => {
    const report = await verify({
      change: files => {
        const root = `${CACHE}/example.com/other@v0.2.0`;
        files.put(`${root}/o.go`, Buffer.from('package evil\n'));
        files.put(`${root}/new.go`, Buffer.from('package other\n'));
      },
    });
    expect(evidence(report, 'file')).toEqual(['added new.go', 'changed o.go']);
  });

  it('proves vendored files by the module, which need not be whole', async () => {
    const report = await verify({
      change: files => putVendor(files, { 'example.com/Lib/lib.go': 'package lib\n', 'example.com/Lib/LICENSE': 'free\n' }),
    });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(evidence(report, 'vendored files')).toEqual(['2']);
  });

  it('names vendored files that were changed or added', async () => {
    const report = await verify({
      change: files => putVendor(files, { 'example.com/Lib/lib.go': 'package evil\n', 'example.com/Lib/x.go': 'package lib\n' }),
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MODCACHE.VENDOR' } });
    expect(evidence(report, 'file')).toEqual(['added example.com/Lib/x.go', 'changed example.com/Lib/lib.go']);
  });

  it('says what of a vendor directory cannot be proved', async () => {
    const list = '# example.com/Lib v1.0.0 => ./fork\n# example.com/absent v9.0.0\n';
    const report = await verify({
      change: files => putVendor(files, { 'example.com/Lib/lib.go': 'x', 'example.com/absent/a.go': 'x', 'stray.go': 'x' }, list),
    });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    const [unproved] = report.findings.filter(({ code }) => code === 'MODCACHE.UNPROVED');
    expect(unproved?.severity).toBe('warning');
    expect(unproved?.evidence).toHaveLength(3);
  });

  it('proves a replacement by the module that stands in for another', async () => {
    const list = '# example.com/fork v1.5.0 => example.com/Lib v1.0.0\n';
    const good = await verify({ change: files => putVendor(files, { 'example.com/fork/lib.go': 'package lib\n' }, list) });
    expect(good.outcome).toBe('ok');
    const bad = await verify({ change: files => putVendor(files, { 'example.com/fork/lib.go': 'package evil\n' }, list) });
    expect(bad.cause?.code).toBe('MODCACHE.VENDOR');
  });

  it('reads all modules of a workspace, and go.work.sum', async () => {
    const report = await verify({
      operands: ['tool'],
      change: files => {
        files.put('/project/go.work', Buffer.from('go 1.25\n\nuse (\n\t. // here\n\t"./tool"\n)\n'));
        files.put('/project/tool/go.mod', Buffer.from('module example.com/tool\n'));
        files.put('/project/go.work.sum', Buffer.from(`example.com/both v1.0.0/go.mod ${hash1({ 'go.mod': 'm' })}\n`));
        files.put(at('example.com/both/@v/v1.0.0.mod'), Buffer.from('other'));
      },
    });
    expect(report.findings[0]).toMatchObject({ subject: 'example.com/both@v1.0.0', location: { file: 'go.work.sum', line: 1 } });
  });

  it.each([
    ['GOPATH', { GOPATH: '/gopath:/other' }, '/gopath/pkg/mod'],
    ['the home directory', {}, '/home/go/pkg/mod'],
    ['the file of `go env -w`', {}, '/written'],
  ])('finds the module cache by %s where GOMODCACHE is not set', async (_name, env, cache) => {
    const report = await verify({
      env: { GOMODCACHE: '', ...env },
      change: files => {
        if (cache === '/written') files.put('/home/.config/go/env', 'GOMODCACHE=/written\n');
        files.put(`${cache}/cache/download/example.com/unused/@v/v0.1.0.mod`, Buffer.from('module example.com/unused\n'));
      },
    });
    expect(report).toMatchObject({ outcome: 'ok' });
    expect(evidence(report, 'proved')).toEqual(['1']);
  });

  it.each([
    ['is red where nothing is here to be proved', { env: { GOMODCACHE: '/elsewhere' } }, 'MODCACHE.EMPTY', 71],
    ['of a directory without a module is GO.NO_MOD', { operands: ['/empty'] }, 'GO.NO_MOD', 71],
    ['without any home is GO.ENV', { env: { GOMODCACHE: '', HOME: '' } }, 'GO.ENV', 71],
  ])('%s', async (_name, scene, code, exitCode) => {
    expect(await verify(scene)).toMatchObject({ outcome: 'failed', exitCode, cause: { code } });
  });

  describe('without any go.sum line', () => {
    const bare = (mod: string, more: (files: MemoryFiles) => unknown = () => undefined): Scene => ({
      change: files => {
        files.put('/project/go.mod', Buffer.from(`module example.com/app\n${mod}`));
        files.put('/project/go.sum', Buffer.from(''));
        more(files);
      },
    });
    const LIB_NEEDED = 'require example.com/Lib v1.0.0\n';

    it.each([
      ['a go.sum is empty', bare(LIB_NEEDED)],
      ['there is no go.sum', bare(LIB_NEEDED, files => void files.tree.removeTree('/project/go.sum'))],
      ['only another module is a directory', bare(`${LIB_NEEDED}require example.com/x v1.0.0\nreplace example.com/x => ./x\n`)],
      ['a vendor directory stands there', bare(LIB_NEEDED, files => putVendor(files, { 'example.com/Lib/lib.go': 'x' }))],
    ])('it is red that nothing of the module cache could be proved: %s', async (_, scene) => {
      const report = await verify(scene);
      expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'MODCACHE.UNPROVED' } });
      expect(report.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['MODCACHE.UNPROVED error']);
    });

    it.each([
      ['the project requires no module', bare('')],
      ['what it requires are directories', bare(`${LIB_NEEDED}replace example.com/Lib => ./lib\n`)],
      ['the module cache holds nothing', { ...bare(LIB_NEEDED), env: { GOMODCACHE: '/elsewhere' } }],
    ])('nothing has to be proved where %s', async (_, scene) => {
      const report = await verify(scene);
      expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
      expect(evidence(report, 'proved')).toEqual(['0']);
    });
  });

  it('never leaves the module cache, whatever go.sum names', async () => {
    const report = await verify({
      change: files => {
        files.put('/project/go.sum', Buffer.from(`../../secret v1.0.0/go.mod ${hash1({ 'go.mod': 'x' })}\n${SUMS}`));
        files.put('/secret/@v/v1.0.0.mod', Buffer.from('y'));
      },
    });
    expect(report.outcome).toBe('ok');
  });
});

describe('a repair of the module cache', () => {
  const ZIP = `${CACHE}/cache/download/example.com/!lib/@v/v1.0.0.zip`;
  const cut = (path: string) => (files: MemoryFiles) =>
    files.put(path, (files.content(path) ?? Buffer.alloc(0)).subarray(0, -30));
  const other = (files: MemoryFiles): void =>
    files.put(ZIP, zip([{ name: 'example.com/Lib@v1.0.0/lib.go', content: 'package evil\n' }]));
  const names = (files: MemoryFiles): readonly string[] => files.paths(CACHE);

  it('removes a zip that is cut, and what Go believes of it, and nothing else', async () => {
    let before: readonly string[] = [];
    const report = await verify({
      change: files => {
        before = names(files);
        cut(ZIP)(files);
      },
      repair: 'safe',
      look: files => expect(names(files)).toEqual(before.filter(path => path !== ZIP && path !== `${ZIP}hash`)),
    });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(report.repairs).toMatchObject([
      { repair: 'module-entry', code: 'MODCACHE.ALTERED', state: 'helped', before: 'MODCACHE.ALTERED' },
    ]);
    // It is told all the same.
    expect(report.findings.find(({ code }) => code === 'MODCACHE.ALTERED')).toMatchObject({ severity: 'warning' });
  });

  it.each(['plan', 'off'] as const)('touches nothing with %s', async repair => {
    let before: readonly string[] = [];
    const report = await verify({
      change: files => {
        cut(ZIP)(files);
        before = names(files);
      },
      repair,
      look: files => expect(names(files)).toEqual(before),
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MODCACHE.ALTERED' } });
    expect(report.repairs?.map(({ state }) => state)).toEqual(repair === 'plan' ? ['planned'] : undefined);
  });

  it.each([
    ['that is whole and differs', other],
    [
      'that is cut, beside one that is whole and differs',
      (files: MemoryFiles) => {
        other(files);
        cut(`${CACHE}/cache/download/example.com/other/@v/v0.2.0.zip`)(files);
      },
    ],
    [
      'beside a tree that differs',
      (files: MemoryFiles) => {
        cut(ZIP)(files);
        files.put(`${CACHE}/example.com/!lib@v1.0.0/lib.go`, 'x');
      },
    ],
  ])('leaves a zip alone %s: a person must look at it', async (_name, change) => {
    let before: readonly string[] = [];
    const report = await verify({
      change: files => {
        change(files);
        before = names(files);
      },
      repair: 'safe',
      look: files => expect(names(files)).toEqual(before),
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MODCACHE.ALTERED' } });
    expect(report.repairs).toBeUndefined();
  });

  it('is undone where nothing is left to be proved', async () => {
    let before: readonly string[] = [];
    const report = await verify({
      change: files => {
        const [lib, others] = [ZIP.replace(/zip$/u, 'mod'), `${CACHE}/cache/download/example.com/other`];
        for (const path of [`${CACHE}/example.com`, others, lib]) files.tree.removeTree(path);
        cut(ZIP)(files);
        before = names(files).filter(path => !path.endsWith('/'));
      },
      repair: 'safe',
      look: files => expect(names(files).filter(path => !path.endsWith('/'))).toEqual(before),
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MODCACHE.ALTERED' } });
    expect(report.repairs).toMatchObject([{ state: 'rolled-back', after: 'MODCACHE.EMPTY' }]);
  });
});
