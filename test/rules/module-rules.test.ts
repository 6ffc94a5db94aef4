import { describe, expect, it } from 'vitest';
import { mergeMarks } from '../../src/rules/merge-marks.ts';
import { moduleFile } from '../../src/rules/module-file.ts';
import { moduleVersions } from '../../src/rules/module-versions.ts';
import { projectWhole } from '../../src/rules/project-whole.ts';
import { replacedDirectories } from '../../src/rules/replaced-directories.ts';
import { replacedOutside } from '../../src/rules/replaced-outside.ts';
import { requirementsAgree } from '../../src/rules/requirements-agree.ts';
import { factsOf, judged, sumOf } from '../fakes/project.ts';

const SOUND = 'module example.com/m\n\ngo 1.24\n';

describe('module-file', () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, readonly string[]]>([
    ['nothing to say about a sound one', { 'go.mod': SOUND }, []],
    ['that there is none', { 'main.go': 'package main' }, ['error GO.NO_MOD .:-']],
    [
      'each bad line',
      { 'go.mod': `${SOUND}frob\nrequire x\n` },
      ['error GO.MOD_SYNTAX go.mod:4', 'error GO.MOD_SYNTAX go.mod:5'],
    ],
    ['that it has no module line', { 'go.mod': 'go 1.24\n' }, ['error GO.MOD_SYNTAX go.mod:1']],
    ['that it is empty', { 'go.mod': '' }, ['error GO.MOD_SYNTAX go.mod:1']],
    ['that it is no text', { 'go.mod': Buffer.from([0x6d, 0, 0xff]) }, ['error GO.MOD_SYNTAX go.mod:-']],
    ['that it is too large', { 'go.mod': 'x'.repeat(5 * 2 ** 20) }, ['error GO.MOD_SYNTAX go.mod:-']],
    ['what is wrong with go.work', { 'go.mod': SOUND, 'go.work': 'go 1.24\nuse .\nfrob\n' }, ['error GO.MOD_SYNTAX go.work:3']],
    ['nothing of what a newer Go may know', { 'go.mod': 'module m\ngo 1.99\nfrob x\n' }, ['info GO.MOD_SYNTAX go.mod:3']],
    ['nothing of lines between merge marks', { 'go.mod': `${SOUND}<<<<<<< a\nfrob\n` }, []],
  ])('says %s', async (_, files, expected) => {
    expect(await judged(moduleFile, { files })).toEqual(expected);
  });

  it('only warns about a module that is not built here, and lets an empty go.mod be a fence', async () => {
    const files = {
      'go.mod': SOUND,
      'a/go.mod': 'frob\n',
      'b/go.mod': '// a fence\n',
      'c/testdata/go.mod': 'frob',
      '_d/go.mod': 'frob',
    };
    expect(await judged(moduleFile, { files })).toEqual(['warning GO.MOD_SYNTAX a/go.mod:1']);
  });

  it('blocks for the only module of a repository, wherever it is', async () => {
    expect(await judged(moduleFile, { files: { 'backend/go.mod': 'frob\n' } })).toEqual(['error GO.MOD_SYNTAX backend/go.mod:1']);
    expect(await judged(moduleFile, { files: { 'a/go.mod': SOUND, 'b/go.mod': 'frob\n' } })).toEqual([
      'warning GO.MOD_SYNTAX b/go.mod:1',
    ]);
  });

  it('finds the module around the directory', async () => {
    const files = { 'go.mod': 'module m\nfrob\n', 'cmd/x/main.go': '' };
    expect(await judged(moduleFile, { files, directory: 'cmd/x' })).toEqual(['error GO.MOD_SYNTAX go.mod:2']);
  });
});

