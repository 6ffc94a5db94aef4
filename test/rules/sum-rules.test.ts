import { describe, expect, it } from 'vitest';
import { sumComplete } from '../../src/rules/sum-complete.ts';
import { sumConflicts } from '../../src/rules/sum-conflicts.ts';
import { sumLines } from '../../src/rules/sum-lines.ts';
import { factsOf, h1, judged, sumOf } from '../fakes/project.ts';

const MOD = 'module example.com/m\n\ngo 1.24\n\nrequire example.com/a v1.0.0\nrequire example.com/b v1.0.0 // indirect\n';
const [A, B] = ['example.com/a v1.0.0', 'example.com/b v1.0.0'];
const onlyMod = (name: string) => `${name}/go.mod ${h1(name)}\n`;

describe('sum-complete', () => {
  const judge = (sum: string | undefined, mod = MOD, more = {}) =>
    judged(sumComplete, { files: { 'go.mod': mod, ...(sum === undefined ? {} : { 'go.sum': sum }) }, ...more });

  it('wants the go.mod line of what is required, and likely that of the zip of what is required directly', async () => {
    expect(await judge(sumOf(A, B))).toEqual([]);
    expect(await judge(sumOf(A) + onlyMod(B))).toEqual([]);
    expect(await judge(onlyMod(A) + onlyMod(B))).toEqual(['warning GO.GOSUM_MISSING go.mod:5']);
    expect(await judge(`${A} ${h1('zip')}\n${onlyMod(B)}`)).toEqual(['error GO.GOSUM_MISSING go.mod:5']);
  });

  it('only warns of an indirect requirement, since Go 1.17', async () => {
    expect(await judge(sumOf(A))).toEqual(['warning GO.GOSUM_MISSING go.mod:6']);
    expect(await judge(sumOf(A), MOD.replace('1.24', '1.16'))).toEqual(['error GO.GOSUM_MISSING go.mod:6']);
  });

  it('names both apart, and a file that is not there once', async () => {
    expect(await judge('\n')).toEqual(['error GO.GOSUM_MISSING go.mod:5', 'warning GO.GOSUM_MISSING go.mod:6']);
    expect(await judge(undefined)).toEqual(['error GO.GOSUM_MISSING go.mod:5']);
    expect(await judge(undefined, 'module m\n\ngo 1.24\n')).toEqual([]);
  });

  it('lists what is missing, with the fix', async () => {
    const facts = await factsOf({ files: { 'go.mod': MOD, 'go.sum': sumOf(B) } });
    expect(sumComplete.judge(facts)).toMatchObject([
      {
        subject: 'example.com/m',
        evidence: [{ value: 'example.com/a@v1.0.0' }, { value: '1' }],
        fixes: [{ text: 'go mod tidy' }],
      },
    ]);
  });

  it('follows replacements, and wants nothing of a directory or of an excluded version', async () => {
    const replaced = `${MOD}replace example.com/a => example.com/fork v1.9.0\nreplace example.com/b v1.0.0 => ./b\n`;
    expect(await judge(sumOf('example.com/fork v1.9.0'), replaced)).toEqual([]);
    expect(await judge(sumOf(A), replaced)).toEqual(['error GO.GOSUM_MISSING go.mod:5']);
    expect(await judge(sumOf(B), `${MOD}exclude example.com/a v1.0.0\n`)).toEqual([]);
  });

  it.each(['-mod=mod', '-tags=x -mod=mod', "'-mod=mod'", '-modfile=other.mod', '-mod=vendor'])(
    'wants nothing with GOFLAGS=%s',
    async GOFLAGS => {
      expect(await judge(undefined, MOD, { settings: { GOFLAGS } })).toEqual([]);
    },
  );

  it('wants nothing of a workspace or of a vendored module', async () => {
    expect(await judged(sumComplete, { files: { 'go.mod': MOD, 'go.work': 'go 1.24\nuse .\n' } })).toEqual([]);
    expect(await judged(sumComplete, { files: { 'go.mod': MOD, 'vendor/modules.txt': '' } })).toEqual([]);
    const readonly = { settings: { GOFLAGS: '-mod=readonly' } };
    expect(await judged(sumComplete, { files: { 'go.mod': MOD, 'vendor/modules.txt': '' }, ...readonly })).toEqual([
      'error GO.GOSUM_MISSING go.mod:5',
    ]);
    const off = { settings: { GOWORK: 'off' } };
    expect(await judged(sumComplete, { files: { 'go.mod': MOD, 'go.work': 'go 1.24\nuse .\n' }, ...off })).toEqual([
      'error GO.GOSUM_MISSING go.mod:5',
    ]);
  });

  it('takes a byte order mark for a part of the first path, as go does, and says so', async () => {
    const sum = `\ufeff${onlyMod(A)}${A} ${h1('zip')}\n${sumOf(B)}`;
    expect(await judge(sum)).toEqual(['error GO.GOSUM_MISSING go.mod:5']);
    const [found] = sumComplete.judge(await factsOf({ files: { 'go.mod': MOD, 'go.sum': sum } }));
    expect(found?.evidence.at(-1)).toEqual({
      name: 'go.sum:1',
      value: 'begins with a byte order mark, which belongs to the path for go',
    });
    expect(await judged(sumLines, { files: { 'go.mod': MOD, 'go.sum': `\ufeff\n${sumOf(A, B)}` } })).toEqual([
      'error GO.GOSUM_MALFORMED go.sum:1',
    ]);
  });

  it('leaves a go.mod or go.sum that cannot be read to others', async () => {
    expect(await judge('a b\n')).toEqual([]);
    expect(await judge(undefined, `${MOD}frob\n`)).toEqual([]);
  });
});

