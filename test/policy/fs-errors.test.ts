import { describe, expect, test } from 'vitest';
import { failure } from '../../src/domain/failure.ts';
import { errnoOf, fsErrorCode, fsFailure } from '../../src/policy/fs-errors.ts';

describe('an errno', () => {
  test.each([
    ['ENOSPC', 'FS.NO_SPACE'],
    ['EDQUOT', 'FS.NO_SPACE'],
    ['EROFS', 'FS.READ_ONLY'],
    ['EACCES', 'FS.PERMISSION'],
    ['EPERM', 'FS.PERMISSION'],
    ['ENOENT', 'FS.NOT_FOUND'],
    ['ENOTDIR', 'FS.NOT_FOUND'],
    ['EXDEV', 'FS.IO'],
    ['EMFILE', 'FS.FD_LIMIT'],
    ['toString', 'FS.IO'],
    [undefined, 'FS.IO'],
  ])('%s is %s', (errno, code) => {
    expect(fsErrorCode(errno)).toBe(code);
  });

  test('is read from an error of Node and from nothing else', () => {
    expect(errnoOf(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('EIO');
    expect([errnoOf(new Error('x')), errnoOf({ code: 5 }), errnoOf(null), errnoOf('EIO')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a failure of the disk', () => {
  test('carries errno, operation and path as evidence, and the error as its cause', () => {
    const error = Object.assign(new Error('x'), { code: 'ENOSPC' });
    const result = fsFailure(error, { operation: 'write', path: '/a' });
    expect(result.finding).toMatchObject({
      code: 'FS.NO_SPACE',
      subject: '/a',
      evidence: [
        { name: 'errno', value: 'ENOSPC' },
        { name: 'operation', value: 'write' },
        { name: 'path', value: '/a' },
      ],
    });
    expect(result.cause).toBe(error);
  });

  test('stays what it is when it has a code already', () => {
    const known = failure('FS.IO', { subject: 'x' });
    expect(fsFailure(known, { operation: 'read', path: '/a' })).toBe(known);
  });
});
