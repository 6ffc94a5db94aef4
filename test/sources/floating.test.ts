import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../src/domain/version-spec.ts';
import { floatingBase, floatingCandidate, onlyBase, privateTool, writtenVersion } from '../../src/sources/floating.ts';

const AKA = 'https://aka.ms/golang/release/latest';
const linux = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };

describe('a base URL that floats', () => {
  it.each([
    [AKA, AKA],
    ['https://AKA.ms/golang/release/LATEST', 'https://AKA.ms/golang/release/LATEST'],
    ['https://aka.ms/golang/release', undefined],
    ['https://mirror.example/dl', undefined],
  ])('is known by its exact text in any letter case: %s', (url, expected) => {
    expect(floatingBase([{ kind: 'base', url }])).toBe(expected);
  });

  it('is so only when it is the only source', () => {
    expect(floatingBase([])).toBeUndefined();
    expect(
      floatingBase([
        { kind: 'base', url: AKA },
        { kind: 'id', id: 'official' },
      ]),
    ).toBeUndefined();
    expect(onlyBase([{ kind: 'base', url: 'https://mirror.example/dl' }])).toBe('https://mirror.example/dl');
    expect(onlyBase([{ kind: 'base', url: 'file:///srv/go' }])).toBeUndefined();
    expect(onlyBase([{ kind: 'template', template: 'https://m.example/{file}' }])).toBeUndefined();
  });

  it.each([
    ['1.25', { goos: 'linux', goarch: 'amd64' }, 'go1.25.linux-amd64.tar.gz', 'tar.gz'],
    ['1.25.3-1', { goos: 'windows', goarch: 'amd64' }, 'go1.25.3-1.windows-amd64.zip', 'zip'],
    ['1.24', { goos: 'linux', goarch: 'arm64' }, 'go1.24.linux-arm64.tar.gz', 'tar.gz'],
    ['1.24', { goos: 'linux', goarch: 'arm' }, 'go1.24.linux-armv6l.tar.gz', 'tar.gz'],
  ])('has %s for %o in %s', (written, platform, fileName, format) => {
    const candidate = floatingCandidate({ base: AKA, token: undefined }, written, { ...linux, ...platform });
    expect(candidate).toEqual({ sourceId: 'custom', url: `${AKA}/${fileName}`, fileName, format, layout: 'release' });
  });

  it('gets the token of the user and no other', () => {
    expect(floatingCandidate({ base: AKA, token: 'hunter22' }, '1.25', linux).authorization).toBe('Bearer hunter22');
  });
});

describe('a version as it is written', () => {
  it.each([
    ['1.25', '1.25'],
    ['go1.25.3', '1.25.3'],
    ['1.25.3-1', '1.25.3-1'],
    ['1.25rc1', '1.25rc1'],
    ['^1.25.0', undefined],
    ['~1.25', undefined],
    ['>=1.25.0', undefined],
    ['<1.26.0', undefined],
    ['1.25.x', undefined],
    ['1.x', undefined],
    ['stable', undefined],
    ['latest', undefined],
  ])('%s becomes %s', (text, expected) => {
    const spec = parseSpec(text);
    expect(spec && writtenVersion(spec)).toBe(expected);
  });
});

describe('the tool of private builds', () => {
  it('is named as setup-go names it', () => {
    const digest = createHash('sha256').update(AKA).digest('hex');
    expect(privateTool(AKA)).toBe(`go-${digest.slice(0, 8)}`);
    expect(privateTool('https://a.example')).not.toBe(privateTool('https://b.example'));
  });
});
