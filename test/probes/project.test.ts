import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { gatherProject, type ProjectSearch } from '../../src/probes/project.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { factsOf, projectFiles, sumOf } from '../fakes/project.ts';

const MOD = 'module m\n\ngo 1.24\n';

function gather(files: Readonly<Record<string, string>>, search: Partial<ProjectSearch> = {}) {
  const place = { workspace: '/project', directory: '/project', checkout: '/project', top: '/project' };
  return gatherProject({ files: projectFiles(files), ...place, scope: 'all', gowork: '', foreign: [], ...search });
}

const directories = ({ modules }: { readonly modules: readonly { readonly directory: string; readonly isMain: boolean }[] }) =>
  modules.map(({ directory, isMain }) => `${directory}${isMain ? ' *' : ''}`);

describe('modules', () => {
  it('are found below the directory, but not where Go looks for none', async () => {
    const none = ['vendor/v', 'testdata/t', 'node_modules/n', '_u', '.d', 'a/testdata', 'gopath/pkg/mod/x'];
    const files = Object.fromEntries([...none, 'a/b', 'c', '.'].map(place => [`${place}/go.mod`, MOD]));
    const facts = await gather(files, { foreign: ['/project/gopath/pkg'] });
    expect(directories(facts)).toEqual(['. *', 'a/b', 'c']);
  });

  it('of an installation are only those that are built', async () => {
    expect(directories(await gather({ 'go.mod': MOD, 'a/go.mod': MOD }, { scope: 'main' }))).toEqual(['. *']);
    const work = { 'go.work': 'go 1.24\nuse ./a\nuse ./b\n', 'go.mod': MOD, 'a/go.mod': MOD, 'b/go.mod': MOD, 'c/go.mod': MOD };
    expect(directories(await gather(work, { scope: 'main' }))).toEqual(['a *', 'b *', '.']);
  });

  it("above the workspace are nobody's, unless no top is set", async () => {
    const files = { '../go.mod': MOD, '../go.work': 'go 1.24\nuse .\n', 'x/y': '' };
    expect(await gather(files)).toMatchObject({ modules: [], work: undefined, moduleDirectory: undefined });
    const facts = await gather(files, { top: undefined });
    expect([directories(facts), facts.work?.file, facts.moduleDirectory]).toEqual([['.. *'], '../go.work', '..']);
  });

  it('beyond ten thousand are cut off in the order of their paths, and that is told', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`m${String(index).padStart(5, '0')}/go.mod`, MOD]),
    );
    const facts = await gather({ ...files, 'go.mod': MOD });
    expect(directories(facts).slice(0, 3)).toEqual(['. *', 'm00000', 'm00001']);
    expect(facts.modules).toHaveLength(LIMITS.projectModuleCount);
    expect(facts.incomplete).toEqual(['directories: too many, or too deep', `modules after m00${LIMITS.projectModuleCount - 1}`]);
  });

  it('that take too many bytes together are cut off too', async () => {
    const sum = sumOf(...Array.from({ length: 40_000 }, (_, index) => `example.com/long/path/of/a/module${index} v1.0.0`)).slice(
      0,
      7 * 2 ** 20,
    );
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`m${index}/go.mod`, MOD]));
    const sums = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`m${index}/go.sum`, sum]));
    const facts = await gather({ ...files, ...sums });
    expect(facts.incomplete).toEqual([`modules after m${Math.ceil(LIMITS.projectBytes / sum.length)}`]);
  });
});

describe('go.work', () => {
  const files = {
    'go.work': 'go 1.24\nuse .\n',
    'other.work': 'go 1.23\nuse ./a\n',
    'other.work.sum': sumOf('a.b/c v1.0.0'),
    'a/go.mod': MOD,
  };

  it('is the nearest, the one that GOWORK names, or none', async () => {
    expect((await gather(files)).work?.file).toBe('go.work');
    expect((await gather(files, { gowork: 'off' })).work).toBeUndefined();
    const named = await gather(files, { gowork: '/project/other.work' });
    expect(named.work).toMatchObject({
      file: 'other.work',
      uses: [{ path: './a', directory: 'a', hasGoMod: true, line: 2 }],
      sum: { file: 'other.work.sum' },
    });
    expect(directories(named)).toEqual(['a *']);
  });
});

describe('version files', () => {
  it('of the directory, its module and the workspace are read once', async () => {
    const files = {
      'm/go.mod': MOD,
      'm/.go-version': '1.25.1\n',
      'm/cmd/x': '',
      '.tool-versions': 'golang 1.24.2\n',
      'mise.toml': 'x = 1\n',
    };
    const { versionFiles } = await factsOf({ files, directory: 'm/cmd' });
    expect(versionFiles.map(({ file, version, line }) => [file, version, line])).toEqual([
      ['m/.go-version', '1.25.1', 1],
      ['.tool-versions', '1.24.2', 1],
      ['mise.toml', undefined, undefined],
    ]);
  });
});

describe.runIf(process.platform !== 'win32')('on a real disk', () => {
  async function onDisk(make: (root: string) => void) {
    const root = mkdtempSync(join(tmpdir(), 'project-'));
    try {
      make(root);
      const files = createFiles({ os: process.platform, clock: createFakeClock() });
      return await gatherProject({
        files,
        workspace: root,
        directory: root,
        checkout: root,
        top: root,
        scope: 'all',
        gowork: '',
        foreign: [],
      });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }

  const put = (path: string, text = MOD) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };

  it('links to directories are not followed, not even in a circle; links to files are', async () => {
    const facts = await onDisk(root => {
      put(join(root, 'a/go.mod'));
      symlinkSync(root, join(root, 'a/loop'));
      put(join(root, 'shared.mod'), 'module shared\n');
      symlinkSync('shared.mod', join(root, 'go.mod'));
      symlinkSync('go.sum', join(root, 'go.sum'));
      symlinkSync('nowhere', join(root, 'vendor'));
      put(join(root, 'third_party/modules.txt'), '## workspace\n');
      symlinkSync('../third_party', join(root, 'a/vendor'));
    });
    expect(directories(facts)).toEqual(['. *', 'a']);
    expect(facts.modules[0]).toMatchObject({
      mod: { module: { text: 'shared' } },
      sum: { problem: 'link-loop' },
      vendor: undefined,
    });
    expect(facts.modules[1]).toMatchObject({ directory: 'a', vendor: { isWorkspace: true } });
  });

  it('a pipe is not waited for', async () => {
    const { execFileSync } = await import('node:child_process');
    const facts = await onDisk(root => {
      put(join(root, 'go.mod'));
      execFileSync('mkfifo', [join(root, 'go.sum')]);
    });
    expect(facts.modules[0]?.sum).toMatchObject({ problem: 'unreadable', lines: [] });
  });
});
