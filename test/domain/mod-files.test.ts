import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/domain/go-mod-file.ts';
import { parseGoSum } from '../../src/domain/go-sum-file.ts';
import { parseGoWork } from '../../src/domain/go-work-file.ts';
import { parseVendorModules } from '../../src/domain/vendor-modules.ts';
import { h1 } from '../fakes/project.ts';

const source = (text: string) => ({ file: 'f', sizeBytes: text.length, text });
const goMod = (...lines: readonly string[]) => parseGoMod(source(lines.join('\n')));
const kinds = (facts: { readonly problems: readonly { readonly kind: string; readonly line: number }[] }) =>
  facts.problems.map(({ kind, line }) => `${kind} ${line}`);

describe('a go.mod', () => {
  it('is read with blocks, single lines, quotes, comments and CRLF', () => {
    const facts = goMod(
      'module "example.com/m" // why\r',
      'go 1.24.0',
      'toolchain go1.24.3\r',
      'require (\r',
      '\texample.com/a v1.0.0 // indirect; for now',
      '\t"example.com/b/v2"\tv2.1.0//indirect',
      ')',
      'require example.com/c v1.0.0 // not indirect',
      'exclude example.com/d v1.0.0',
      'replace example.com/a => ../a',
      'replace ( )',
      'replace (',
      ' example.com/e v1.2.3 => example.com/f v1.0.0',
      ') // end',
      'retract [v1.0.0, v1.9.0]',
      'tool example.com/a/cmd/x',
      'ignore ./node_modules',
      'godebug default=go1.21',
    );
    expect(facts).toEqual({
      file: 'f',
      sizeBytes: facts.sizeBytes,
      module: { text: 'example.com/m', line: 1 },
      go: { text: '1.24.0', line: 2 },
      toolchain: { text: 'go1.24.3', line: 3 },
      requires: [
        { path: 'example.com/a', version: 'v1.0.0', indirect: true, line: 5 },
        { path: 'example.com/b/v2', version: 'v2.1.0', indirect: true, line: 6 },
        { path: 'example.com/c', version: 'v1.0.0', indirect: false, line: 8 },
      ],
      excludes: [{ path: 'example.com/d', version: 'v1.0.0', line: 9 }],
      replaces: [
        { path: 'example.com/a', version: undefined, newPath: '../a', newVersion: undefined, line: 10 },
        { path: 'example.com/e', version: 'v1.2.3', newPath: 'example.com/f', newVersion: 'v1.0.0', line: 13 },
      ],
      tools: [{ text: 'example.com/a/cmd/x', line: 16 }],
      godebugs: [{ text: 'default=go1.21', line: 18 }],
      problems: [],
    });
  });

  it.each([
    ['module a b', 'syntax 1'],
    ['module m\nmodule n', 'syntax 2'],
    ['go 1.21.0.1', 'syntax 1'],
    ['go v1.21', 'syntax 1'],
    ['toolchain 1.24', 'toolchain 1'],
    ['frobnicate x', 'directive 1'],
    ['frob (\n a b\n)', 'directive 1'],
    ['require (\n example.com/a v1.0.0', 'syntax 1'],
    ['require (\n) x', 'syntax 2'],
    ['require example.com/a', 'syntax 1'],
    ['require example.com/a master', 'query 1'],
    ['require example.com/a v1.2', 'query 1'],
    ['require example.com/a v1.2.3+meta', 'query 1'],
    ['require example.com/a v2.0.0', 'version 1'],
    ['require example.com/a/v2 v1.0.0', 'version 1'],
    ['require gopkg.in/a v1.0.0', 'version 1'],
    ['require example.com/a v1.0.0-01', 'query 1'],
    ['replace example.com/a => b', 'syntax 1'],
    ['replace example.com/a => ../b v1.0.0', 'syntax 1'],
    ['replace example.com/a => example.com/b main', 'query 1'],
    ['retract [v1.0.0 v1.1.0]', 'syntax 1'],
    ['retract v1', 'version 1'],
    ['tool `raw`', 'syntax 1'],
    ['tool "open', 'syntax 1'],
    ['tool "\\q"', 'syntax 1'],
    ['godebug x', 'syntax 1'],
    ['/* no */', 'syntax 1'],
    ['\ufeffmodule m', 'syntax 1'],
    ['module m\n<<<<<<< HEAD\ngo 1.24\n=======\n>>>>>>> b', 'merge-mark 2,merge-mark 4,merge-mark 5'],
  ])('with %j has the problem %s', (text, expected) => {
    expect(kinds(goMod(text)).join(',')).toBe(expected);
  });

  it.each(['v2.0.0+incompatible', 'v0.0.0-20240101000000-abcdefabcdef', 'v1.0.0-rc.1'])('may require %s', version => {
    expect(goMod(`require example.com/a ${version}`)).toMatchObject({ problems: [], requires: [{ version }] });
  });

  it('hides credentials in the line of a problem, and cuts it', () => {
    const [problem] = goMod(`replace a => https://user:secret@host/${'x'.repeat(500)} b c`).problems;
    expect(problem?.text).not.toContain('secret');
    expect(problem?.text.length).toBeLessThan(130);
  });

  it('names at most twenty problems', () => {
    expect(goMod(...Array.from({ length: 100 }, () => 'bad line here')).problems).toHaveLength(20);
  });

  it('is read back as it was written', () => {
    const version = fc.tuple(fc.nat(1), fc.nat(99), fc.nat(99)).map(parts => `v${parts.join('.')}`);
    const path = fc.stringMatching(/^[a-z]{1,8}\.[a-z]{2}\/[a-z]{1,8}$/u);
    const required = fc.record({ path, version, indirect: fc.boolean() });
    fc.assert(
      fc.property(fc.array(required, { maxLength: 20 }), fc.boolean(), (requires, isBlock) => {
        const rows = requires.map(each => `${each.path} ${each.version}${each.indirect ? ' // indirect' : ''}`);
        const facts = isBlock ? goMod('require (', ...rows, ')') : goMod(...rows.map(row => `require ${row}`));
        expect(facts.requires).toEqual(requires.map((each, index) => ({ ...each, line: index + (isBlock ? 2 : 1) })));
        expect(facts.problems).toEqual([]);
      }),
    );
  });
});

