import { describe, expect, it } from 'vitest';
import { whyNotWritten } from '../../src/policy/cache-writing.ts';

const JOB = { event: 'push', ref: 'refs/heads/main', isReadOnly: false };

describe('whyNotWritten', () => {
  it.each(['push', 'pull_request', 'merge_group', 'schedule', 'workflow_dispatch', undefined])('lets %s write', event => {
    expect(whyNotWritten({ ...JOB, event }, 'read-write')).toBeUndefined();
  });

  it.each([
    [{ event: 'release' }, 'read-write'],
    [{ event: 'pull_request_target' }, 'read-write'],
    [{ ref: 'refs/tags/v1.0.0' }, 'read-write'],
    [{ isReadOnly: true }, 'read-write'],
    [{}, 'read-only'],
  ] as const)('refuses %o in mode %s', (job, mode) => {
    expect(whyNotWritten({ ...JOB, ...job }, mode)).toEqual(expect.any(String));
  });

  it('takes a branch that is named like a tag for a branch', () => {
    expect(whyNotWritten({ ...JOB, ref: 'refs/heads/refs/tags/v1' }, 'read-write')).toBeUndefined();
  });
});
