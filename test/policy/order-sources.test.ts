import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import { orderCandidates } from '../../src/policy/order-sources.ts';

const source = (id: string, url: string | undefined = `https://${id}.example/f`): Source => ({
  id,
  title: id,
  kind: 'mirror',
  listing: () => undefined,
  candidate: () => (url === '' ? undefined : { sourceId: id, url, fileName: 'f', format: 'zip', layout: 'release' }),
});
const order = (sources: readonly Source[], silent: readonly string[] = []): string[] =>
  orderCandidates({
    sources,
    version: { major: 1, minor: 26, patch: 8 },
    platform: { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' },
    silent: new Set(silent),
  }).map(candidate => candidate.sourceId);

describe('orderCandidates', () => {
  it('keeps the order of the sources', () => {
    expect(order([source('a'), source('b'), source('c')])).toEqual(['a', 'b', 'c']);
  });

  it('puts those that were silent last, and leaves nobody out', () => {
    expect(order([source('a'), source('b'), source('c')], ['a', 'b'])).toEqual(['c', 'a', 'b']);
  });

  it('leaves out sources that cannot have the release, and addresses that were there already', () => {
    expect(order([source('a'), source('b', ''), source('c', 'https://a.example/f')])).toEqual(['a']);
  });
});
