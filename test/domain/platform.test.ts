import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHITECTURE_NAMES, archiveArch, platformFor, platformOfRelease, platformText } from '../../src/domain/platform.ts';
import { parseGoVersion } from '../../src/domain/version.ts';

const linux = { os: 'linux', arch: 'x64', endianness: 'LE' } as const;

describe('platformFor', () => {
  it.each([
    ['linux', 'x64', 'linux/amd64', 'x64'],
    ['win32', 'ia32', 'windows/386', 'x86'],
    ['darwin', 'arm64', 'darwin/arm64', 'arm64'],
    ['linux', 'arm', 'linux/arm', 'arm'],
    ['freebsd', 'x64', 'freebsd/amd64', 'x64'],
    ['sunos', 'x64', 'solaris/amd64', 'x64'],
  ])('maps Node %s %s to %s in the tool-cache directory %s', (os, arch, text, cacheArch) => {
    const platform = platformFor({ os, arch, endianness: 'LE' });
    expect(platform && [platformText(platform), platform.cacheArch]).toEqual([text, cacheArch]);
  });

  it.each([
    ['x64', 'amd64', 'x64'],
    ['AMD64', 'amd64', 'x64'],
    ['x86_64', 'amd64', 'x64'],
    ['x86', '386', 'x86'],
    ['x32', '386', 'x32'],
    ['386', '386', 'x86'],
    ['aarch64', 'arm64', 'arm64'],
    ['armv6l', 'arm', 'arm'],
    ['armv7l', 'arm', 'arm'],
  ])('takes the architecture %s as %s in %s', (name, goarch, cacheArch) => {
    expect(platformFor(linux, name)).toEqual({ goos: 'linux', goarch, cacheArch });
  });

  it('takes ppc64 in the byte order of the host', () => {
    expect(platformFor({ os: 'linux', arch: 'ppc64', endianness: 'LE' })?.goarch).toBe('ppc64le');
    expect(platformFor({ os: 'aix', arch: 'ppc64', endianness: 'BE' })?.goarch).toBe('ppc64');
  });

  it('knows every architecture name that the input accepts', () => {
    expect(ARCHITECTURE_NAMES.filter(name => platformFor(linux, name) === undefined)).toEqual([]);
  });

  it.each([
    ['haiku', 'x64'],
    ['linux', 'vax'],
    ['linux', ''],
    ['constructor', 'x64'],
    ['linux', 'constructor'],
    ['__proto__', '__proto__'],
  ])('has nothing for %s %s', (os, arch) => {
    expect(platformFor({ os, arch, endianness: 'LE' })).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (os, arch) => void platformFor({ os, arch, endianness: 'LE' }, arch)));
  });
});

describe('every architecture of Node', () => {
  it.each([
    ['arm', 'arm', 'arm'],
    ['arm64', 'arm64', 'arm64'],
    ['ia32', '386', 'x86'],
    ['loong64', 'loong64', 'loong64'],
    ['mips', 'mips', 'mips'],
    ['mipsel', 'mipsle', 'mipsel'],
    ['ppc64', 'ppc64le', 'ppc64le'],
    ['riscv64', 'riscv64', 'riscv64'],
    ['s390x', 's390x', 's390x'],
    ['x64', 'amd64', 'x64'],
    ['X64', 'amd64', 'x64'],
    ['ARM64', 'arm64', 'arm64'],
  ])('%s is %s in the directory %s', (arch, goarch, cacheArch) => {
    expect(platformFor({ os: 'linux', arch, endianness: 'LE' })).toEqual({ goos: 'linux', goarch, cacheArch });
  });
});

describe('platformOfRelease', () => {
  const mac = { goos: 'darwin', goarch: 'arm64', cacheArch: 'arm64' };
  const of = (text: string, platform = mac): string => {
    const version = parseGoVersion(text);
    if (version === undefined) throw new Error(text);
    const { cacheArch, ...rest } = platformOfRelease(platform, version);
    return `${platformText({ ...rest, cacheArch })} ${cacheArch}`;
  };

  it('takes a Go before 1.16 through Rosetta on Apple silicon', () => {
    expect(['1.15.15', '1.9', '1.16beta1', '1.16', '1.26.8'].map(text => of(text))).toEqual([
      'darwin/amd64 x64',
      'darwin/amd64 x64',
      'darwin/arm64 arm64',
      'darwin/arm64 arm64',
      'darwin/arm64 arm64',
    ]);
  });

  it('changes nothing anywhere else', () => {
    expect(of('1.15.15', { goos: 'linux', goarch: 'arm64', cacheArch: 'arm64' })).toBe('linux/arm64 arm64');
    expect(of('1.15.15', { goos: 'darwin', goarch: 'amd64', cacheArch: 'x64' })).toBe('darwin/amd64 x64');
  });
});

describe('archiveArch', () => {
  it('is armv6l for 32-bit ARM on Linux only', () => {
    expect(archiveArch({ goos: 'linux', goarch: 'arm', cacheArch: 'arm' })).toBe('armv6l');
    expect(archiveArch({ goos: 'freebsd', goarch: 'arm', cacheArch: 'arm' })).toBe('arm');
  });
});
