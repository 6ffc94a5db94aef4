import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionName } from '../../src/domain/os-release.ts';

describe('distributionName', () => {
  it.each([
    ['PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_ID="12"\nID=debian\n', 'debian12'],
    ["ID='ubuntu'\nVERSION_ID='24.04'\n", 'ubuntu24.04'],
    ['ID="opensuse-leap"\nVERSION_ID="15.6"\n', 'opensuse_leap15.6'],
    ['ID=arch\n', 'arch'],
    ['ID_LIKE=debian\n', 'linux'],
    ['', 'linux'],
  ])('of %j', (text, name) => expect(distributionName(text)).toBe(name));

  it('never separates the parts of a key', () => {
    fc.assert(fc.property(fc.string(), id => /^[a-z0-9._]{1,40}$/u.test(distributionName(`ID="${id}"`))));
  });
});
