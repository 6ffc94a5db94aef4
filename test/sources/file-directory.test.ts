import { describe, expect, it } from 'vitest';
import { versionText } from '../../src/domain/version.ts';
import { listFileDirectory } from '../../src/sources/file-directory.ts';

describe('listFileDirectory', () => {
  it('knows the releases by the names of their archives', () => {
    const releases = listFileDirectory([
      'README',
      'go1.26.8.linux-amd64.tar.gz',
      'go1.26.8.linux-amd64.tar.gz.sha256',
      'go1.27rc1.linux-armv6l.tar.gz',
      'go1.26.8.windows-amd64.zip',
    ]);
    expect(releases.map(each => [versionText(each.version), each.stable])).toEqual([
      ['1.27rc1', false],
      ['1.26.8', true],
    ]);
    expect(releases[1]?.files).toEqual([
      { fileName: 'go1.26.8.linux-amd64.tar.gz', goos: 'linux', goarch: 'amd64' },
      { fileName: 'go1.26.8.windows-amd64.zip', goos: 'windows', goarch: 'amd64' },
    ]);
    expect(releases[0]?.files[0]?.goarch).toBe('arm');
  });

  it('is empty without archives', () => {
    expect(listFileDirectory([])).toEqual([]);
  });
});
