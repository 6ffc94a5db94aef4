import { describe, expect, it } from 'vitest';
import { userGotoolchain } from '../../src/domain/gotoolchain.ts';

describe('the GOTOOLCHAIN of the user', () => {
  it.each([
    ['nothing', {}, undefined],
    ['an empty value', { GOTOOLCHAIN: '' }, undefined],
    ['a value of the user', { GOTOOLCHAIN: 'local' }, 'local'],
    ['what an earlier step of ours set', { GOTOOLCHAIN: 'local', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' }, undefined],
    ['what the user set after us', { GOTOOLCHAIN: 'auto', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' }, 'auto'],
  ])('is read from %s', (_what, env, expected) => {
    expect(userGotoolchain(env)).toBe(expected);
  });
});
