import { describe, expect, it } from 'vitest';
import { readGitlabSettings } from '../../src/adapters/gitlab-settings.ts';

const LINUX = { os: 'linux', arch: 'x64', endianness: 'LE' } as const;

describe('readGitlabSettings', () => {
  it('reads inputs and settings from the environment', () => {
    const env = {
      SGR_INPUT_GO_VERSION: '1.26',
      SGR_INPUT_MIN_GO_VERSION: '1.24',
      SGR_STATE: '.sgr/old-go',
      SGR_PREFIX: 'old-',
      SGR_CACHE: 'true',
      SGR_REPORT_DIR: 'out',
      HOME: '/root',
    };
    const { rawInputs, host } = readGitlabSettings(env, LINUX);
    expect(rawInputs).toMatchObject({ 'go-version': '1.26', 'min-go-version': '1.24', sources: undefined });
    expect(host).toMatchObject({
      state: '.sgr/old-go',
      reportDir: 'out',
      variablePrefix: 'SGR_old_',
      shell: 'sh',
      home: '/root',
    });
    expect(host).toMatchObject({ isCached: true, keepsArchive: true, noColor: false });
  });

  it('packs an archive for the cache or for other jobs, and for nobody else', () => {
    const keeps = (env: Readonly<Record<string, string>>): boolean => readGitlabSettings(env, LINUX).host.keepsArchive;
    expect([keeps({}), keeps({ SGR_SETUP_JOB: 'true' }), keeps({ SGR_CACHE: 'false' })]).toEqual([false, true, false]);
  });

  it('takes no input that a component does not have', () => {
    expect(Object.keys(readGitlabSettings({ SGR_INPUT_DEST: '/x', SGR_INPUT_TOKEN: 'x' }, LINUX).rawInputs)).not.toContain(
      'dest',
    );
  });

  it('speaks PowerShell on Windows', () => {
    const windows = { ...LINUX, os: 'win32' } as const;
    expect(readGitlabSettings({ USERPROFILE: 'C:\\Users\\me', NO_COLOR: '1' }, windows).host).toMatchObject({
      shell: 'pwsh',
      home: 'C:\\Users\\me',
      noColor: true,
    });
  });
});
