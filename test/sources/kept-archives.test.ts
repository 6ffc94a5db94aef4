import { describe, expect, it } from 'vitest';
import { keptSource } from '../../src/sources/kept-archives.ts';

const PLATFORM = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const source = keptSource({ url: 'file:///p/.sgr/go/archives', names: ['kept-go1.26.8.linux-amd64.tar.gz', 'x'] });

describe('keptSource', () => {
  it('offers the archive of a release that stands there, by a name that no published file has', () => {
    expect(source.candidate({ major: 1, minor: 26, patch: 8 }, PLATFORM)).toEqual({
      sourceId: 'kept',
      url: 'file:///p/.sgr/go/archives/kept-go1.26.8.linux-amd64.tar.gz',
      fileName: 'kept-go1.26.8.linux-amd64.tar.gz',
      format: 'tar.gz',
      layout: 'release',
    });
  });

  it('is not asked for anything else, and has no list', () => {
    expect(source.candidate({ major: 1, minor: 26, patch: 7 }, PLATFORM)).toBeUndefined();
    expect(source.candidate({ major: 1, minor: 26, patch: 8 }, { ...PLATFORM, goarch: 'arm64' })).toBeUndefined();
    expect(source.listing()).toBeUndefined();
  });
});
