import { expect, it } from 'vitest';
import { moduleVersion } from '../../src/domain/toolchain-module.ts';

const version = { major: 1, minor: 26, patch: 8 };
const linux = { goos: 'linux', goarch: 'amd64' };

it.each([
  [version, linux, 'v0.0.1-go1.26.8.linux-amd64'],
  [{ major: 1, minor: 20, patch: 0 }, linux, 'v0.0.1-go1.20.linux-amd64'],
  [version, { ...linux, goarch: 'arm' }, 'v0.0.1-go1.26.8.linux-arm'],
  [version, { ...linux, goos: 'windows' }, 'v0.0.1-go1.26.8.windows-amd64'],
])('%j on %j is %s of the toolchain module', (release, platform, name) => {
  expect(moduleVersion(release, platform)).toBe(name);
});
