import type { Platform } from './platform.ts';
import { type GoVersion, versionText } from './version.ts';

/** `v0.0.1-go1.26.8.linux-amd64`: a release as a version of the module golang.org/toolchain (cmd/go, toolchain.Exec). */
export function moduleVersion(version: GoVersion, platform: Pick<Platform, 'goos' | 'goarch'>): string {
  return `v0.0.1-go${versionText(version)}.${platform.goos}-${platform.goarch}`;
}

/** Directories of a release that the module lacks (cmd/distpack, modArch; `.github` is in no release since 1.21). */
export const OUTSIDE_MODULE: readonly string[] = ['.github', 'api', 'doc', 'misc', 'test'];
