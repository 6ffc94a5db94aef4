import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/failure.ts';
import { findingsOf } from '../../src/policy/thrown.ts';

/** As Node 20.20.2 and 24.21.0 throw it. */
function loaderError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('findingsOf', () => {
  it('gives the findings of a Failure as they are', () => {
    const known = failure('FS.IO', { subject: 'x' });
    expect(findingsOf(known)).toBe(known.findings);
  });

  it.each([
    [
      'MODULE_NOT_FOUND',
      "Cannot find module './install.cjs'\nRequire stack:\n- /opt/action/dist/main.cjs",
      'SELF.INCOMPLETE',
      'install.cjs',
    ],
    ['EMFILE', "EMFILE: too many open files, open '/opt/action/dist/project.cjs'", 'FS.FD_LIMIT', 'project.cjs'],
    ['EMFILE', "EMFILE: too many open files, open 'D:\\a\\dist\\project.cjs'", 'FS.FD_LIMIT', 'project.cjs'],
    ['ENFILE', "ENFILE: file table overflow, open '/opt/action/dist/diagnose.cjs'", 'FS.FD_LIMIT', 'diagnose.cjs'],
  ])('names the file of the bundle that could not be loaded: %s, %j', (errno, message, code, subject) => {
    expect(findingsOf(loaderError(errno, message))).toMatchObject([{ code, subject }]);
  });

  it.each([
    ['another file that is missing', loaderError('MODULE_NOT_FOUND', "Cannot find module 'left-pad'")],
    [
      'another file that cannot be opened',
      loaderError('EACCES', "EACCES: permission denied, open '/opt/action/dist/project.cjs'"),
    ],
    ['an error without a code', new TypeError("cannot read '/x/main.cjs'")],
    ['what is no error', 'install.cjs'],
  ])('calls a defect what nobody foresaw: %s', (_, thrown) => {
    expect(findingsOf(thrown)).toMatchObject([{ code: 'SELF.BUG' }]);
  });
});