describe('merge-marks', () => {
  const marked = '<<<<<<< HEAD\n=======\n>>>>>>> main\n';

  it('names the first mark of each file', async () => {
    const files = {
      'go.mod': `${SOUND}${marked}`,
      'go.sum': `${sumOf('example.com/a v1.0.0')}${marked}`,
      'go.work': `${marked}go 1.24\nuse .\n`,
    };
    expect(await judged(mergeMarks, { files })).toEqual([
      'error MERGE.MARKS go.mod:4',
      'error MERGE.MARKS go.sum:3',
      'error MERGE.MARKS go.work:1',
    ]);
  });

  it('only warns of modules.txt, whose marks go passes over, and of the go.sum beside it', async () => {
    const files = { 'go.mod': SOUND, 'go.sum': marked, 'vendor/modules.txt': `# a v1.0.0\n${marked}` };
    expect(await judged(mergeMarks, { files })).toEqual([
      'warning MERGE.MARKS go.sum:1',
      'warning MERGE.MARKS vendor/modules.txt:2',
    ]);
    const work = { 'go.work': 'go 1.24\nuse ./a\n', 'go.work.sum': marked, 'a/go.mod': SOUND };
    expect(await judged(mergeMarks, { files: work })).toEqual(['error MERGE.MARKS go.work.sum:1']);
    const vendored = { ...work, 'vendor/modules.txt': '## workspace\n' };
    expect(await judged(mergeMarks, { files: vendored })).toEqual(['warning MERGE.MARKS go.work.sum:1']);
  });

  it('takes a row of marks in other places for text', async () => {
    const files = { 'go.mod': `${SOUND}// <<<<<<< no\n// ========\n`, 'go.sum': sumOf('example.com/a v1.0.0') };
    expect(await judged(mergeMarks, { files })).toEqual([]);
  });
});

describe('module-versions', () => {
  it('names what is no version of its path', async () => {
    const files = {
      'go.mod': `${SOUND}require example.com/a main\nrequire example.com/b v2.0.0\nreplace example.com/c => example.com/d latest\n`,
    };
    const lines = [4, 5, 6].map(line => `error GO.MOD_VERSION go.mod:${line}`);
    expect(await judged(moduleVersions, { files })).toEqual(lines);
  });

  it('only warns where go may ask what is meant: in a workspace, and with -mod=mod', async () => {
    const text = `${SOUND}require example.com/a v1\nrequire example.com/b v2.0.0\nreplace example.com/c => example.com/d latest\n`;
    const expected = ['warning GO.MOD_VERSION go.mod:4', 'error GO.MOD_VERSION go.mod:5', 'warning GO.MOD_VERSION go.mod:6'];
    expect(await judged(moduleVersions, { files: { 'go.mod': text, 'go.work': 'go 1.24\nuse .\n' } })).toEqual(expected);
    expect(await judged(moduleVersions, { files: { 'go.mod': text }, settings: { GOFLAGS: '-mod=mod' } })).toEqual(expected);
    const work = { 'go.mod': SOUND, 'go.work': 'go 1.24\nuse .\nreplace example.com/c => example.com/d latest\n' };
    expect(await judged(moduleVersions, { files: work })).toEqual(['warning GO.MOD_VERSION go.work:3']);
  });

  it('accepts every form of a canonical version', async () => {
    const files = {
      'go.mod': `${SOUND}require (\n a.b/c v2.0.0+incompatible\n gopkg.in/x.v1 v0.0.0-20240101000000-abcdefabcdef\n a.b/c/v3 v3.0.0-rc1\n)\n`,
    };
    expect(await judged(moduleVersions, { files })).toEqual([]);
  });
});

describe('requirements-agree', () => {
  const twice = `${SOUND}require example.com/a v1.0.0\nrequire example.com/a v1.1.0\n`;
  const excluded = `${SOUND}require example.com/a v1.0.0\nexclude example.com/a v1.0.0\n`;

  it('names the second version, and the exclusion of a required one', async () => {
    expect(await judged(requirementsAgree, { files: { 'go.mod': twice } })).toEqual(['error GO.MOD_OUTDATED go.mod:5']);
    expect(await judged(requirementsAgree, { files: { 'go.mod': excluded } })).toEqual(['error GO.MOD_OUTDATED go.mod:5']);
  });

  it('has nothing against the same line twice, or the exclusion of another version', async () => {
    const files = {
      'go.mod': `${SOUND}require example.com/a v1.0.0\nrequire example.com/a v1.0.0\nexclude example.com/a v1.2.0\n`,
    };
    expect(await judged(requirementsAgree, { files })).toEqual([]);
  });

  it('only warns where go may change go.mod, and is silent in a workspace', async () => {
    const settings = { GOFLAGS: '-mod=mod' };
    expect(await judged(requirementsAgree, { files: { 'go.mod': twice }, settings })).toEqual([
      'warning GO.MOD_OUTDATED go.mod:5',
    ]);
    expect(await judged(requirementsAgree, { files: { 'go.mod': twice, 'go.work': 'go 1.24\nuse .\n' } })).toEqual([]);
  });
});

