import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersionFile } from '../../src/domain/version-file.ts';

/** `request @line`, or the code with its line. */
function read(path: string, text: string, gotoolchain?: string): string {
  const result = readVersionFile({ path, text, gotoolchain });
  if ('spec' in result) return `${result.spec.text} @${result.line}`;
  return `${result.finding.code} @${result.finding.location?.line ?? '-'}`;
}

describe('go.mod and go.work', () => {
  it.each([
    ['module m\n\ngo 1.24\n', '1.24 @3'],
    ['go 1.24.9', '1.24.9 @1'],
    ['go\t1.24', '1.24 @1'],
    ['  go   1.24  // why\r\n', '1.24 @1'],
    ['go 1.25rc1', '1.25rc1 @1'],
    ['go 1.24\ntoolchain go1.25.3', '1.25.3 @2'],
    ['go 1.24\ntoolchain\tgo1.25.3 // pin', '1.25.3 @2'],
    ['toolchain go1.25rc1\ngo 1.25', '1.25rc1 @1'],
    ['go 1.24\ntoolchain go1.25.3-custom', '1.25.3 @2'],
    ['go 1.24\ntoolchain go1.25.3 -custom', '1.25.3 @2'],
    ['go 1.24\ntoolchain default', '1.24 @1'],
    ['go 1.26\ntoolchain go1.25.3', '1.26 @1'],
    ['go 1.25.5\ntoolchain go1.25.3', '1.25.5 @1'],
    ['go 1.24\ngo 1.25', '1.24 @1'],
    ['// go 1.20\ngo 1.24', '1.24 @2'],
    ['require (\n\tgo 1.20\n)\ngo 1.24', '1.24 @4'],
    ['require example.com/go v1.2.3\ngo 1.24', '1.24 @2'],
    ['\uFEFFgo 1.24', '1.24 @1'],
  ])('of %j ask for %s', (text, request) => {
    expect(read('sub/go.mod', text)).toBe(request);
    expect(read('go.work', text)).toBe(request);
    expect(read('tools.go.mod', text)).toBe(request);
  });

  it('say which line spoke', () => {
    expect(readVersionFile({ path: 'go.mod', text: 'go 1.24' })).toMatchObject({ directive: 'go' });
    expect(readVersionFile({ path: 'go.mod', text: 'go 1.24\ntoolchain go1.25.3' })).toMatchObject({
      directive: 'toolchain',
      spec: { kind: 'exact' },
    });
  });

  it('lose their toolchain line where GOTOOLCHAIN is exactly local', () => {
    const text = 'go 1.24\ntoolchain go1.25.3\n';
    expect(read('go.mod', text, 'local')).toBe('1.24 @1');
    expect(read('go.mod', text, 'local+auto')).toBe('1.25.3 @2');
  });

  it.each([
    ['module m', 'INPUT.VERSION_FILE @-'],
    ['', 'INPUT.VERSION_FILE @-'],
    ['module m\ngo latest', 'INPUT.VERSION_FILE @2'],
    ['go >=1.24', 'INPUT.VERSION_FILE @1'],
    ['go v1.24', 'INPUT.VERSION_FILE @1'],
    ['go1.24', 'INPUT.VERSION_FILE @-'],
    ['go 1.24\ntoolchain latest', 'INPUT.VERSION_FILE @2'],
    ['go 1.24\ntoolchain go../../x', 'INPUT.VERSION_FILE @2'],
    ['module m\n<<<<<<< HEAD\ngo 1.24\n=======\ngo 1.25\n>>>>>>> x', 'INPUT.VERSION_FILE @2'],
  ])('of %j are refused', (text, outcome) => {
    expect(read('go.mod', text)).toBe(outcome);
  });
});

describe('.go-version', () => {
  it.each([
    ['1.26.8\n', '1.26.8 @1'],
    ['go1.24.9', 'go1.24.9 @1'],
    ['# comment\n\n// other\n 1.25 # why\n1.24', '1.25 @4'],
  ])('%j asks for %s', (text, request) => {
    expect(read('.go-version', text)).toBe(request);
  });

  it.each([
    ['# only a comment', 'INPUT.VERSION_FILE @-'],
    ['\nhello', 'INPUT.VERSION_FILE @2'],
  ])('%j is refused', (text, outcome) => {
    expect(read('.go-version', text)).toBe(outcome);
  });
});

