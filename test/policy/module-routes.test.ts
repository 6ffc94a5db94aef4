import { describe, expect, it } from 'vitest';
import { moduleRoutes } from '../../src/policy/module-routes.ts';
import { usedAddresses } from '../../src/policy/used-addresses.ts';
import { type ProjectWords, project } from '../rules/project.ts';

const P = 'https://proxy.example.com';
const REPLACED = { path: 'a.test/x', version: undefined, newPath: '../x', newVersion: undefined, line: 9 };

/** `modules < from < verifiedBy` of each row. */
function rows(words: ProjectWords): readonly string[] {
  return moduleRoutes(project({ requires: ['a.test/x@v1.0.0'], ...words })).map(({ modules, from, verifiedBy }) =>
    [modules.join(' '), from.map(text => text.replace(/\/$/u, '')).join(' '), verifiedBy.replaceAll('.com/', '.com')].join(' < '),
  );
}

describe('a required module', () => {
  it.each<[string, ProjectWords, string]>([
    [
      'without settings',
      {},
      'the public Go module proxy direct < sum.golang.org through the public Go module proxy, or directly',
    ],
    ['with a proxy', { set: { GOPROXY: `${P},direct` } }, `${P} direct < sum.golang.org through ${P}, or directly`],
    ['with GOPROXY=direct', { set: { GOPROXY: 'direct' } }, 'direct < sum.golang.org'],
    ['with GOPROXY=off', { set: { GOPROXY: 'off' } }, 'off < sum.golang.org'],
    ['that is private', { set: { GOPRIVATE: 'a.test' } }, 'direct < go.sum only'],
    ['that is private, under GOPROXY=off', { set: { GOPRIVATE: 'a.test', GOPROXY: 'off' } }, 'direct < go.sum only'],
    ['behind a private proxy', { set: { GOPRIVATE: 'a.test', GONOPROXY: 'none', GOPROXY: P } }, `${P} < go.sum only`],
    ['that is not verified', { set: { GONOSUMDB: '*.test', GOPROXY: P } }, `${P} < go.sum only`],
    ['without a database', { set: { GOSUMDB: 'off', GOPROXY: P } }, `${P} < go.sum only`],
    ['without a database and without go.sum', { set: { GOSUMDB: 'off', GOPROXY: P }, noSum: true }, `${P} < nothing`],
    [
      'with the alias of the mainland',
      { set: { GOSUMDB: 'sum.golang.google.cn', GOPROXY: P } },
      `${P} < sum.golang.org at https://sum.golang.google.cn/`,
    ],
    [
      'with a database of its own',
      { set: { GOSUMDB: 'sums.test+1234+key https://sums.test', GOPROXY: P } },
      `${P} < sums.test at https://sums.test/`,
    ],
    ['that is vendored', { vendored: true }, 'vendor < nothing'],
    [
      'that is vendored before go 1.14',
      { vendored: true, go: '1.13', set: { GOPROXY: P } },
      `${P} < sum.golang.org through ${P}, or directly`,
    ],
    [
      'that is vendored, under -mod=mod',
      { vendored: true, set: { GOFLAGS: '-mod=mod', GOPROXY: 'direct' } },
      'direct < sum.golang.org',
    ],
    ['under -mod=vendor', { go: '1.13', vendored: true, set: { GOFLAGS: '-mod=vendor' } }, 'vendor < nothing'],
    ['that a directory replaces', { replaces: [REPLACED] }, 'replace < nothing'],
    ['with a malformed GOPROXY', { set: { GOPROXY: 'ftp://x' } }, ' < sum.golang.org'],
  ])('%s', (_, words, expected) => {
    expect(rows(words)).toEqual([`a.test/x@v1.0.0 < ${expected}`]);
  });

  it('of a workspace is vendored by go work vendor, and not by its own directory', () => {
    const words = { requires: ['a.test/x@v1.0.0'], vendored: true, work: true, set: { GOPROXY: 'direct' } };
    expect(rows(words)).toEqual(['a.test/x@v1.0.0 < direct < sum.golang.org']);
    const { work } = project(words);
    const vendor = { file: 'vendor/modules.txt', sizeBytes: 1, isWorkspace: true, modules: [], replaces: [], problems: [] };
    const facts = work === undefined ? {} : { work: { ...work, vendor } };
    expect(rows({ ...words, facts })).toEqual(['a.test/x@v1.0.0 < vendor < nothing']);
  });

  it('of a go.mod that is not built here does not count beside one that is', () => {
    const [main] = project({ requires: ['a.test/x@v1.0.0'] }).modules;
    const [other] = project({ requires: ['b.test/y@v1.0.0'] }).modules;
    if (main === undefined || other === undefined) throw new Error('no module');
    const aside = { ...other, isMain: false };
    const set = { GOPROXY: 'direct' };
    expect(rows({ set, facts: { modules: [main, aside] } })).toEqual(['a.test/x@v1.0.0 < direct < sum.golang.org']);
    expect(rows({ set, facts: { modules: [aside] } })).toEqual(['b.test/y@v1.0.0 < direct < sum.golang.org']);
  });

  it('that another module replaces takes the way of that one', () => {
    const replaces = [{ ...REPLACED, newPath: 'b.test/y', newVersion: 'v2.0.0' }];
    expect(rows({ replaces, set: { GOPRIVATE: 'b.test' } })).toEqual(['b.test/y@v2.0.0 < direct < go.sum only']);
  });

  it('is replaced for its own version before all versions', () => {
    const replaces = [REPLACED, { ...REPLACED, version: 'v1.0.0', newPath: 'b.test/y', newVersion: 'v2.0.0' }];
    expect(rows({ replaces, set: { GOPROXY: 'direct' } })).toEqual(['b.test/y@v2.0.0 < direct < sum.golang.org']);
  });

  it('shares a row with others of the same way, and the first three are named', () => {
    const requires = ['d.test/x@v1.0.0', 'c.test/x@v1.0.0', 'b.test/x@v1.0.0', 'a.test/x@v1.0.0', 'p.corp/y@v1.0.0'];
    const routes = moduleRoutes(project({ requires, set: { GOPRIVATE: 'p.corp' } }));
    expect(routes.map(({ modules, count }) => [modules, count])).toEqual([
      [['a.test/x@v1.0.0', 'b.test/x@v1.0.0', 'c.test/x@v1.0.0'], 4],
      [['p.corp/y@v1.0.0'], 1],
    ]);
  });
});

describe('usedAddresses', () => {
  const hosts = (words: ProjectWords): readonly string[] => usedAddresses(project(words)).map(({ host }) => host);

  it('are the proxies, the database and the hosts of direct modules', () => {
    const set = { GOPROXY: 'https://one.test|http://two.test:8080,direct', GOPRIVATE: 'git.corp.test' };
    expect(hosts({ set, requires: ['git.corp.test/x@v1.0.0', 'public.test/y@v1.0.0'] })).toEqual([
      'one.test',
      'two.test:8080',
      'sum.golang.org',
      'git.corp.test',
    ]);
  });

  it('leave out a database that is off, and files', () => {
    expect(hosts({ set: { GOPROXY: 'file:///cache', GOSUMDB: 'off' } })).toEqual([]);
  });
});