describe('replaced-directories', () => {
  const replacing = (comment: string, rest = '') =>
    `${SOUND}require example.com/a v1.0.0${comment}\nreplace example.com/a => ../a\n${rest}`;
  const inB = (text: string, others: Readonly<Record<string, string>> = {}) => ({
    files: { 'b/go.mod': text, ...others },
    directory: 'b',
  });

  it('blocks where a direct requirement leads nowhere, or to no module', async () => {
    expect(await judged(replacedDirectories, inB(replacing('')))).toEqual(['error GO.REPLACE_MISSING b/go.mod:5']);
    expect(await judged(replacedDirectories, inB(replacing(''), { 'a/a.go': '' }))).toEqual([
      'error GO.REPLACE_MISSING b/go.mod:5',
    ]);
    expect(await judged(replacedDirectories, inB(replacing(''), { 'a/go.mod': 'module example.com/a\n' }))).toEqual([]);
  });

  it('warns of an indirect one, and tells of one that nobody requires', async () => {
    expect(await judged(replacedDirectories, inB(replacing(' // indirect')))).toEqual(['warning GO.REPLACE_MISSING b/go.mod:5']);
    const unused = `${SOUND}replace example.com/a => ../a\n`;
    expect(await judged(replacedDirectories, inB(unused))).toEqual(['info GO.REPLACE_MISSING b/go.mod:4']);
  });

  it('looks at the replacement that counts', async () => {
    const specific = replacing('', 'replace example.com/a v1.0.0 => example.com/c v1.0.0\n');
    expect(await judged(replacedDirectories, inB(specific))).toEqual(['info GO.REPLACE_MISSING b/go.mod:5']);
  });

  it('has nothing to say where go reads no directory: vendored, or used by go.work', async () => {
    expect(await judged(replacedDirectories, inB(replacing(''), { 'b/vendor/modules.txt': '' }))).toEqual([]);
    const work = { 'go.work': 'go 1.24\nuse ./b\nuse ./elsewhere/a\n', 'elsewhere/a/go.mod': 'module example.com/a\n' };
    expect(await judged(replacedDirectories, inB(replacing(''), work))).toEqual([]);
  });

  it('blocks in a workspace also where another of its modules requires what is replaced', async () => {
    const files = {
      'b/go.mod': `${SOUND}replace example.com/a => ../a\n`,
      'c/go.mod': 'module example.com/c\n\ngo 1.24\nrequire example.com/a v1.0.0\n',
    };
    expect(await judged(replacedDirectories, { files })).toEqual(['info GO.REPLACE_MISSING b/go.mod:4']);
    expect(await judged(replacedDirectories, { files: { ...files, 'go.work': 'go 1.24\nuse ./b\nuse ./c\n' } })).toEqual([
      'error GO.REPLACE_MISSING b/go.mod:4',
    ]);
  });

  it('follows replacements of go.work from where it stands', async () => {
    const work = (to: string) => ({
      'go.work': `go 1.24\nuse ./b\nreplace example.com/a => ${to}\n`,
      'a/go.mod': 'module example.com/a\n',
    });
    const module = `${SOUND}require example.com/a v1.0.0\n`;
    expect(await judged(replacedDirectories, inB(module, work('./a')))).toEqual([]);
    expect(await judged(replacedDirectories, inB(module, work('./x')))).toEqual(['error GO.REPLACE_MISSING go.work:3']);
  });
});

describe('replaced-outside', () => {
  it('warns of a module that was not checked out with the project', async () => {
    const files = { 'go.mod': `${SOUND}replace example.com/a => ../outside\n`, '../outside/go.mod': 'module example.com/a\n' };
    expect(await judged(replacedOutside, { files })).toEqual(['warning GO.REPLACE_OUTSIDE go.mod:4']);
  });

  it('has nothing against neighbours within it', async () => {
    const files = { 'b/go.mod': `${SOUND}replace example.com/a => ../a\n`, 'a/go.mod': 'module example.com/a\n' };
    expect(await judged(replacedOutside, { files, directory: 'b' })).toEqual([]);
  });
});

describe('project-whole', () => {
  it('tells where a limit ended the look', async () => {
    const facts = await factsOf({ files: { 'go.mod': SOUND, [`${'d/'.repeat(30)}go.mod`]: SOUND } });
    expect(projectWhole.judge(facts)).toMatchObject([{ code: 'PREFLIGHT.INCOMPLETE', severity: 'info' }]);
    expect(projectWhole.judge({ ...facts, incomplete: [] })).toEqual([]);
  });
});
