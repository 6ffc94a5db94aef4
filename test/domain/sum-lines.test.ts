import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoSum } from '../../src/domain/go-sum-file.ts';
import { escapeModuleName, unescapeModuleName } from '../../src/domain/gosum.ts';
import { groupSums, provingSums } from '../../src/domain/sum-lines.ts';
import { parseVendorModules } from '../../src/domain/vendor-modules.ts';
import { ownerOf, vendoredSources } from '../../src/domain/vendored.ts';

const A = `h1:${'A'.repeat(43)}=`;
const B = `h1:${'B'.repeat(43)}=`;

const sumsOf = (text: string) => provingSums(parseGoSum({ file: 'go.sum', sizeBytes: text.length, text }));

describe('lines of a go.sum that prove something', () => {
  it('have their module, kind, hash and number; others are passed over', () => {
    const text = `example.com/a v1.0.0 ${A}\r\n<<<<<<<\nexample.com/a v1.0.0/go.mod ${B}\nexample.com/b v2.0.0+incompatible h2:x\n../x v1.0.0 ${A}\n`;
    expect(sumsOf(text)).toEqual([
      { path: 'example.com/a', version: 'v1.0.0', isGoMod: false, hash: A, file: 'go.sum', line: 1 },
      { path: 'example.com/a', version: 'v1.0.0', isGoMod: true, hash: B, file: 'go.sum', line: 3 },
    ]);
  });

  it.each(['/abs', 'a/../b', '..', 'a\\b', 'C:/x', `m/${'a'.repeat(1_000)}`])(
    'never name a place outside of the module cache (%s)',
    path => {
      expect(sumsOf(`${path} v1.0.0 ${A}\n`)).toEqual([]);
      expect(sumsOf(`m ${path} ${A}\nm v1/../../x ${A}\n`)).toEqual([]);
    },
  );

  it('come together by module, with every hash once', () => {
    const lines = sumsOf(`m v1.0.0 ${A}\nm v1.0.0 ${B}\nm v1.0.0 ${A}\nm v1.0.0/go.mod ${B}\n`);
    expect([...groupSums(lines)]).toMatchObject([['m@v1.0.0', { zipHashes: [A, B], modHashes: [B], line: { line: 1 } }]]);
  });

  it('never throw, and take linear time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500, unit: 'binary' }), text => void sumsOf(text)));
    const started = performance.now();
    sumsOf(`${'a'.repeat(2_000_000)} v1`);
    sumsOf(`m v1.0.0 ${A}\n`.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('names in the module cache', () => {
  it('are escaped and come back', () => {
    expect(escapeModuleName('github.com/BurntSushi/toml@v1.0.0-RC1')).toBe('github.com/!burnt!sushi/toml@v1.0.0-!r!c1');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9./-]{0,40}$/u), name => {
        expect(unescapeModuleName(escapeModuleName(name))).toBe(name);
      }),
    );
  });
});

describe('vendor/modules.txt', () => {
  it('lists modules and what stands in for them', () => {
    const text =
      '# a.com/x v1.0.0\n## explicit; go 1.20\na.com/x/y\n# a.com/x/y v2.0.0 => ./y\n# b.com/z v1.0.0 => c.com/z v1.1.0\n# b.com/z => c.com/z v1.1.0\n';
    const list = parseVendorModules({ file: 'modules.txt', sizeBytes: text.length, text });
    expect([...vendoredSources(list).values()]).toEqual([
      { path: 'a.com/x', source: 'a.com/x@v1.0.0' },
      { path: 'a.com/x/y', source: undefined },
      { path: 'b.com/z', source: 'c.com/z@v1.1.0' },
    ]);
  });

  it('gives a file to the module with the longest path', () => {
    const modules = new Map(['a.com/x', 'a.com/x/y'].map(path => [path, { path, source: path }]));
    expect(
      ['a.com/x/f.go', 'a.com/x/y/f.go', 'a.com/x/yy/f.go', 'b.com/f.go', 'f.go'].map(file => ownerOf(file, modules)?.path),
    ).toEqual(['a.com/x', 'a.com/x/y', 'a.com/x', undefined, undefined]);
  });
});
