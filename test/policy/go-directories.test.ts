import { describe, expect, it } from 'vitest';
import { goDirectories, isAbsolutePath } from '../../src/policy/go-directories.ts';

const rows = (env: Readonly<Record<string, string>>, os = 'linux', set: Readonly<Record<string, string>> = {}) => {
  const settings = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, { value, origin: 'environment' as const }]),
  );
  return goDirectories({ env, os, settings }).map(({ name, value }) => `${name}=${value}`);
};

describe('goDirectories', () => {
  it('are the defaults of each system', () => {
    expect(rows({ HOME: '/h' })).toEqual([
      'GOPATH=/h/go',
      'GOCACHE=/h/.cache/go-build',
      'GOMODCACHE=/h/go/pkg/mod',
      'TMPDIR=/tmp',
      'HOME=/h',
    ]);
    expect(rows({ HOME: '/h', TMPDIR: '/t' }, 'darwin')).toContain('GOCACHE=/h/Library/Caches/go-build');
    expect(rows({ USERPROFILE: 'C:\\h', LOCALAPPDATA: 'C:\\l', TMP: 'C:\\t' }, 'win32')).toEqual([
      'GOPATH=C:\\h\\go',
      'GOCACHE=C:\\l\\go-build',
      'GOMODCACHE=C:\\h\\go\\pkg\\mod',
      'TMPDIR=C:\\t',
      'HOME=C:\\h',
    ]);
  });

  it('are those that are set, each entry of GOPATH for itself', () => {
    const set = { GOPATH: '/a::/b', GOCACHE: '/c', GOBIN: '/bin', GOTMPDIR: '/t' };
    expect(rows({ HOME: '/h', XDG_CACHE_HOME: '/x' }, 'linux', set)).toEqual([
      'GOPATH=/a',
      'GOPATH=/b',
      'GOBIN=/bin',
      'GOCACHE=/c',
      'GOMODCACHE=/a/pkg/mod',
      'GOTMPDIR=/t',
      'TMPDIR=/tmp',
      'HOME=/h',
    ]);
  });

  it('are few without a home', () => {
    expect(rows({})).toEqual(['TMPDIR=/tmp']);
  });
});

it.each([
  ['/a', 'linux', true],
  ['a', 'linux', false],
  ['C:\\a', 'linux', false],
  ['C:\\a', 'win32', true],
  ['c:/a', 'win32', true],
  ['C:a', 'win32', false],
  ['\\a', 'win32', false],
  ['\\\\host\\share\\a', 'win32', true],
])('the path %s on %s is absolute: %j', (path, os, expected) => {
  expect(isAbsolutePath(path, os)).toBe(expected);
});
