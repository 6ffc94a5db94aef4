import type { ProjectWords } from './project.ts';
import { casesOf, type RuleCase } from './rule-case.ts';

const relative = { isAbsolute: false, kind: 'missing', writable: undefined } as const;
const gopath = (value: string, row: object = {}): ProjectWords => ({
  set: { GOPATH: value },
  directories: { GOPATH: { value, ...row } },
});
const go = (position: number, path: string, version: string) => ({ position, path, version });
const OLD = go(0, '/usr/bin/go', '1.19.8');
const NEW = go(1, '/opt/go/bin/go', '1.26.8');

const atGoroot = (goRootVersion: string | undefined): ProjectWords => ({
  set: { GOROOT: '/opt/other' },
  directories: { GOROOT: {} },
  environment: { pathGos: [NEW], goRootVersion },
});

export const DIRECTORY_CASES: readonly RuleCase[] = [
  ...casesOf('go-path', [
    ['relative', gopath('go', relative), ['GO.ENV', 'error', 'GOPATH']],
    ['with ~', gopath('~/go', relative), ['GO.ENV', 'error', 'GOPATH']],
    ['a file', gopath('/x', { kind: 'file' }), ['GO.ENV', 'error', 'GOPATH']],
    ['GOROOT', { ...gopath('/go/'), set: { GOPATH: '/go/', GOROOT: '/go' } }, ['GO.ENV', 'warning', 'GOPATH']],
    ['below GOROOT', { ...gopath('/go/path'), set: { GOPATH: '/go/path', GOROOT: '/go' } }, ['GO.ENV', 'warning', 'GOPATH']],
    ['nested', nested('/a', '/a/b'), ['GO.ENV', 'warning', 'GOPATH']],
    ['two beside each other', nested('/a', '/ab')],
    ['absolute and missing', gopath('/home/new', { kind: 'missing' })],
  ]),
  ...casesOf('absolute-directories', [
    ['GOBIN', { set: { GOBIN: 'bin' }, directories: { GOBIN: { value: 'bin', ...relative } } }, ['GO.ENV', 'error', 'GOBIN']],
    ['GOCACHE', { set: { GOCACHE: 'c' }, directories: { GOCACHE: { value: 'c', ...relative } } }, ['GO.ENV', 'error', 'GOCACHE']],
    [
      'GOMODCACHE',
      { set: { GOMODCACHE: 'm' }, directories: { GOMODCACHE: { value: 'm', ...relative } } },
      ['GO.ENV', 'error', 'GOMODCACHE'],
    ],
    ['a file where the cache should be', { directories: { GOCACHE: { kind: 'file' } } }, ['GO.ENV', 'error', 'GOCACHE']],
    ['GOCACHE=off', { set: { GOCACHE: 'off' }, directories: { GOCACHE: { value: 'off', ...relative } } }],
    ['absolute ones', { directories: { GOBIN: { kind: 'missing' } } }],
  ]),
  ...casesOf('build-cache', [
    ['off', { set: { GOCACHE: 'off' } }, ['GO.ENV', 'error', 'GOCACHE']],
    ['no home', { directories: { GOCACHE: undefined, HOME: undefined } }, ['GO.ENV', 'error', 'HOME']],
    [
      'no home on Windows',
      { directories: { GOCACHE: undefined }, environment: { os: 'win32' } },
      ['GO.ENV', 'error', 'LOCALAPPDATA'],
    ],
    ['directories that were not looked at', { environment: { directories: [] } }],
    ['the usual place', {}],
  ]),
  ...casesOf('temporary-directory', [
    ['GOTMPDIR is missing', { directories: { GOTMPDIR: { kind: 'missing' } } }, ['GO.ENV', 'error', 'GOTMPDIR']],
    ['TMPDIR is missing', { directories: { TMPDIR: { kind: 'missing' } } }, ['GO.ENV', 'error', 'TMPDIR']],
    ['TMPDIR is a file', { directories: { TMPDIR: { kind: 'file' } } }, ['GO.ENV', 'error', 'TMPDIR']],
    ['only TMPDIR is missing', { directories: { GOTMPDIR: {}, TMPDIR: { kind: 'missing' } } }, ['GO.ENV', 'warning', 'TMPDIR']],
    ['both are there', { directories: { GOTMPDIR: {} } }],
  ]),
  ...casesOf('writable-directories', [
    ['the build cache', { directories: { GOCACHE: { writable: false } } }, ['FS.PERMISSION', 'error', 'GOCACHE']],
    [
      'a read-only disk',
      { directories: { TMPDIR: { writable: false, mountFlags: ['ro'] } } },
      ['FS.READ_ONLY', 'error', 'TMPDIR'],
    ],
    ['the module cache', { directories: { GOMODCACHE: { writable: false } } }, ['FS.PERMISSION', 'warning', 'GOMODCACHE']],
    [
      'GOPATH, and the module cache in it',
      { directories: { GOPATH: { writable: false }, GOMODCACHE: { writable: false } } },
      ['FS.PERMISSION', 'warning', 'GOPATH'],
    ],
    ['TMPDIR, which nothing uses', { directories: { GOTMPDIR: {}, TMPDIR: { writable: false } } }],
    ['what was not tried', { directories: { GOCACHE: { writable: undefined } } }],
  ]),
  ...casesOf('disk-room', [
    ['no bytes', { directories: { GOCACHE: { freeBytes: 0 } } }, ['FS.NO_SPACE', 'error', 'GOCACHE']],
    ['no inodes', { directories: { TMPDIR: { freeInodes: 0 } } }, ['FS.NO_SPACE', 'error', 'TMPDIR']],
    ['little', { directories: { GOMODCACHE: { freeBytes: 20 * 2 ** 20 } } }, ['FS.NO_SPACE', 'warning', 'GOMODCACHE']],
    [
      'one disk for two',
      { directories: { GOCACHE: { freeBytes: 2 ** 20 }, TMPDIR: { freeBytes: 2 ** 20 } } },
      ['FS.NO_SPACE', 'warning', 'GOCACHE'],
    ],
    ['a home that is full', { directories: { HOME: { freeBytes: 0 } } }],
    ['a disk that does not say', { directories: { GOCACHE: { freeBytes: undefined, freeInodes: undefined } } }],
  ]),
  ...casesOf('executable-temp', [
    ['noexec', { directories: { TMPDIR: { mountFlags: ['noexec'] } } }, ['FS.NOEXEC', 'warning', 'TMPDIR']],
    ['noexec on GOTMPDIR', { directories: { GOTMPDIR: { mountFlags: ['noexec'] } } }, ['FS.NOEXEC', 'warning', 'GOTMPDIR']],
    ['noexec, and GOTMPDIR elsewhere', { directories: { GOTMPDIR: {}, TMPDIR: { mountFlags: ['noexec'] } } }],
    ['read-only', { directories: { TMPDIR: { mountFlags: ['ro'] } } }],
  ]),
  ...casesOf('go-root', [
    ['missing', { set: { GOROOT: '/gone' }, directories: { GOROOT: { kind: 'missing' } } }, ['GO.ENV', 'error', 'GOROOT']],
    [
      'missing, before an installation that sets it',
      { set: { GOROOT: '/gone' }, directories: { GOROOT: { kind: 'missing' } }, version: '1.26.8' },
      ['GO.ENV', 'warning', 'GOROOT'],
    ],
    ['a directory', { set: { GOROOT: '/opt/go/' }, directories: { GOROOT: {} } }],
    ['not set', {}],
    ['of another version', atGoroot('1.25.5'), ['GO.VERSION_MIX', 'error', 'GOROOT']],
    [
      'of another version, while the go line makes go switch',
      { ...atGoroot('1.25.5'), go: '1.27.0' },
      ['GO.VERSION_MIX', 'warning', 'GOROOT'],
    ],
    [
      'of another version, while GOTOOLCHAIN makes go switch',
      { ...atGoroot('1.25.5'), request: { gotoolchain: 'go1.27.1' } },
      ['GO.VERSION_MIX', 'warning', 'GOROOT'],
    ],
    [
      'of another version, while GOTOOLCHAIN keeps go from switching',
      { ...atGoroot('1.25.5'), go: '1.27.0', request: { gotoolchain: 'local' } },
      ['GO.VERSION_MIX', 'error', 'GOROOT'],
    ],
    ['of the same version elsewhere', atGoroot('1.26.8')],
    ['of a version that is not known', atGoroot(undefined)],
    ['of another version, before an installation', { ...atGoroot('1.25.5'), version: '1.26.8' }],
  ]),
  ...casesOf('go-shadowed', [
    ['an older one in front', { environment: { pathGos: [OLD, NEW] } }, ['GO.SHADOWED', 'warning', '/usr/bin/go']],
    ['a range is to be installed', { environment: { pathGos: [OLD, NEW] }, request: { spec: '1.26' } }],
    ['an installation comes, and goes in front', { environment: { pathGos: [OLD, NEW] }, version: '1.26.8' }],
    ['an older one behind', { environment: { pathGos: [NEW, OLD] } }],
    ['one alone', { environment: { pathGos: [OLD] } }],
    ['versions that are not known', { environment: { pathGos: [{ ...OLD, version: undefined }, NEW] } }],
  ]),
];

function nested(first: string, second: string): ProjectWords {
  const base = {
    isAbsolute: true,
    kind: 'directory',
    writable: true,
    freeBytes: undefined,
    freeInodes: undefined,
    mountFlags: [],
  } as const;
  const directories = [first, second].map(value => ({ name: 'GOPATH', value, ...base }));
  return { set: { GOPATH: `${first}:${second}` }, environment: { directories } };
}
