import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedFile, ListedRelease } from '../../src/domain/source.ts';
import { type ReleaseList, uniteReleases } from '../../src/policy/release-union.ts';

const file: fc.Arbitrary<ListedFile> = fc
  .record({
    fileName: fc.constantFrom('a', 'b', 'c'),
    sha256: fc.constantFrom('1', '2', undefined),
    sizeBytes: fc.constantFrom(1, 2, undefined),
  })
  .map(({ fileName, sha256, sizeBytes }) => ({
    fileName,
    goos: 'linux',
    goarch: 'amd64',
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  }));
const release: fc.Arbitrary<ListedRelease> = fc.record({
  version: fc.record({ major: fc.constant(1), minor: fc.nat(3), patch: fc.nat(3) }),
  stable: fc.boolean(),
  files: fc.array(file, { maxLength: 3 }),
});
const list: fc.Arbitrary<ReleaseList> = fc.record({
  source: fc.constantFrom('official', 'goproxy', 'table'),
  isComplete: fc.boolean(),
  releases: fc.array(release, { maxLength: 5 }),
});
const lists = fc.array(list, { maxLength: 4 });

const version = { major: 1, minor: 26, patch: 8 };
const listed = (files: readonly ListedFile[]): ListedRelease => ({ version, stable: true, files });
const tar = { fileName: 'go1.26.8.linux-amd64.tar.gz', goos: 'linux', goarch: 'amd64' };

describe('uniteReleases', () => {
  it('says who named a release, and whether a list knew all its archives', () => {
    const united = uniteReleases([
      { source: 'official', isComplete: true, releases: [listed([{ ...tar, sha256: 'aa', sizeBytes: 5 }])] },
      {
        source: 'goproxy',
        isComplete: false,
        releases: [listed([{ ...tar, fileName: 'm.zip' }]), { ...listed([]), version: { ...version, patch: 9 } }],
      },
    ]);
    expect(united).toEqual([
      { version: { ...version, patch: 9 }, stable: true, files: [], learntFrom: ['goproxy'], isComplete: false },
      {
        version,
        stable: true,
        files: [
          { ...tar, sha256: 'aa', sizeBytes: 5 },
          { ...tar, fileName: 'm.zip' },
        ],
        learntFrom: ['goproxy', 'official'],
        isComplete: true,
      },
    ]);
  });

  it('leaves out a hash on which lists disagree', () => {
    const say = (source: string, sha256: string): ReleaseList => ({
      source,
      isComplete: false,
      releases: [listed([{ ...tar, sha256 }])],
    });
    expect(uniteReleases([say('a', 'aa'), say('b', 'bb'), say('c', 'aa')])[0]?.files).toEqual([tar]);
  });

  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(
        lists.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(uniteReleases(shuffled)).toEqual(uniteReleases(all));
        },
      ),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(lists, all => {
        expect(uniteReleases([...all, ...all])).toEqual(uniteReleases(all));
      }),
    );
  });

  it('loses no release and names each once', () => {
    fc.assert(
      fc.property(lists, all => {
        const named = new Set(all.flatMap(each => each.releases.map(each2 => JSON.stringify(each2.version))));
        expect(
          uniteReleases(all)
            .map(each => JSON.stringify(each.version))
            .sort(),
        ).toEqual([...named].sort());
      }),
    );
  });
});
