import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeName, foldPath, problemOfPath } from '../../src/install/entry-name.ts';
import { codeOf } from '../fakes/failure-code.ts';

describe('names that are refused', () => {
  test.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['../x', 'dot part'],
    ['a/../../x', 'dot part'],
    ['a/./x', 'dot part'],
    ['a//x', 'empty part'],
    ['a/', 'empty part'],
    ['a\\..\\x', 'backslash'],
    ['C:/x', 'colon'],
    ['file.go:stream', 'colon'],
    ['a\0b', 'character that is not allowed'],
    ['a\nb', 'character that is not allowed'],
    ['a\u202eb', 'character that is not allowed'],
    ['a*', 'character that is not allowed'],
    ['a?b', 'character that is not allowed'],
    ['a|b', 'character that is not allowed'],
    ['a"b', 'character that is not allowed'],
    ['a<b', 'character that is not allowed'],
    ['a\ufffdb', 'character that is not allowed'],
    ['a./x', 'trailing dot or space'],
    ['a /x', 'trailing dot or space'],
    ['a...', 'trailing dot or space'],
    ['CON', 'device name'],
    ['src/nul', 'device name'],
    ['src/NUL/x', 'device name'],
    ['aux.go', 'device name'],
    ['COM1', 'device name'],
    ['lpt9.tar.gz', 'device name'],
    ['com¹', 'character that is not allowed'],
    ['x'.repeat(256), 'part too long'],
    [`${'é'.repeat(128)}`, 'part too long'],
    [Array(300).fill('abc').join('/'), 'too long'],
  ])('%j', (path, problem) => {
    expect(problemOfPath(path)).toBe(problem);
  });

  test('bytes that are not UTF-8 have no name', () => {
    expect(codeOf(() => decodeName(Buffer.from([0x67, 0xff, 0x6f])))).toBe('ARC.NAME');
    expect(decodeName(Buffer.from('go/Þ'))).toBe('go/Þ');
  });
});

describe('names that a Go archive has', () => {
  test.each([
    'VERSION',
    'src/cmd/go/internal/modfetch/zip_sum_test/testdata/zip_sums.csv',
    'test/fixedbugs/issue27836.dir/Þfoo.go',
    'src/cmd/go/testdata/mod/example.com_a!b_v1.0.0.txt',
    '.gitattributes',
    'src/console.go',
    'src/com10.go',
    'lib/time/zone info.zip',
    'src/internal/trace/testdata/fuzz/FuzzReader/4055b17cae1a3443',
  ])('%s', path => {
    expect(problemOfPath(path)).toBeUndefined();
  });
});

describe('properties', () => {
  test('a path that is accepted stays below its directory and is no other path on any system', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', 'CON', 'a', 'B.', 'x y', 'nul.txt', 'C:', 'a\\b'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        const path = parts.join('/');
        if (problemOfPath(path) !== undefined) return;
        expect(path).not.toMatch(/^\/|\\|:|\0|\/\//u);
        for (const name of path.split('/')) {
          expect(['', '.', '..']).not.toContain(name);
          expect(name).not.toMatch(/[. ]$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        }
      }),
    );
  });

  test('the short way for plain paths and the long way agree', () => {
    const plain = fc.stringMatching(/^[a-z0-9._\-/]{1,30}$/u);
    fc.assert(
      fc.property(plain, path => {
        // A letter outside ASCII in a part of its own takes the long way and changes nothing else.
        expect(problemOfPath(`é/${path}`) === undefined).toBe(problemOfPath(path) === undefined && !path.startsWith('/'));
      }),
    );
  });

  test.each([
    ['SRC/Foo.go', 'src/fOO.go'],
    ['\u00e9', 'e\u0301'],
    ['\u212a', 'k'],
    ['ﬁ', 'FI'],
  ])('%j and %j fold to one path', (a, b) => {
    expect(foldPath(a)).toBe(foldPath(b));
  });
});
