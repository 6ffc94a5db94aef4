import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGoVersion, versionText } from '../../src/domain/version.ts';
import { parseReleaseTable } from '../../src/verify/release-table.ts';
import { codeOf } from '../fakes/failure-code.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const small = {
  schema: 'setup-go-robust/releases@1',
  date: '2026-11-21',
  releases: {
    'go1.9': `linux-amd64 ${A} 1`,
    'go1.26.8': `linux-amd64 ${A} 3 66897291;linux-armv6l ${B} 2;windows-amd64 ${B} 12`,
    'go1.27rc1': `linux-amd64 ${A} 2`,
  },
};
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const table = parseReleaseTable(bytesOf(small));
const filesOf = (text: string) => table.files(parseGoVersion(text) ?? { major: 0, minor: 0, patch: 0 });

describe('release table', () => {
  test('knows its versions, newest first, and its date', () => {
    expect(table.knownVersions.map(versionText)).toEqual(['1.27rc1', '1.26.8', '1.9']);
    expect(table.date).toBe('2026-11-21');
  });

  test('lists the archives of a release under their file names', () => {
    expect(filesOf('1.26.8')).toEqual([
      { fileName: 'go1.26.8.linux-amd64.tar.gz', goos: 'linux', goarch: 'amd64', sha256: A, listCount: 3, sizeBytes: 66_897_291 },
      { fileName: 'go1.26.8.linux-armv6l.tar.gz', goos: 'linux', goarch: 'arm', sha256: B, listCount: 2 },
      { fileName: 'go1.26.8.windows-amd64.zip', goos: 'windows', goarch: 'amd64', sha256: B, listCount: 12 },
    ]);
    expect(filesOf('1.26.9')).toEqual([]);
  });

  test('vouches for a file when at least two lists agree', () => {
    expect(table.expectation('go1.26.8.linux-armv6l.tar.gz')).toMatchObject({
      kind: 'release-table',
      over: 'file',
      fileName: 'go1.26.8.linux-armv6l.tar.gz',
      value: B,
    });
  });

  test.each(['go1.9.linux-amd64.tar.gz', 'go1.26.8.linux-amd64.zip', 'go9.9.9.linux-amd64.tar.gz', 'constructor', ''])(
    'does not vouch for %j, which one list has, or none',
    name => {
      expect(table.expectation(name)).toBeUndefined();
    },
  );

  test.each([
    ['another schema', { ...small, schema: 'setup-go-robust/releases@2' }],
    ['no date', { ...small, date: undefined }],
    ['a list of releases', { ...small, releases: [] }],
    ['no releases', { ...small, releases: undefined }],
    ['a name that is no version', { ...small, releases: { go: `linux-amd64 ${A} 1` } }],
    ['a version in another spelling', { ...small, releases: { '1.9': `linux-amd64 ${A} 1` } }],
    ['one version in two spellings', { ...small, releases: { 'go1.26': `a-b ${A} 1`, 'go1.26.0': `a-b ${A} 1` } }],
    ['an empty release', { ...small, releases: { 'go1.9': '' } }],
    ['rows that are no text', { ...small, releases: { 'go1.9': [`linux-amd64 ${A} 1`] } }],
    ['a short hash', { ...small, releases: { 'go1.9': `linux-amd64 ${A.slice(1)} 1` } }],
    ['an upper-case hash', { ...small, releases: { 'go1.9': `linux-amd64 ${A.toUpperCase()} 1` } }],
    ['no number of lists', { ...small, releases: { 'go1.9': `linux-amd64 ${A}` } }],
    ['a number of lists of nought', { ...small, releases: { 'go1.9': `linux-amd64 ${A} 0` } }],
    ['a path in the platform', { ...small, releases: { 'go1.9': `../x-amd64 ${A} 1` } }],
  ])('with %s is malformed', (_, value) => {
    expect(codeOf(() => parseReleaseTable(bytesOf(value)))).toBe('LIST.MALFORMED');
  });

  test('with a platform twice vouches for nothing of that release', () => {
    const twice = parseReleaseTable(bytesOf({ ...small, releases: { 'go1.9': `linux-amd64 ${A} 2;linux-amd64 ${B} 2` } }));
    expect(codeOf(() => twice.expectation('go1.9.linux-amd64.tar.gz'))).toBe('LIST.MALFORMED');
  });

  test('that was cut anywhere is malformed', () => {
    const text = JSON.stringify(small);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        at => codeOf(() => parseReleaseTable(Buffer.from(text.slice(0, at)))) === 'LIST.MALFORMED',
      ),
    );
    expect(codeOf(() => parseReleaseTable(Buffer.alloc(5 * 1_024 * 1_024, 32)))).toBe('LIST.MALFORMED');
  });
});

describe('shipped release table', () => {
  const shipped = parseReleaseTable(readFileSync(new URL('../../data/releases.json', import.meta.url)));

  test('vouches for the archives of a release whose hash is known from its rebuild', () => {
    const expectation = shipped.expectation('go1.26.8.linux-amd64.tar.gz');
    expect(expectation?.value.slice(0, 8)).toBe('d0f743b3');
    expect(shipped.expectation('go1.26.7.linux-arm64.tar.gz')?.value.slice(0, 8)).toBe('5a4ec883');
  });

  test('covers the releases of ten years, most archives by two lists or more', () => {
    const files = shipped.knownVersions.flatMap(version => shipped.files(version));
    const confirmed = files.filter(({ fileName }) => shipped.expectation(fileName) !== undefined);
    expect(shipped.knownVersions.length).toBeGreaterThanOrEqual(345);
    expect(files.length).toBeGreaterThanOrEqual(6_694);
    expect(confirmed.length / files.length).toBeGreaterThan(0.7);
  });

  test('is small enough to be read at every start', () => {
    expect(readFileSync(new URL('../../data/releases.json', import.meta.url)).length).toBeLessThan(700_000);
  });
});
