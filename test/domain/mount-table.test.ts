import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountOf, parseMountTable } from '../../src/domain/mount-table.ts';

const TABLE = `22 27 0:21 / / rw,relatime - ext4 /dev/sda rw
23 22 0:22 / /tmp rw,nosuid,noexec shared:5 master:1 - tmpfs tmpfs rw,size=1k
24 22 0:23 / /mnt/a\\040b ro - xfs /dev/sdb rw
25 22 0:24 / /tmp rw - tmpfs tmpfs ro
nonsense
`;

describe('the mount table', () => {
  it('is read with optional fields and escapes', () => {
    expect(parseMountTable(TABLE).map(({ point, options }) => [point, options.join()])).toEqual([
      ['/', 'rw,relatime'],
      ['/tmp', 'rw,nosuid,noexec,size=1k'],
      ['/mnt/a b', 'ro,rw'],
      ['/tmp', 'rw,ro'],
    ]);
  });

  it.each([
    ['/home', '/'],
    ['/', '/'],
    ['/tmp', '/tmp'],
    ['/tmp/x/y', '/tmp'],
    ['/tmpx', '/'],
    ['/mnt/a b/c', '/mnt/a b'],
  ])('says that %s is on %s', (path, point) => {
    expect(mountOf(parseMountTable(TABLE), path)?.point).toBe(point);
  });

  it('lets the last of two mounts at one place count', () => {
    expect(mountOf(parseMountTable(TABLE), '/tmp/x')?.options).toContain('ro');
  });

  it('never throws and takes no long time', () => {
    fc.assert(fc.property(fc.string(), text => Array.isArray(parseMountTable(text))));
    const optional = 'shared:1 '.repeat(20_000);
    expect(parseMountTable(`1 1 0:1 / /a rw ${optional}`)).toEqual([]);
  });
});