describe('a go.work', () => {
  it('is read with its uses', () => {
    const facts = parseGoWork(source('go 1.24\nuse .\nuse (\n\t./a // first\n\t"./b c"\n)\nreplace example.com/a => ./x\n'));
    expect(facts).toMatchObject({
      go: { text: '1.24', line: 1 },
      uses: [
        { text: '.', line: 2 },
        { text: './a', line: 4 },
        { text: './b c', line: 5 },
      ],
      replaces: [{ path: 'example.com/a', newPath: './x', line: 7 }],
      problems: [],
    });
  });

  it('knows no require', () => {
    expect(kinds(parseGoWork(source('require example.com/a v1.0.0')))).toEqual(['directive 1']);
  });
});

describe('a go.sum', () => {
  it('is read with both kinds of lines, unusual white space and unknown hashes', () => {
    const text = `example.com/a v1.0.0 ${h1('a')}\n\n \texample.com/a  v1.0.0/go.mod\t${h1('b')}\r\nexample.com/c v1.0.0 h2:new\n`;
    expect(parseGoSum(source(text))).toMatchObject({
      lines: [
        { path: 'example.com/a', version: 'v1.0.0', isGoMod: false, hash: h1('a'), line: 1 },
        { path: 'example.com/a', version: 'v1.0.0', isGoMod: true, hash: h1('b'), line: 3 },
        { path: 'example.com/c', version: 'v1.0.0', isGoMod: false, hash: 'h2:new', line: 4 },
      ],
      problems: [],
    });
  });

  it('skips what an old Go wrote for an empty go.mod, as Go does', () => {
    const empty = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';
    expect(parseGoSum(source(`example.com/a v1.0.0/go.mod ${empty}\n`))).toMatchObject({ lines: [], problems: [] });
  });

  it.each([
    ['a v1.0.0', 'syntax 1'],
    [`a v1.0.0 ${h1('a')} more`, 'syntax 1'],
    ['a v1.0.0 h1:short', 'syntax 1'],
    [`a v1.0.0 ${h1('a')}\n||||||| base of it all\n`, 'merge-mark 2'],
  ])('with %j has the problem %s', (text, expected) => {
    expect(kinds(parseGoSum(source(text))).join(',')).toBe(expected);
  });

  it('is read back as it was written', () => {
    const line = fc.record({
      path: fc.stringMatching(/^[a-z]{1,9}\.x\/[a-z]+$/u),
      version: fc.constant('v1.2.3'),
      isGoMod: fc.boolean(),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(line), rows => {
        const text = rows.map(row => `${row.path} ${row.version}${row.isGoMod ? '/go.mod' : ''} ${h1(row.seed)}\n`).join('');
        const facts = parseGoSum(source(text));
        expect(facts.lines).toEqual(rows.map(({ seed, ...row }, index) => ({ ...row, hash: h1(seed), line: index + 1 })));
        expect(facts.problems).toEqual([]);
      }),
    );
  });
});

