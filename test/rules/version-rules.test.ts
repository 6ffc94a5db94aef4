import { describe, expect, it } from 'vitest';
import { goLine } from '../../src/rules/go-line.ts';
import { goLineMinimum } from '../../src/rules/go-line-minimum.ts';
import { toolchainLine } from '../../src/rules/toolchain-line.ts';
import { versionFiles } from '../../src/rules/version-files.ts';
import { factsOf, judged } from '../fakes/project.ts';

const module = (...lines: readonly string[]) => ['module example.com/m', ...lines, ''].join('\n');
const asking = (spec: string, gotoolchain = 'local') => ({ spec, origin: { kind: 'input' } as const, gotoolchain });

describe('go-line', () => {
  it.each([
    ['1.27', '1.26', true],
    ['1.27', '1.26.8', true],
    ['1.26.9', '1.26.8', true],
    ['1.26.0', '1.26rc1', true],
    ['1.26.9', '1.26', false],
    ['1.26', '1.26rc1', false],
    ['1.26', '1.26.0', false],
    ['1.25', '1.26', false],
    ['1.9', '1.26', false],
    ['1.99', 'stable', false],
    ['1.99', '>=1.20', false],
  ])('go %s with a request for %s: blocked is %s', async (line, spec, isBlocked) => {
    const found = await judged(goLine, { files: { 'go.mod': module(`go ${line}`) }, request: asking(spec) });
    expect(found).toEqual(isBlocked ? ['error GO.TOOLCHAIN_LOCAL go.mod:2'] : []);
  });

  it('says who asks for what', async () => {
    const facts = await factsOf({ files: { 'go.mod': module('go 1.27') }, request: asking('1.26') });
    const [finding] = goLine.judge(facts);
    expect(finding).toMatchObject({ subject: 'example.com/m', message: 'go.mod requires go >= 1.27 (go-version asks 1.26)' });
    expect(finding?.fixes.map(({ text }) => text)).toEqual(["go-version: '1.27'", 'go 1.26']);
  });

  it.each([
    ['auto', 'warning'],
    ['go1.25.0+auto', 'warning'],
    ['path', 'warning'],
    ['go1.25.0', 'error'],
    ['go1.27.1', undefined],
  ])('with GOTOOLCHAIN=%s it is %s', async (setting, severity) => {
    const found = await judged(goLine, { files: { 'go.mod': module('go 1.27') }, request: asking('1.26', setting) });
    expect(found).toEqual(severity === undefined ? [] : [`${severity} GO.TOOLCHAIN_LOCAL go.mod:2`]);
  });

  it('judges by the Go on PATH when none is requested, and not at all when there is none', async () => {
    const files = { 'go.mod': module('go 1.27') };
    const settings = { GOTOOLCHAIN: 'local' };
    expect(await judged(goLine, { files, settings, goOnPath: 'go1.26.8' })).toEqual(['error GO.TOOLCHAIN_LOCAL go.mod:2']);
    expect(await judged(goLine, { files, settings, goOnPath: '1.27.0' })).toEqual([]);
    expect(await judged(goLine, { files, settings })).toEqual([]);
  });

  it('names go.work too, and only warns about a module that is not built here', async () => {
    const files = { 'go.work': 'use .\ngo 1.27\n', 'go.mod': module('go 1.25'), 'x/go.mod': module('', 'go 1.28') };
    expect(await judged(goLine, { files, request: asking('1.26') })).toEqual([
      'error GO.TOOLCHAIN_LOCAL go.work:2',
      'warning GO.TOOLCHAIN_LOCAL x/go.mod:3',
    ]);
  });
});

describe('a vendored module', () => {
  const files = {
    'go.mod': module('go 1.25'),
    'vendor/modules.txt': '# a.b/c v1.0.0\n## go 1.24\n# a.b/d v1.0.0\n## go 1.27\n# a.b/e v1.0.0\n',
  };

  it('that asks for more is named by its line in modules.txt', async () => {
    expect(await judged(goLine, { files, request: asking('1.26') })).toEqual(['error GO.TOOLCHAIN_LOCAL vendor/modules.txt:3']);
    expect(await judged(goLine, { files, request: asking('1.27') })).toEqual([]);
  });

  it('is not read where go does not build from it', async () => {
    const settings = { GOFLAGS: '-mod=readonly' };
    expect(await judged(goLine, { files, settings, request: asking('1.26') })).toEqual([]);
  });
});

