import { describe, expect, it } from 'vitest';
import { readGoSetting, readGoSettings, userSettingsFile } from '../../src/policy/go-settings.ts';

const user = (text: string) => ({ file: '/home/.config/go/env', text });
const root = (text: string) => ({ file: '/go/go.env', text });
const none = { env: {}, user: undefined, root: undefined };

describe('readGoSetting', () => {
  it('takes the environment before the file of go env -w, and that before go.env', () => {
    const all = { env: { GOPROXY: 'a' }, user: user('GOPROXY=b\n'), root: root('GOPROXY=c\n') };
    expect(readGoSetting('GOPROXY', all)).toEqual({ value: 'a', origin: 'environment' });
    expect(readGoSetting('GOPROXY', { ...all, env: { GOPROXY: '' } })).toEqual({
      value: 'b',
      origin: 'go env -w',
      file: '/home/.config/go/env',
    });
    expect(readGoSetting('GOPROXY', { ...all, env: {}, user: undefined })).toEqual({
      value: 'c',
      origin: 'go.env',
      file: '/go/go.env',
    });
    expect(readGoSetting('GOPROXY', none)).toBeUndefined();
  });

  it('lets an empty line of the user hide go.env', () => {
    const sources = { env: {}, user: user('GOPROXY=\n'), root: root('GOPROXY=c\n') };
    expect(readGoSetting('GOPROXY', sources)?.value).toBe('');
  });

  it('takes the last line of a name, and no comment', () => {
    expect(readGoSetting('GOFLAGS', { ...none, user: user('#GOFLAGS=x\nGOFLAGS=-v\r\nGOFLAGS=-x\r\n') })?.value).toBe('-x');
  });

  it('reads some from the environment only, and no GOROOT from go.env', () => {
    const files = { env: {}, user: user('GODEBUG=a=1\nGOENV=x\n'), root: root('GOROOT=/other\n') };
    expect(readGoSettings(files)).toEqual({});
  });
});

describe('userSettingsFile', () => {
  it.each([
    ['linux', { HOME: '/home/me' }, '/home/me/.config/go/env'],
    ['linux', { HOME: '/home/me', XDG_CONFIG_HOME: '/cfg' }, '/cfg/go/env'],
    ['linux', { HOME: '/home/me', XDG_CONFIG_HOME: 'cfg' }, undefined],
    ['linux', {}, undefined],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Application Support/go/env'],
    ['win32', { APPDATA: 'C:\\Users\\me\\AppData\\Roaming' }, 'C:\\Users\\me\\AppData\\Roaming\\go\\env'],
    ['win32', { HOME: '/home/me' }, undefined],
    ['linux', { HOME: '/home/me', GOENV: 'off' }, undefined],
    ['linux', { HOME: '/home/me', GOENV: '/else/env' }, '/else/env'],
  ])('on %s with %j is %j', (os, env, expected) => {
    expect(userSettingsFile(env, os)).toBe(expected);
  });
});
