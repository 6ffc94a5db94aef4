import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveFileName, parseArchiveFileName } from '../../src/sources/file-name.ts';

const linux = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const version = { major: 1, minor: 26, patch: 8 };

describe('archiveFileName', () => {
  it.each([
    [version, linux, 'go1.26.8.linux-amd64.tar.gz'],
    [version, { ...linux, goos: 'windows' }, 'go1.26.8.windows-amd64.zip'],
    [version, { ...linux, goarch: 'arm' }, 'go1.26.8.linux-armv6l.tar.gz'],
    [{ major: 1, minor: 20, patch: 0 }, linux, 'go1.20.linux-amd64.tar.gz'],
    [{ major: 1, minor: 21, patch: 0 }, linux, 'go1.21.0.linux-amd64.tar.gz'],
    [{ ...version, patch: 0, prerelease: { kind: 'rc', number: 2 } as const }, linux, 'go1.26rc2.linux-amd64.tar.gz'],
  ])('names %j', (release, platform, name) => {
    expect(archiveFileName(release, platform)).toBe(name);
  });

  it('is what parseArchiveFileName reads', () => {
    const release = fc.record({ major: fc.constant(1), minor: fc.nat(99), patch: fc.nat(99) });
    fc.assert(
      fc.property(
        release,
        fc.constantFrom('linux', 'windows', 'darwin'),
        fc.constantFrom('amd64', 'arm64', 'arm'),
        (each, goos, goarch) => {
          const name = archiveFileName(each, { goos, goarch, cacheArch: '' });
          expect(parseArchiveFileName(name)).toEqual({
            version: each,
            goos,
            goarch,
            format: goos === 'windows' ? 'zip' : 'tar.gz',
          });
        },
      ),
    );
  });
});

describe('parseArchiveFileName', () => {
  it.each([
    'go1.26.8.linux-amd64.tar.gz.sha256',
    'go1.26.8.darwin-arm64.pkg',
    'go1.26.8.src.tar.gz',
    'go1.4.darwin-amd64-osx10.8.tar.gz',
    'go.linux-amd64.tar.gz',
    '../go1.26.8.linux-amd64.tar.gz',
    '',
  ])('reads nothing from %j', name => {
    expect(parseArchiveFileName(name)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), name => void parseArchiveFileName(name)));
  });
});