describe('go-line-minimum', () => {
  it('tells of a line that may choose an old Go', async () => {
    expect(await judged(goLineMinimum, { files: { 'go.mod': module('go 1.16') } })).toEqual(['info VERSION.TOO_OLD go.mod:2']);
  });

  it('has nothing to say where another line or an input chooses, or the line is new enough', async () => {
    expect(await judged(goLineMinimum, { files: { 'go.mod': module('go 1.16') }, request: asking('1.26') })).toEqual([]);
    expect(await judged(goLineMinimum, { files: { 'go.mod': module('go 1.16', 'toolchain go1.26.0') } })).toEqual([]);
    expect(await judged(goLineMinimum, { files: { 'go.mod': module('go 1.21') } })).toEqual([]);
  });
});

describe('toolchain-line', () => {
  const judge = (lines: readonly string[], more = {}) =>
    judged(toolchainLine, { files: { 'go.mod': module(...lines) }, ...more });

  it.each([
    ['toolchain 1.24', 'error GO.TOOLCHAIN_CONFIG go.mod:3'],
    ['toolchain go1.24.1-', undefined],
    ['toolchain go1.24xx', 'warning GO.TOOLCHAIN_CONFIG go.mod:3'],
    ['toolchain go1.20.5', 'error GO.TOOLCHAIN_CONFIG go.mod:3'],
    ['toolchain go1.23.4', 'warning GO.TOOLCHAIN_CONFIG go.mod:3'],
    ['toolchain go1.24rc1', undefined],
    ['toolchain go1.24.0-custom', undefined],
    ['toolchain go1.24', 'error GO.TOOLCHAIN_CONFIG go.mod:3'],
    ['toolchain default', 'error GO.TOOLCHAIN_CONFIG go.mod:3'],
  ])('%s beside go 1.24 is %s', async (line, expected) => {
    expect(await judge(['go 1.24', line])).toEqual(expected === undefined ? [] : [expected]);
  });

  it('that go would drop does no harm in a workspace, and stops a build before Go 1.21 too', async () => {
    const files = { 'go.work': 'go 1.24\ntoolchain go1.20\nuse .\n', 'go.mod': module('go 1.24', 'toolchain go1.20') };
    expect(await judged(toolchainLine, { files })).toEqual([
      'warning GO.TOOLCHAIN_CONFIG go.work:2',
      'warning GO.TOOLCHAIN_CONFIG go.mod:3',
    ]);
    expect(await judge(['go 1.20', 'toolchain go1.19'])).toEqual(['error GO.TOOLCHAIN_CONFIG go.mod:3']);
    expect(await judge(['go 1.20', 'toolchain go1.21.0'])).toEqual([]);
    expect(await judge(['go 1.24', 'toolchain default'], { settings: { GOFLAGS: '-mod=mod' } })).toEqual([]);
  });

  it('that has no effect is told', async () => {
    const lines = ['go 1.25', 'toolchain go1.27.0'];
    expect(await judge(lines, { request: asking('1.26') })).toEqual(['info GO.TOOLCHAIN_CONFIG go.mod:3']);
    expect(await judge(lines, { request: asking('1.26', 'auto') })).toEqual([]);
    expect(await judge(lines, { request: asking('1.27') })).toEqual([]);
  });
});

describe('version-files', () => {
  const judge = (files: Readonly<Record<string, string>>) =>
    judged(versionFiles, { files: { 'go.mod': module('go 1.26.1'), ...files } });

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ '.go-version': '1.25.3\n' }, ['info VERSION.FILES_DISAGREE .go-version:1']],
    [{ '.tool-versions': 'nodejs 24\ngolang 1.26.0\n' }, ['info VERSION.FILES_DISAGREE .tool-versions:2']],
    [{ 'mise.toml': '[tools]\ngo = "1.25"\n' }, ['info VERSION.FILES_DISAGREE mise.toml:2']],
    [{ '.prototools': 'go = "1.26"\n', '.go-version': '1.27.0\n', '.tool-versions': 'golang latest\n' }, []],
    [{ '.go-version': '\n' }, []],
  ])('%j', async (files, expected) => {
    expect(await judge(files)).toEqual(expected);
  });
});