describe('a modules.txt', () => {
  it('is read as Go reads it', () => {
    const text = [
      '## workspace',
      '# example.com/a v1.0.0',
      '## explicit; go 1.21',
      'example.com/a/x',
      'example.com/a/y',
      '# example.com/b v1.0.0 => ../b',
      '## explicit',
      '# example.com/b => ../b',
      '# example.com/c v1.0.0 => example.com/d v1.1.0',
      '# something else',
      'example.com/lost',
    ].join('\n');
    const facts = parseVendorModules(source(text));
    expect(facts.isWorkspace).toBe(true);
    expect(facts.modules).toEqual([
      { path: 'example.com/a', version: 'v1.0.0', explicit: true, hasPackages: true, goVersion: '1.21', line: 2 },
      { path: 'example.com/b', version: 'v1.0.0', explicit: true, hasPackages: false, goVersion: undefined, line: 6 },
      { path: 'example.com/c', version: 'v1.0.0', explicit: false, hasPackages: false, goVersion: undefined, line: 9 },
    ]);
    expect(facts.replaces.map(each => [each.path, each.version, each.newPath, each.newVersion])).toEqual([
      ['example.com/b', 'v1.0.0', '../b', undefined],
      ['example.com/b', undefined, '../b', undefined],
      ['example.com/c', 'v1.0.0', 'example.com/d', 'v1.1.0'],
    ]);
  });
});

describe('whatever the bytes are', () => {
  const parsers = { parseGoMod, parseGoWork, parseGoSum, parseVendorModules };
  const piece = fc.constantFrom(
    'require',
    ' (',
    ')',
    '\n',
    '\r\n',
    '"',
    '`',
    '\\',
    '//',
    '/*',
    ' ',
    '\t',
    '=>',
    'v1.0.0',
    'h1:',
    '<<<<<<<',
    '# ',
    '## ',
    '[',
    ',',
    '\0',
    'é',
    'x',
  );
  const bytes = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
  );

  it.each(Object.entries(parsers))('%s never throws, and names lines that are there', (_, parse) => {
    fc.assert(
      fc.property(bytes, text => {
        const count = text.split('\n').length;
        for (const { line } of parse(source(text)).problems) expect(line >= 1 && line <= count).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['x', '"', '\\', '(', ' ', '/', '//', 'a ', '"a', '\n', '[v1', 'é', ';', 'v1.0.0-a.', '<'])(
    'many times %j take linear time',
    unit => {
      const text = `require ${unit.repeat(300_000 / unit.length)}`;
      const started = performance.now();
      for (const parse of Object.values(parsers)) parse(source(text));
      // Quadratic time would be minutes.
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
