import { type GoVersion, parseGoVersion, versionSemver, versionText } from './version.ts';

/** The version of a build that is not the Go project's: `1.25.3-1` is the second build of 1.25.3. */
export interface PrivateVersion {
  /** Of the Go that it was made from. */
  readonly version: GoVersion;
  /** With its hyphen; empty when there is none. */
  readonly suffix: string;
}

/** Reads `go1.25.3-1`, `1.25.3-custom`, and every name of a public release. Undefined for anything else. */
export function parsePrivateVersion(text: string): PrivateVersion | undefined {
  const known = parseGoVersion(text);
  if (known !== undefined) return { version: known, suffix: '' };
  const [, base = '', suffix = ''] = /^([^-]+)(-[0-9A-Za-z][0-9A-Za-z.-]{0,40})$/u.exec(text) ?? [];
  const version = parseGoVersion(base);
  return version === undefined || version.prerelease !== undefined ? undefined : { version, suffix };
}

/** As `go version` says it, without `go`. */
export function privateVersionText({ version, suffix }: PrivateVersion): string {
  return `${versionText(version)}${suffix}`;
}

/** Its directory in the tool cache: semver, as setup-go makes it. */
export function privateVersionName({ version, suffix }: PrivateVersion): string {
  return `${versionSemver(version)}${suffix}`;
}
