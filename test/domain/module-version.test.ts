import fc from 'fast-check';
import compare from 'semver/functions/compare.js';
import { describe, expect, it } from 'vitest';
import { compareModuleVersions } from '../../src/domain/module-version.ts';

const number = fc.integer({ min: 0, max: 30 }).map(String);
const part = fc.oneof(number, fc.constantFrom('rc', 'beta', 'alpha', '0-x', '20240102030405-0123456789ab', '99999999999999999'));
const prerelease = fc.array(part, { maxLength: 3 }).map(parts => (parts.length === 0 ? '' : `-${parts.join('.')}`));
const version = fc
  .tuple(fc.array(number, { minLength: 3, maxLength: 3 }), prerelease, fc.constantFrom('', '+incompatible'))
  .map(([numbers, pre, build]) => `v${numbers.join('.')}${pre}${build}`);

describe('versions of modules', () => {
  it('stand in the order of semantic versions', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareModuleVersions(a, b))).toBe(compare(a, b));
        expect(Math.sign(compareModuleVersions(b, a))).toBe(0 - compare(a, b) || 0);
      }),
    );
  });

  it.each([
    ['v1.2', 'v1.2.0', 0],
    ['v1', 'v1.0.1', -1],
    ['main', 'v0.0.0', -1],
    ['main', 'latest', 0],
    ['v0.0.0-20240102030405-0123456789ab', 'v0.0.0-20240102030406-0123456789ab', -1],
    ['v1.10.0', 'v1.9.0', 1],
  ])('%s beside %s: %i', (a, b, expected) => {
    expect(Math.sign(compareModuleVersions(a, b))).toBe(expected);
  });
});
