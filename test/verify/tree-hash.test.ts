import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { parseGoVersion } from '../../src/domain/version.ts';
import { createTreeHasher, isTreeHash, moduleName, releasePathInModule } from '../../src/verify/tree-hash.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('module name', () => {
  test.each([
    ['1.26.8', 'linux', 'amd64', 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64'],
    ['1.20', 'windows', '386', 'golang.org/toolchain@v0.0.1-go1.20.windows-386'],
    ['1.21.0', 'linux', 'arm', 'golang.org/toolchain@v0.0.1-go1.21.0.linux-arm'],
    ['1.27rc2', 'darwin', 'arm64', 'golang.org/toolchain@v0.0.1-go1.27rc2.darwin-arm64'],
  ])('of %s for %s/%s is %s', (version, goos, goarch, name) => {
    const parsed = parseGoVersion(version);
    expect(parsed === undefined ? undefined : moduleName(parsed, { goos, goarch })).toBe(name);
  });
});

describe('path in the module', () => {
  test.each([
    ['VERSION', 'VERSION'],
    ['src/fmt/print.go', 'src/fmt/print.go'],
    ['src/go.mod', 'src/_go.mod'],
    ['go.mod', '_go.mod'],
    ['src/cmd/go/testdata/x/go.mod', 'src/cmd/go/testdata/x/_go.mod'],
    ['src/xgo.mod', 'src/xgo.mod'],
    ['src/go.mod.txt', 'src/go.mod.txt'],
    ['lib/api/x', 'lib/api/x'],
    ['doc', 'doc'],
    ['documents/x', 'documents/x'],
  ])('of %s is %s', (path, expected) => {
    expect(releasePathInModule(path)).toBe(expected);
  });

  test.each(['api/go1.txt', 'doc/initial/1.html', 'misc/wasm/go.mod', 'test/fixedbugs/a.go', '.github/SUPPORT.md'])(
    'does not exist for %s',
    path => {
      expect(releasePathInModule(path)).toBeUndefined();
    },
  );

  test('differs for different paths, so that _go.mod cannot stand in for go.mod', () => {
    const part = fc.constantFrom('go.mod', '_go.mod', '__go.mod', 'src', 'a');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'));
    fc.assert(fc.property(path, path, (a, b) => a === b || releasePathInModule(a) !== releasePathInModule(b)));
    expect(releasePathInModule('src/_go.mod')).not.toBe('src/_go.mod');
  });
});

describe('tree hash', () => {
  test('is the hash of one line per file, as Hash1 of dirhash makes them', () => {
    const lines = `${sha256('data for abc')}  m@v1/abc\n${sha256('data for xyz')}  m@v1/xyz\n`;
    const hasher = createTreeHasher('m@v1');
    hasher.add('xyz', sha256('data for xyz'));
    hasher.add('abc', sha256('data for abc'));
    expect(hasher.result()).toBe(`h1:${createHash('sha256').update(lines).digest('base64')}`);
    expect(hasher.count).toBe(2);
    expect(isTreeHash(hasher.result())).toBe(true);
  });

  test('does not depend on the order of adding, and sorts names by their bytes as Go does', () => {
    const names = fc.uniqueArray(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter(name => !name.includes('\n')),
    );
    fc.assert(
      fc.property(names, list => {
        const sorted = [...list].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const expected = createHash('sha256');
        for (const name of sorted) expected.update(`${sha256(name)}  m@v1/${name}\n`);
        const hasher = createTreeHasher('m@v1');
        for (const name of list) hasher.add(name, sha256(name));
        expect(hasher.result()).toBe(`h1:${expected.digest('base64')}`);
      }),
    );
    const astral = createTreeHasher('m@v1');
    for (const name of ['\u{1F600}', '\uFF5E']) astral.add(name, sha256(name));
    const lines = `${sha256('\uFF5E')}  m@v1/\uFF5E\n${sha256('\u{1F600}')}  m@v1/\u{1F600}\n`;
    expect(astral.result()).toBe(`h1:${createHash('sha256').update(lines).digest('base64')}`);
  });

  test('changes with any name and any content', () => {
    const of = (name: string, content: string): string => {
      const hasher = createTreeHasher('m@v1');
      hasher.add(name, sha256(content));
      return hasher.result();
    };
    expect(new Set([of('a', 'x'), of('b', 'x'), of('a', 'y')]).size).toBe(3);
  });

  test.each(['twice', 'line\nfeed'])('refuses a name that could make two trees look alike: %j', name => {
    const hasher = createTreeHasher('m@v1');
    hasher.add('twice', sha256('x'));
    expect(() => hasher.add(name, sha256('y'))).toThrow(Failure);
  });
});
