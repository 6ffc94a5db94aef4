import { describe, expect, it } from 'vitest';
import { vendorConsistent } from '../../src/rules/vendor-consistent.ts';
import { factsOf, judged } from '../fakes/project.ts';

const MOD = 'module example.com/m\n\ngo 1.24\n\nrequire example.com/a v1.0.0\nreplace example.com/b => ../b\n';
const TXT = '# example.com/a v1.0.0\n## explicit; go 1.20\nexample.com/a\n# example.com/b => ../b\n';
const judge = (mod: string, txt: string, more: Parameters<typeof judged>[1]['settings'] = {}) =>
  judged(vendorConsistent, { files: { 'go.mod': mod, 'vendor/modules.txt': txt }, settings: more });

describe('vendor-consistent', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['what go mod vendor wrote', MOD, TXT, []],
    [
      'another version',
      MOD.replace('v1.0.0', 'v1.1.0'),
      TXT,
      ['required, but not marked explicit in modules.txt', 'marked explicit in modules.txt, but not required'],
    ],
    [
      'a requirement that is not explicit',
      MOD,
      TXT.replace('## explicit; go 1.20\n', ''),
      ['required, but not marked explicit in modules.txt'],
    ],
    [
      'a module that is not required any more',
      MOD.replace(/require.*/u, ''),
      TXT,
      ['marked explicit in modules.txt, but not required'],
    ],
    [
      'a replacement that is not marked',
      MOD,
      TXT.replace(/# example.com\/b.*/u, ''),
      ['replaced, but not marked so in modules.txt'],
    ],
    ['another replacement', MOD, TXT.replace('../b', '../c'), ['replaced by ../b, but in modules.txt by ../c']],
    ['a replacement that is gone', MOD.replace(/replace.*/u, ''), TXT, ['marked as replaced in modules.txt, but not replaced']],
    [
      'an empty modules.txt',
      MOD,
      '',
      ['required, but not marked explicit in modules.txt', 'replaced, but not marked so in modules.txt'],
    ],
  ])('sees %s', async (_, mod, txt, expected) => {
    const facts = await factsOf({ files: { 'go.mod': mod, 'vendor/modules.txt': txt } });
    const evidence = vendorConsistent.judge(facts).flatMap(finding => finding.evidence);
    const differences = evidence.filter(({ name }) => name !== 'differences').map(({ value }) => value);
    expect(differences).toEqual(expected);
    expect(evidence.find(({ name }) => name === 'differences')?.value).toBe(
      expected.length === 0 ? undefined : String(expected.length),
    );
  });

  it('names the line of the go.mod, or that of modules.txt', async () => {
    expect(await judge(MOD.replace('v1.0.0', 'v1.1.0'), TXT)).toEqual(['error GO.VENDOR go.mod:5']);
    expect(await judge(MOD.replace(/require.*/u, ''), TXT)).toEqual(['error GO.VENDOR vendor/modules.txt:1']);
  });

  it('is silent where go does not build from it', async () => {
    const stale = MOD.replace('v1.0.0', 'v1.1.0');
    expect(await judge(stale, TXT, { GOFLAGS: '-mod=readonly' })).toEqual([]);
    expect(await judge(stale.replace('go 1.24', 'go 1.13'), TXT)).toEqual([]);
    expect(await judge(stale.replace('go 1.24', ''), TXT)).toEqual([]);
    expect(await judge(stale, `## workspace\n${TXT}`)).toEqual([]);
    expect(await judge(stale.replace('go 1.24', ''), TXT, { GOFLAGS: '-mod=vendor' })).toEqual(['error GO.VENDOR go.mod:5']);
  });

  it('is content with a module that replaces itself, which go does not', async () => {
    const text = `${MOD}replace example.com/m => ../m\n`;
    expect(await judge(text, TXT)).toEqual([]);
    expect(await judge(text.replace('m =>', 'm v1.0.0 =>'), TXT)).toEqual(['error GO.VENDOR go.mod:7']);
  });

  it('asks less of what was made before Go 1.14, and is used by -mod=vendor', async () => {
    const old = MOD.replace('go 1.24', 'go 1.13');
    const txt = '# example.com/a v1.0.0\nexample.com/a\n';
    const forced = { GOFLAGS: '-mod=vendor' };
    expect(await judge(old, txt, forced)).toEqual([]);
    expect(await judge(old, '', forced)).toEqual([]);
    expect(await judge(old.replace('a v1.0.0', 'a v1.1.0'), txt, forced)).toEqual(['error GO.VENDOR go.mod:5']);
    expect(await judge(`${old}replace example.com/a v1.0.0 => ../a\n`, txt, forced)).toEqual(['error GO.VENDOR go.mod:7']);
    expect(await judge(`${old}replace example.com/a v0.9.0 => ../a\n`, txt, forced)).toEqual([]);
  });

  it('names a directory without modules.txt, if something is required', async () => {
    expect(await judged(vendorConsistent, { files: { 'go.mod': MOD, 'vendor/x/x.php': '' } })).toEqual([
      'error GO.VENDOR go.mod:5',
    ]);
    expect(await judged(vendorConsistent, { files: { 'go.mod': 'module m\ngo 1.24\n', 'vendor/x/x.php': '' } })).toEqual([]);
  });

  it('compares that of a workspace with all its modules, paths as seen from go.work', async () => {
    const files = {
      'go.work': 'go 1.24\nuse ./m\nuse ./n\n',
      'm/go.mod': MOD,
      'n/go.mod': 'module example.com/n\ngo 1.24\nrequire example.com/c v1.0.0\n',
      'vendor/modules.txt': `## workspace\n${TXT.replace('../b', './b')}# example.com/c v1.0.0\n## explicit\nexample.com/c\n`,
    };
    expect(await judged(vendorConsistent, { files })).toEqual([]);
    const stale = { ...files, 'n/go.mod': files['n/go.mod'].replace('v1.0.0', 'v1.2.0') };
    expect(await judged(vendorConsistent, { files: stale })).toEqual(['error GO.VENDOR n/go.mod:3']);
  });
});
