import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { versionText } from '../../src/domain/version.ts';
import { moduleProxySource, parseModuleList } from '../../src/sources/module-proxy.ts';

const version = { major: 1, minor: 26, patch: 8 };
const linux = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const source = moduleProxySource({ id: 'goproxy', title: 'x', url: 'https://proxy.example/go', authorization: 'Basic eA==' });

function code(text: string): string {
  try {
    return `${parseModuleList(Buffer.from(text), 'goproxy').length} releases`;
  } catch (error) {
    return error instanceof Failure ? error.code : 'not a Failure';
  }
}

describe('moduleProxySource', () => {
  it('asks for list, zip and info under the module path, with the credentials of the proxy', () => {
    const base = 'https://proxy.example/go/golang.org/toolchain/@v';
    expect(source.listing()).toMatchObject({ url: `${base}/list`, authorization: 'Basic eA==' });
    expect(source.candidate(version, linux)).toEqual({
      sourceId: 'goproxy',
      url: `${base}/v0.0.1-go1.26.8.linux-amd64.zip`,
      authorization: 'Basic eA==',
      fileName: 'v0.0.1-go1.26.8.linux-amd64.zip',
      format: 'zip',
      layout: 'module',
    });
    expect(source.probe?.(version, linux)).toMatchObject({
      url: `${base}/v0.0.1-go1.26.8.linux-amd64.info`,
      authorization: 'Basic eA==',
    });
  });

  it.each([
    ['{"Version":"v0.0.1-go1.26.8.linux-amd64","Time":"2026-01-01T00:00:00Z"}', true],
    ['{"Version":"v0.0.1-go1.26.9.linux-amd64"}', false],
    ['<html>log in</html>', false],
    ['null', false],
    ['', false],
  ])('takes the info %j for %j', (body, confirmed) => {
    expect(source.probe?.(version, linux).confirms(Buffer.from(body))).toBe(confirmed);
  });
});

describe('parseModuleList', () => {
  it('gathers the platforms of each release, newest first', () => {
    const lines = [
      'v0.0.1-go1.9.2rc2.linux-amd64',
      'v0.0.1-go1.26.8.darwin-arm64',
      '',
      'v0.0.1-go1.27.0.linux-arm',
      'v0.0.1-go1.26.8.linux-amd64',
    ];
    const releases = parseModuleList(Buffer.from(lines.join('\r\n')), 'x');
    expect(releases.map(each => [versionText(each.version), each.stable])).toEqual([
      ['1.27.0', true],
      ['1.26.8', true],
      ['1.9.2rc2', false],
    ]);
    expect(releases[1]?.files).toEqual([
      { fileName: 'v0.0.1-go1.26.8.darwin-arm64.zip', goos: 'darwin', goarch: 'arm64' },
      { fileName: 'v0.0.1-go1.26.8.linux-amd64.zip', goos: 'linux', goarch: 'amd64' },
    ]);
  });

  it('ignores versions of the module that are no release', () => {
    expect(code('v0.0.1-go1.26.8.linux-amd64\nv0.0.2\nv0.0.1-gotip.linux-amd64\n')).toBe('1 releases');
  });

  it.each([
    ['<html>\n', 'LIST.MALFORMED'],
    ['not found: unknown revision', 'LIST.MALFORMED'],
    ['v0.0.1-go1.26.8.linux-amd64\n../x', 'LIST.MALFORMED'],
    ['', 'LIST.UNAVAILABLE'],
    ['\n\n', 'LIST.UNAVAILABLE'],
    ['v1.0.0', 'LIST.UNAVAILABLE'],
  ])('says %2$s of %1$j', (text, outcome) => {
    expect(code(text)).toBe(outcome);
  });

  it('gives releases or a code for any bytes', () => {
    const line = fc.constantFrom('v0.0.1-go1.', '26', '.', 'linux', '-', 'amd64', '\n', 'rc1', ' ');
    const text = fc.oneof(
      fc.string(),
      fc.array(line).map(parts => parts.join('')),
    );
    fc.assert(fc.property(text, each => void expect(code(each)).not.toBe('not a Failure')));
  });
});
