import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrivateVersion, privateVersionName, privateVersionText } from '../../src/domain/private-version.ts';

describe('the version of a private build', () => {
  it.each([
    ['go1.25.3-1', '1.25.3-1', '1.25.3-1'],
    ['1.25-microsoft', '1.25.0-microsoft', '1.25.0-microsoft'],
    ['go1.25.3', '1.25.3', '1.25.3'],
    ['go1.25rc1', '1.25rc1', '1.25.0-rc.1'],
    ['1.25.0-rc.1', '1.25rc1', '1.25.0-rc.1'],
    ['go1.20', '1.20', '1.20.0'],
  ])('%s is told as %s and stored as %s', (text, told, stored) => {
    const build = parsePrivateVersion(text);
    expect(build && [privateVersionText(build), privateVersionName(build)]).toEqual([told, stored]);
  });

  it.each(['', 'go', 'devel go1.25', '1.25.3-', '1.25.3-a/b', '1.25.3-..', '1.25rc1-2', `1.25.3-${'1'.repeat(60)}`])(
    'is not %j',
    text => {
      expect(parsePrivateVersion(text)).toBeUndefined();
    },
  );

  it('never leaves the directory of its tool', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const build = parsePrivateVersion(`1.25.3-${text}`);
        expect(build === undefined || !/[\\/]|^\.\.$/u.test(privateVersionName(build))).toBe(true);
      }),
    );
  });
});
