import { describe, expect, it } from 'vitest';
import type { GoproxyEntry } from '../../src/domain/goproxy-entry.ts';
import type { Source } from '../../src/domain/source.ts';
import { MIRRORS } from '../../src/sources/mirrors.ts';
import { createSources, type SourcesRequest } from '../../src/sources/registry.ts';
import { SOURCE_IDS } from '../../src/sources/source-ids.ts';

const version = { major: 1, minor: 26, patch: 8 };
const linux = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const create = (over: Partial<SourcesRequest> = {}) =>
  createSources({ specs: [], goproxy: undefined, sourceToken: undefined, ...over });
const ids = (sources: readonly Source[]): string[] => sources.map(source => source.id);
const url = (source: Source | undefined) => source?.candidate(version, linux)?.url;
const a: GoproxyEntry = { kind: 'proxy', url: 'https://a.example', next: 'not-found', authorization: 'Basic eA==' };
const b: GoproxyEntry = { kind: 'proxy', url: 'https://b.example/go', next: 'any-error' };

describe('createSources', () => {
  it('tries everything under auto: the official page, modules, mirrors with bytes of their own, and the redirect last', () => {
    expect(ids(create())).toEqual(['official', 'module-origin', 'aliyun', 'nju', 'hust', 'golang-cn']);
    expect(ids(create({ goproxy: [a, b, { kind: 'direct' }] }))).toEqual([
      'official',
      'goproxy',
      'goproxy-2',
      'module-origin',
      'aliyun',
      'nju',
      'hust',
      'golang-cn',
    ]);
  });

  it('has no module source where GOPROXY is off', () => {
    expect(ids(create({ goproxy: [{ kind: 'off' }] }))).toEqual(['official', 'aliyun', 'nju', 'hust', 'golang-cn']);
    expect(create({ specs: [{ kind: 'id', id: 'goproxy' }], goproxy: [{ kind: 'off' }] })).toEqual([]);
  });

  it('takes a named list as exclusive and in its order', () => {
    const specs = [
      { kind: 'base', url: 'https://one.example' },
      { kind: 'id', id: 'nju' },
      { kind: 'template', template: 'https://two.example/{version}/{file}' },
      { kind: 'base', url: 'file:///archives' },
      { kind: 'id', id: 'goproxy' },
    ] as const;
    expect(ids(create({ specs, goproxy: [b] }))).toEqual(['custom', 'nju', 'custom-2', 'file', 'goproxy']);
  });

  it('knows every id that it offers, each with addresses of its own', () => {
    const all = SOURCE_IDS.flatMap(id => create({ specs: [{ kind: 'id', id }] }));
    expect(all).toHaveLength(SOURCE_IDS.length);
    expect(new Set(all.map(url)).size).toBe(all.length);
    for (const source of all) expect(source.candidate(version, linux)?.sourceId).toBe(source.id);
  });

  it('asks for lists where there are any', () => {
    const listings = create({ goproxy: [b] }).map(source => source.listing()?.url);
    expect(listings).toEqual([
      'https://go.dev/dl/?mode=json&include=all',
      'https://b.example/go/golang.org/toolchain/@v/list',
      undefined,
      undefined,
      undefined,
      'https://golang.google.cn/dl/?mode=json&include=all',
    ]);
  });

  it('gives the token of the user to custom sources only', () => {
    const specs = [...SOURCE_IDS.map(id => ({ kind: 'id', id }) as const), { kind: 'base', url: 'https://one.example' } as const];
    const template = { kind: 'template', template: 'https://two.example/{file}' } as const;
    const holders = create({ specs: [...specs, template], sourceToken: 'hunter22', goproxy: [b] }).filter(source =>
      JSON.stringify([source.candidate(version, linux), source.listing() ?? '']).includes('hunter22'),
    );
    expect(ids(holders)).toEqual(['custom', 'custom-2']);
    expect(holders.map(source => source.candidate(version, linux)?.authorization)).toEqual([
      'Bearer hunter22',
      'Bearer hunter22',
    ]);
    expect(holders[0]?.listing()?.authorization).toBe('Bearer hunter22');
  });

  it('gives the credentials of a proxy to that proxy only', () => {
    const holders = create({ goproxy: [a, b, { kind: 'direct' }] }).filter(
      source => source.candidate(version, linux)?.authorization !== undefined,
    );
    expect(ids(holders)).toEqual(['goproxy']);
  });

  it('moves userinfo of a custom source out of its address and its title', () => {
    const base = { kind: 'base', url: 'https://me:hunter22@one.example/go?sig=hunter33' } as const;
    const template = { kind: 'template', template: 'https://me:hunter22@two.example/{file}?sig=hunter33' } as const;
    for (const source of create({ specs: [base, template] })) {
      expect(source.title).not.toMatch(/hunter/u);
      expect(url(source)).not.toContain('hunter22');
      expect(url(source)).toContain('sig=hunter33');
      expect(source.candidate(version, linux)?.authorization).toBe(`Basic ${Buffer.from('me:hunter22').toString('base64')}`);
    }
  });

  it('fills a template for the platform', () => {
    const template = 'https://m.example/{version}/{os}_{arch}.{ext}';
    const [source] = create({ specs: [{ kind: 'template', template }] });
    expect(url(source)).toBe('https://m.example/1.26.8/linux_amd64.tar.gz');
    const windows = source?.candidate(version, { goos: 'windows', goarch: 'arm64', cacheArch: 'arm64' });
    expect(windows).toMatchObject({
      url: 'https://m.example/1.26.8/windows_arm64.zip',
      fileName: 'go1.26.8.windows-arm64.zip',
      format: 'zip',
    });
    expect(source?.listing()).toBeUndefined();
  });

  it('keeps the file scheme of a directory, which has no list to fetch', () => {
    const [directory, template] = create({
      specs: [
        { kind: 'base', url: 'file:///archives' },
        { kind: 'template', template: 'file:///a/{version}/{file}' },
      ],
    });
    expect(directory).toMatchObject({ kind: 'file' });
    expect(url(directory)).toBe('file:///archives/go1.26.8.linux-amd64.tar.gz');
    expect(directory?.listing()).toBeUndefined();
    expect(template).toMatchObject({ kind: 'file' });
  });
});

describe('MIRRORS', () => {
  it('are https addresses without a slash at the end, each with its own id', () => {
    for (const row of MIRRORS) expect(row.base).toMatch(/^https:\/\/[^/]+\/.*[^/]$/u);
    expect(new Set(MIRRORS.map(row => row.id)).size).toBe(MIRRORS.length);
  });
});