describe('sum-lines', () => {
  it('names each bad line', async () => {
    const files = { 'go.mod': MOD, 'go.sum': `${sumOf(A)}two fields\n${B} h1:cut\n` };
    expect(await judged(sumLines, { files })).toEqual(['error GO.GOSUM_MALFORMED go.sum:3', 'error GO.GOSUM_MALFORMED go.sum:4']);
  });

  it.each([
    ['binary', Buffer.from([0, 1, 2])],
    ['too large', 'x'.repeat(9 * 2 ** 20)],
  ])('names a file that is %s', async (_, content) => {
    expect(await judged(sumLines, { files: { 'go.mod': MOD, 'go.sum': content } })).toEqual([
      'error GO.GOSUM_MALFORMED go.sum:-',
    ]);
  });

  it('reads those of a workspace too, and only warns where nothing is read', async () => {
    const work = {
      'go.work': 'go 1.24\nuse ./a\n',
      'a/go.mod': 'module a\n',
      'a/go.sum': 'x\n',
      'go.work.sum': 'y\n',
      'c/go.mod': 'module c\n',
      'c/go.sum': 'z\n',
    };
    expect(await judged(sumLines, { files: work })).toEqual([
      'error GO.GOSUM_MALFORMED a/go.sum:1',
      'warning GO.GOSUM_MALFORMED c/go.sum:1',
      'error GO.GOSUM_MALFORMED go.work.sum:1',
    ]);
    const vendored = { 'go.mod': MOD, 'go.sum': 'x\n', 'vendor/modules.txt': '' };
    expect(await judged(sumLines, { files: vendored })).toEqual(['warning GO.GOSUM_MALFORMED go.sum:1']);
    expect(await judged(sumLines, { files: { ...work, 'vendor/modules.txt': '## workspace\n' } })).toEqual([
      'warning GO.GOSUM_MALFORMED a/go.sum:1',
      'warning GO.GOSUM_MALFORMED c/go.sum:1',
      'warning GO.GOSUM_MALFORMED go.work.sum:1',
    ]);
  });

  it('has nothing against a sound one', async () => {
    expect(await judged(sumLines, { files: { 'go.mod': MOD, 'go.sum': `${sumOf(A, B)}\n` } })).toEqual([]);
  });
});

describe('sum-conflicts', () => {
  it('names the second hash', async () => {
    const sum = `${sumOf(A)}${A} ${h1('other')}\n${onlyMod(A)}`;
    const files = { 'go.mod': MOD, 'go.sum': sum };
    expect(await judged(sumConflicts, { files })).toEqual([
      'error GO.GOSUM_CONFLICT go.sum:3',
      'error GO.GOSUM_CONFLICT go.sum:4',
    ]);
    const evidence = sumConflicts.judge(await factsOf({ files }))[0]?.evidence.map(({ value }) => value);
    expect(evidence).toEqual([A, h1(A), h1('other')]);
  });

  it('has nothing against a line twice, or hashes of another kind', async () => {
    const files = { 'go.mod': MOD, 'go.sum': `${sumOf(A)}${sumOf(A)}${A} h2:new\n` };
    expect(await judged(sumConflicts, { files })).toEqual([]);
  });

  it('compares the files of a workspace, and keeps others apart', async () => {
    const other = `${A} ${h1('other')}\n`;
    const files = { 'a/go.mod': 'module a\n', 'a/go.sum': sumOf(A), 'b/go.mod': 'module b\n', 'b/go.sum': other };
    expect(await judged(sumConflicts, { files })).toEqual([]);
    const work = { ...files, 'go.work': 'go 1.24\nuse ./a\nuse ./b\n' };
    expect(await judged(sumConflicts, { files: work })).toEqual(['error GO.GOSUM_CONFLICT b/go.sum:1']);
    const vendored = { ...work, 'vendor/modules.txt': '## workspace\n' };
    expect(await judged(sumConflicts, { files: vendored })).toEqual(['warning GO.GOSUM_CONFLICT b/go.sum:1']);
  });
});
