import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { type Finding, finding } from '../../src/domain/finding.ts';
import { type GoVersion, parseGoVersion, versionText } from '../../src/domain/version.ts';
import { parseSpec, type VersionSpec } from '../../src/domain/version-spec.ts';
import { type Choice, chooseReleases, type Knowledge } from '../../src/policy/choose-release.ts';

const version = (text: string) => parseGoVersion(text) as GoVersion;
const known = (text: string, files: readonly string[] = [], isComplete = files.length > 0) => ({
  version: version(text),
  stable: version(text).prerelease === undefined,
  files: files.map(name => ({ fileName: name, goos: name.split('-')[0] ?? '', goarch: name.split('-')[1] ?? '' })),
  learntFrom: ['official'],
  isComplete,
});
const choice = (text: string, over: Partial<Choice> = {}): Choice => ({
  spec: parseSpec(text) as VersionSpec,
  platform: { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' },
  minGoVersion: version('1.21'),
  belowMinimum: 'error',
  ...over,
});
const knowledge = (over: Partial<Knowledge> = {}): Knowledge => ({
  releases: ['1.27.2', '1.27.1', '1.26.9', '1.20.14', '1.20', '1.2.2'].map(text => known(text)),
  answered: ['official'],
  failures: [],
  ...over,
});

function findings(body: () => unknown): readonly Finding[] {
  try {
    body();
  } catch (error) {
    if (error instanceof Failure) return error.findings;
    throw error;
  }
  return [];
}
const evidence = (found: Finding | undefined, name: string) => found?.evidence.find(each => each.name === name)?.value;

describe('chooseReleases', () => {
  it('gives all matches, newest first', () => {
    const { candidates, warnings } = chooseReleases(choice('1.27'), knowledge());
    expect(candidates.map(each => versionText(each.version))).toEqual(['1.27.2', '1.27.1']);
    expect(warnings).toEqual([]);
  });

  it('offers the nearest versions when the lists answered and none matches', () => {
    const [main] = findings(() => chooseReleases(choice('1.27.9'), knowledge()));
    expect(main).toMatchObject({ code: 'VERSION.UNKNOWN', subject: '1.27.9', confidence: 'certain' });
    expect(evidence(main, 'nearest')).toBe('1.27.2, 1.27.1');
  });

  it('is less sure when a list did not answer', () => {
    const failures = [finding('TCP.REFUSED', { subject: 'go.dev' })];
    const [main] = findings(() => chooseReleases(choice('1.29'), knowledge({ failures })));
    expect(main).toMatchObject({ code: 'VERSION.UNKNOWN', confidence: 'likely' });
    expect(evidence(main, 'lists that failed')).toBe('go.dev (TCP.REFUSED)');
  });

  it('says that there is no source, and why each failed, when no list answered', () => {
    const failures = [finding('TCP.REFUSED', { subject: 'go.dev' }), finding('DNS.NXDOMAIN', { subject: 'x' })];
    const found = findings(() => chooseReleases(choice('1.29'), knowledge({ answered: [], failures })));
    expect(found.map(each => each.code)).toEqual(['VERSION.NO_SOURCE', 'TCP.REFUSED', 'DNS.NXDOMAIN']);
  });

  it('refuses what is older than the minimum', () => {
    const [main] = findings(() => chooseReleases(choice('1.20'), knowledge()));
    expect(main).toMatchObject({ code: 'VERSION.TOO_OLD', severity: 'error', fixes: [] });
    expect(evidence(main, 'newest')).toBe('1.20.14');
  });

  it('keeps old releases out of a range that has newer ones', () => {
    const { candidates } = chooseReleases(choice('>=1.20'), knowledge());
    expect(candidates.map(each => versionText(each.version))).toEqual(['1.27.2', '1.27.1', '1.26.9']);
  });

  it('only warns when the request is a language version', () => {
    const { candidates, warnings } = chooseReleases(choice('1.20', { belowMinimum: 'warning' }), knowledge());
    expect(candidates.map(each => versionText(each.version))).toEqual(['1.20.14', '1.20']);
    expect(warnings).toMatchObject([{ code: 'VERSION.TOO_OLD', severity: 'warning' }]);
  });

  it('explains the number that an unquoted 1.20 becomes in YAML', () => {
    const [main] = findings(() => chooseReleases(choice('1.2'), knowledge()));
    expect(main).toMatchObject({ code: 'VERSION.TOO_OLD', fixes: [{ text: "go-version: '1.20'" }] });
  });

  it('skips releases that a complete list does not have for this platform', () => {
    const releases = [known('1.27.2', ['darwin-arm64', 'windows-amd64']), known('1.27.1', ['linux-amd64'])];
    const { candidates } = chooseReleases(choice('1.27'), knowledge({ releases }));
    expect(candidates.map(each => versionText(each.version))).toEqual(['1.27.1']);
  });

  it('names the platforms that exist when there is none for this one', () => {
    const releases = [known('1.27.2', ['windows-amd64', 'darwin-arm64']), known('1.27.1', ['aix-ppc64'])];
    const [main] = findings(() => chooseReleases(choice('1.27'), knowledge({ releases })));
    expect(main).toMatchObject({ code: 'VERSION.NO_PLATFORM', subject: 'linux/amd64' });
    expect(evidence(main, 'platforms that exist')).toBe('darwin/arm64 windows/amd64');
  });

  it('does not conclude from a partial list that a platform is missing', () => {
    const releases = [known('1.27.2', ['darwin-arm64'], false)];
    expect(chooseReleases(choice('1.27'), knowledge({ releases })).candidates).toHaveLength(1);
  });
});
