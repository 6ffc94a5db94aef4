import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type GoVersion, parseGoVersion, versionText } from '../../src/domain/version.ts';
import { parseSpec, type VersionSpec } from '../../src/domain/version-spec.ts';
import { matching, nearestVersions, newestFirst } from '../../src/policy/select-version.ts';

const release = (text: string) => {
  const version = parseGoVersion(text) as GoVersion;
  return { version, stable: version.prerelease === undefined };
};
const spec = (text: string) => parseSpec(text) as VersionSpec;

/** In the order of go.dev: supported lines first, then the rest, unsorted. */
const releases = [
  ...['1.27.2', '1.26.9', '1.27rc2', '1.28rc1', '1.27.1', '1.27.0', '1.26.8', '1.20', '1.20.14', '1.20.2'],
  ...['1.12.16', '1.13.6', '1.13.7', '1.13', '1.25.3', '1.25rc1', '1', '1.0.1', '1.2.2'],
].map(release);

const texts = (request: string): string[] => matching(spec(request), releases).map(({ version }) => versionText(version));

describe('matching', () => {
  it.each([
    ['1.27', ['1.27.2', '1.27.1', '1.27.0']],
    ['1.20', ['1.20.14', '1.20.2', '1.20']],
    ['1.20.0', ['1.20']],
    ['1.28', []],
    ['1.27rc2', ['1.27rc2']],
    ['1.27.0-rc.2', ['1.27rc2']],
    ['1.27.9', []],
    ['stable', ['1.27.2', '1.27.1', '1.27.0']],
    ['latest', ['1.27.2', '1.27.1', '1.27.0']],
    ['oldstable', ['1.26.9', '1.26.8']],
    ['<1.13.7 >=1.12', ['1.13.6', '1.13', '1.12.16']],
    ['~1.26.8', ['1.26.9', '1.26.8']],
    ['1.25.x || 1.20.2', ['1.25.3', '1.20.2']],
    ['>=1.27.0-rc.1 <1.27.1', ['1.27.0', '1.27rc2']],
    ['>=1.27', ['1.27.2', '1.27.1', '1.27.0']],
  ])('takes %s for %j', (request, expected) => {
    expect(texts(request)).toEqual(expected);
  });

  it('takes a major version for its stable releases', () => {
    expect(texts('1')[0]).toBe('1.27.2');
    expect(texts('1')).not.toContain('1.28rc1');
  });

  it('believes a list that calls a release unstable', () => {
    const doubtful = [release('1.27.2'), { ...release('1.27.3'), stable: false }];
    expect(matching(spec('1.27'), doubtful).map(({ version }) => version.patch)).toEqual([2]);
  });

  it('does not depend on the order of the list, and comes newest first', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(releases, { minLength: releases.length }),
        fc.constantFrom('1', '1.27', 'stable', 'oldstable', '*', '^1.13', '1.20.14'),
        (shuffled, request) => {
          const found = matching(spec(request), shuffled);
          expect(found).toEqual(matching(spec(request), releases));
          expect(newestFirst(found)).toEqual(found);
        },
      ),
    );
  });

  it('has nothing in an empty list', () => {
    for (const request of ['1', '1.27', '1.27.1', 'stable', 'oldstable', '*']) expect(matching(spec(request), [])).toEqual([]);
  });
});

describe('nearestVersions', () => {
  const nearest = (request: string): string[] => nearestVersions(spec(request), releases).map(versionText);

  it('offers the nearest patches of the same line', () => {
    expect(nearest('1.27.9')).toEqual(['1.27.2', '1.27.1', '1.27.0', '1.27rc2']);
    expect(nearest('1.28')).toEqual(['1.28rc1']);
  });

  it('offers the newest of the nearest lines when the line does not exist', () => {
    expect(nearest('1.24.1')).toEqual(['1.28rc1', '1.27.2', '1.26.9', '1.25.3', '1.20.14']);
    expect(nearest('1.99')[0]).toBe('1.28rc1');
  });

  it('offers the newest lines for a range', () => {
    expect(nearest('>=2')).toEqual(['1.28rc1', '1.27.2', '1.26.9', '1.25.3', '1.20.14']);
  });

  it('offers at most five, newest first, and only what exists', () => {
    const request = fc.tuple(fc.nat(3), fc.nat(40), fc.nat(20)).map(numbers => numbers.join('.'));
    fc.assert(
      fc.property(request, fc.subarray(releases), (text, known) => {
        const offered = nearestVersions(spec(text), known);
        expect(offered.length).toBeLessThanOrEqual(5);
        expect(offered.length > 0).toBe(known.length > 0);
        expect([...offered].sort((a, b) => compareVersions(b, a))).toEqual(offered);
        for (const version of offered) expect(known.map(each => each.version)).toContainEqual(version);
      }),
    );
  });
});
