import fc from 'fast-check';
import semverCompare from 'semver/functions/compare.js';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  type GoVersion,
  isComplete,
  parseGoVersion,
  sameVersion,
  versionSemver,
  versionText,
} from '../../src/domain/version.ts';

const number = fc.integer({ min: 0, max: 9_999 });
const version: fc.Arbitrary<GoVersion> = fc
  .record({ major: number, minor: number, patch: number, kind: fc.constantFrom('beta', 'rc', undefined), number })
  .map(({ kind, number: count, ...base }) => (kind === undefined ? base : { ...base, prerelease: { kind, number: count } }));

describe('parseGoVersion', () => {
  it.each([
    ['1.26.8', { major: 1, minor: 26, patch: 8 }],
    ['go1.26.8', { major: 1, minor: 26, patch: 8 }],
    ['v1.26.8', { major: 1, minor: 26, patch: 8 }],
    ['go1', { major: 1, minor: 0, patch: 0 }],
    ['1.25rc1', { major: 1, minor: 25, patch: 0, prerelease: { kind: 'rc', number: 1 } }],
    ['go1.9.2rc2', { major: 1, minor: 9, patch: 2, prerelease: { kind: 'rc', number: 2 } }],
    ['1.25.0-rc.1', { major: 1, minor: 25, patch: 0, prerelease: { kind: 'rc', number: 1 } }],
    ['v1.18.0-beta1', { major: 1, minor: 18, patch: 0, prerelease: { kind: 'beta', number: 1 } }],
  ])('reads %s', (text, expected) => {
    expect(parseGoVersion(text)).toEqual(expected);
  });

  it.each([
    '',
    'go',
    '1.',
    '1.26.',
    '1.26.8.1',
    '1.08',
    '01.2',
    '1.25rc01',
    ' 1.26',
    '1.26.8-custom',
    '1.26.x',
    'latest',
    '1.99999',
  ])('knows no version in %j', text => {
    expect(parseGoVersion(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => void parseGoVersion(text)));
  });
});

describe('versionText and versionSemver', () => {
  it.each([
    ['1.20.0', '1.20', '1.20.0'],
    ['1.21.0', '1.21.0', '1.21.0'],
    ['1', '1', '1.0.0'],
    ['1.0.1', '1.0.1', '1.0.1'],
    ['1.25.0-rc.1', '1.25rc1', '1.25.0-rc.1'],
    ['1.9.2rc2', '1.9.2rc2', '1.9.2-rc.2'],
  ])('spell %s as Go %s and as semver %s', (text, go, semver) => {
    const parsed = parseGoVersion(text) as GoVersion;
    expect([versionText(parsed), versionSemver(parsed)]).toEqual([go, semver]);
  });

  it('are read back as the same version', () => {
    fc.assert(
      fc.property(version, original => {
        expect(parseGoVersion(versionText(original))).toEqual(original);
        expect(parseGoVersion(versionSemver(original))).toEqual(original);
      }),
    );
  });
});

describe('isComplete', () => {
  it.each(['1.26.8', 'go1.21.0', '1.25rc1', '1.25.0-rc.1'])('holds for %s', text => expect(isComplete(text)).toBe(true));
  it.each(['1', '1.20', 'go1.26', 'x', '1.26.8-custom'])('does not hold for %s', text => expect(isComplete(text)).toBe(false));
});

describe('compareVersions', () => {
  it('is the order of semver', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(semverCompare(versionSemver(a), versionSemver(b)));
      }),
    );
  });

  it('is total: antisymmetric, transitive, and zero only for the same version', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        expect(sameVersion(a, b)).toBe(versionSemver(a) === versionSemver(b));
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('puts betas before release candidates and both before the release', () => {
    const sorted = ['1.25beta2', '1.25rc1', '1.25rc2', '1.25.0', '1.25.1'].map(text => parseGoVersion(text) as GoVersion);
    expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted);
  });
});
