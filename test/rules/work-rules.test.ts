import { describe, expect, it } from 'vitest';
import { goWork } from '../../src/rules/go-work.ts';
import { workUses } from '../../src/rules/work-uses.ts';
import { workVersion } from '../../src/rules/work-version.ts';
import { factsOf, judged, told } from '../fakes/project.ts';

const module = (name: string, go = '1.24') => `module example.com/${name}\n\ngo ${go}\n`;

describe('work-version', () => {
  it.each([
    ['go 1.22\nuse ./a\n', ['error GO.WORK_VERSION go.work:1']],
    ['use ./a\n', ['error GO.WORK_VERSION go.work:1']],
    ['\ngo 1.24rc1\nuse ./a\n', []],
    ['go 1.24\nuse ./a\n', []],
    ['go 1.25\nuse ./a\n', []],
  ])('%j beside go 1.24', async (text, expected) => {
    expect(await judged(workVersion, { files: { 'go.work': text, 'a/go.mod': module('a') } })).toEqual(expected);
  });

  it('is not asked of old modules, or of modules that are not used', async () => {
    const files = { 'go.work': 'go 1.18\nuse ./a\n', 'a/go.mod': module('a', '1.20'), 'b/go.mod': module('b') };
    expect(await judged(workVersion, { files })).toEqual([]);
  });
});

describe('go-work', () => {
  it('names a GOWORK at which there is no file, where modules are built', async () => {
    const judge = (GOWORK: string, files: Readonly<Record<string, string>>) => judged(goWork, { files, settings: { GOWORK } });
    const files = { 'a/go.mod': module('a'), 'a/go.work': 'go 1.24\nuse .\n' };
    expect(await judge('/project/a/go.work', files)).toEqual([]);
    expect(await judge('/project/nowhere/go.work', files)).toEqual(['error GO.ENV -:-']);
    expect(await judge('/project/a', files)).toEqual(['error GO.ENV -:-']);
    expect(await judge('/project/nowhere/go.work', {})).toEqual([]);
  });
});

describe('work-uses', () => {
  it('names what leads nowhere or twice to one place', async () => {
    const files = { 'go.work': 'go 1.24\nuse (\n\t./a\n\t./nowhere\n\ta/../a\n)\n', 'a/go.mod': module('a') };
    expect(await judged(workUses, { files })).toEqual(['error GO.WORK_USE go.work:4', 'error GO.WORK_USE go.work:5']);
  });

  it('only warns where no module is there at all', async () => {
    expect(await judged(workUses, { files: { 'go.work': 'go 1.24\nuse .\n' } })).toEqual(['warning GO.WORK_USE go.work:2']);
  });

  it('warns when the module of the directory is not used, and tells of the others', async () => {
    const files = {
      'go.work': 'go 1.24\nuse ./a\n',
      'a/go.mod': module('a'),
      'b/go.mod': module('b'),
      'b/c/go.mod': module('c'),
    };
    expect(await judged(workUses, { files, directory: 'b' })).toEqual([
      'warning GO.WORK_USE go.work:-',
      'info GO.WORK_USE go.work:-',
    ]);
    expect(await judged(workUses, { files, directory: 'a' })).toEqual([]);
    expect(await judged(workUses, { files })).toEqual(['info GO.WORK_USE go.work:-']);
  });

  it('names a required path that nobody can fetch, and how its own module takes its place', async () => {
    const required = `${module('a')}require lib v0.0.0\nrequire example.com/CON v1.0.0 // indirect\nrequire example.com/x v1.0.0\n`;
    const files = {
      'go.work': 'go 1.24\nuse ./a\nuse ./lib\n',
      'a/go.mod': required,
      'lib/go.mod': 'module lib\n\ngo 1.24\n',
    };
    const found = workUses.judge(await factsOf({ files }));
    expect(found.map(told)).toEqual(['error GO.WORK_USE a/go.mod:4', 'error GO.WORK_USE a/go.mod:5']);
    expect(found.map(({ fixes }) => fixes[0]?.text)).toEqual(['go work edit -replace=lib@v0.0.0=./lib', undefined]);
    const replaced = { ...files, 'lib/go.mod': `${files['lib/go.mod']}replace example.com/CON => ../x\n` };
    expect(
      await judged(workUses, { files: { ...replaced, 'go.work': `${files['go.work']}replace lib v0.0.0 => ./lib\n` } }),
    ).toEqual([]);
    const ofGo = { ...files, 'a/go.mod': `${module('a')}require go v1.24.0\n` };
    expect(await judged(workUses, { files: ofGo })).toEqual([]);
    expect(await judged(workUses, { files: { ...files, 'vendor/modules.txt': '## workspace\n' } })).toEqual([]);
  });

  it('is silent when go.work is switched off, or another one is named', async () => {
    const files = { 'go.work': 'go 1.24\nuse ./x\nuse ./a\n', 'a/go.mod': module('a'), 'other/go.work': 'go 1.24\nuse ../a\n' };
    expect(await judged(workUses, { files, settings: { GOWORK: 'off' } })).toEqual([]);
    expect(await judged(workUses, { files, settings: { GOWORK: '/project/other/go.work' } })).toEqual([]);
  });
});
