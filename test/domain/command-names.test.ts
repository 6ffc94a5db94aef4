import { describe, expect, it } from 'vitest';
import { usualShell } from '../../src/domain/command-names.ts';

describe('usualShell', () => {
  it.each([
    ['win32', {}, 'pwsh'],
    ['win32', { SHELL: '' }, 'pwsh'],
    ['win32', { MSYSTEM: 'MINGW64' }, 'sh'],
    ['win32', { SHLVL: '1' }, 'sh'],
    ['win32', { SHELL: '/usr/bin/bash' }, 'sh'],
    ['linux', {}, 'sh'],
    ['darwin', {}, 'sh'],
  ] as const)('on %s with %j is %s', (os, env, shell) => {
    expect(usualShell(os, env)).toBe(shell);
  });
});