describe('.tool-versions', () => {
  it.each([
    ['golang 1.24.9\n', '1.24.9 @1'],
    ['nodejs 20\n  go 1.24 # why\n', '1.24 @2'],
    ['golang\t1.24.9 1.22.0', '1.24.9 @1'],
    ['golang system ref:master 1.22.0', '1.22.0 @1'],
    ['golang latest:1.25', '1.25 @1'],
    ['#golang 1.20\ngolang 1.21.0', '1.21.0 @2'],
  ])('%j asks for %s', (text, request) => {
    expect(read('.tool-versions', text)).toBe(request);
  });

  it.each([
    ['nodejs 20', 'INPUT.VERSION_FILE @-'],
    ['\ngolang', 'INPUT.VERSION_FILE @2'],
    ['golang ref:master', 'INPUT.VERSION_FILE @1'],
  ])('%j is refused', (text, outcome) => {
    expect(read('.tool-versions', text)).toBe(outcome);
  });
});

describe('mise.toml', () => {
  it.each([
    ['[tools]\ngo = "1.26"', '1.26 @2'],
    ["[ tools ] # t\ngolang = '1.26' # why", '1.26 @2'],
    ['[env]\ngo = "x"\n[tools]\nnode = "20"\n"go" = ["1.26", "1.25"]', '1.26 @5'],
    ['tools.go = "prefix:1.25"', '1.25 @1'],
    ['[tools]\ngo = { version = "1.26.8", os = ["linux"] }', '1.26.8 @2'],
    ['[tools.go]\nversion = "1.26"', '1.26 @2'],
    ['[tasks.x]\nrun = """\n[tools]\ngo = "1.0"\n"""\n[tools]\ngo = "1.26"', '1.26 @7'],
    ["[tasks.x]\nrun = '''one line'''\n[tools]\ngo = 'latest'", 'latest @4'],
  ])('%j asks for %s', (text, request) => {
    expect(read('mise.toml', text)).toBe(request);
    expect(read('conf/.mise.local.toml', text)).toBe(request);
  });

  it.each([
    ['go = "1.26"', 'INPUT.VERSION_FILE @-'],
    ['[tools]\nnode = "20"', 'INPUT.VERSION_FILE @-'],
    ['[tools]\ngo = 1.26', 'INPUT.VERSION_FILE @2'],
    ['[tools]\ngo = [', 'INPUT.VERSION_FILE @2'],
    ['[tools]\ngo = "sub-1:latest"', 'INPUT.VERSION_FILE @2'],
    [`[tools]\ngo = "${'1'.repeat(5_000)}"`, 'INPUT.VERSION_FILE @2'],
  ])('%.40j is refused', (text, outcome) => {
    expect(read('mise.toml', text)).toBe(outcome);
  });
});

describe('.prototools', () => {
  it('asks at its top only', () => {
    expect(read('.prototools', 'node = "20"\ngo = "~1.26"\n')).toBe('~1.26 @2');
    expect(read('.prototools', '[settings]\ngo = "1.26"\n')).toBe('INPUT.VERSION_FILE @-');
  });
});

describe('any other file', () => {
  it('is the request as a whole', () => {
    expect(read('version.txt', '\n go1.26.8\n')).toBe('go1.26.8 @2');
    expect(read('version.txt', 'stable')).toBe('stable @1');
    expect(read('Dockerfile', 'FROM golang:1.26\n')).toBe('INPUT.VERSION_FILE @1');
    expect(read('empty', '')).toBe('INPUT.VERSION_FILE @1');
  });
});

describe('every file', () => {
  const paths = ['go.mod', 'go.work', '.go-version', '.tool-versions', 'mise.toml', '.prototools', 'x'];

  it('is refused when it is not text', () => {
    for (const path of paths) {
      expect(read(path, `go 1.24\n\0\u{1}`)).toBe('INPUT.VERSION_FILE @2');
      expect(read(path, Buffer.from('go 1.24', 'utf16le').toString('utf8'))).toBe('INPUT.VERSION_FILE @1');
    }
  });

  it('gives a request or a finding at a line that exists', () => {
    const piece = fc.constantFrom(
      'go',
      'golang',
      'toolchain',
      ' ',
      '\n',
      '\t',
      '1.26',
      '"',
      "'",
      '[',
      ']',
      'tools',
      '=',
      '#',
      '//',
      '(',
      ')',
      '{',
      '}',
      '.',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, content) => {
        const result = readVersionFile({ path, text: content });
        const line = 'spec' in result ? result.line : (result.finding.location?.line ?? 1);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(content.split(/\r\n?|\n/u).length);
      }),
    );
  });

  it('is read in proportion to its size', () => {
    for (const path of paths) {
      for (const unit of ['[ ', 'go = { version = "a" ', '"""', 'go.', '// ', 'go (', ' ', '#']) {
        expect(read(path, unit.repeat(300_000 / unit.length))).toMatch(/^INPUT\.VERSION_FILE/u);
      }
    }
  });
});
