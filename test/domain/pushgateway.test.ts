import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatewaySecrets, groupAddress, parseGateway } from '../../src/domain/pushgateway.ts';

const GATEWAY = 'https://gateway.example:9091/prefix/';

/** The labels as the gateway reads them (its README, "URL"). */
function labelsOf(address: string): Readonly<Record<string, string>> {
  const segments = new URL(address).pathname.split('/').slice(3);
  const labels: Record<string, string> = {};
  for (let index = 0; index < segments.length; index += 2) {
    const [name = '', encoding] = (segments[index] ?? '').split('@');
    const value = segments[index + 1] ?? '';
    labels[name] = encoding === 'base64' ? Buffer.from(value, 'base64url').toString() : value;
  }
  return labels;
}

describe('parseGateway', () => {
  it.each(['http://127.0.0.1:9091', ' https://user:secret@gateway.example/prefix '])('takes %s', text => {
    expect(parseGateway(text)).toBeInstanceOf(URL);
  });

  it.each(['', 'gateway.example:9091', 'ftp://gateway.example', 'https://', '/metrics', 'http:gateway'])('refuses %j', text => {
    expect(parseGateway(text)).toBeUndefined();
  });

  it('knows the secrets of an address in both spellings', () => {
    expect(gatewaySecrets('https://user:a%40b@gateway.example')).toEqual(['a%40b', 'a@b']);
    expect(gatewaySecrets('https://user:50%@gateway.example')).toEqual(['50%']);
    expect(gatewaySecrets('https://user@gateway.example')).toEqual([]);
    expect(gatewaySecrets('no URL')).toEqual([]);
  });
});

/** The labels of a run of `install`. */
function groupOf(env: Readonly<Record<string, string>>, goVersion?: string): Readonly<Record<string, string>> {
  return labelsOf(groupAddress(GATEWAY, { env, command: 'install', goVersion }));
}

describe('groupAddress', () => {
  const GITHUB = { GITHUB_REPOSITORY: 'org/project', GITHUB_WORKFLOW: 'Build & test', GITHUB_JOB: 'unit' };
  const LEG = { ...GITHUB, RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' };

  it('names the job of GitHub, and of GitLab, whose name of a job tells the legs of a matrix apart', () => {
    expect(groupOf(LEG, ' 1.26 ')).toEqual({
      job: 'setup_go_robust',
      command: 'install',
      repository: 'org/project',
      workflow: 'Build & test',
      ci_job: 'unit',
      runner_os: 'Linux',
      runner_arch: 'X64',
      go_version: '1.26',
    });
    const gitlab = { CI_PROJECT_PATH: 'group/sub/project', CI_JOB_NAME: 'test: [1.26, amd64]', RUNNER_OS: 'Linux' };
    expect(groupOf(gitlab, '1.26')).toEqual({
      job: 'setup_go_robust',
      command: 'install',
      repository: 'group/sub/project',
      ci_job: 'test: [1.26, amd64]',
    });
  });

  it('is another for each leg of a matrix', () => {
    const legs = [
      ...['1.25', '1.25.x', '1.25.0', '1.26.0-rc.1', '^1.25', '^1.25.1', 'stable', '>=1.24 <1.26', undefined].map(version =>
        groupAddress(GATEWAY, { env: LEG, command: 'install', goVersion: version }),
      ),
      groupAddress(GATEWAY, { env: { ...LEG, RUNNER_OS: 'macOS' }, command: 'install', goVersion: '1.25' }),
      groupAddress(GATEWAY, { env: { ...LEG, RUNNER_ARCH: 'ARM64' }, command: 'install', goVersion: '1.25' }),
    ];
    expect(new Set(legs).size).toBe(legs.length);
    // GitLab, at its longest: 255 characters, of which the last ones name the leg.
    const long = 'x'.repeat(250);
    expect(groupOf({ CI_JOB_NAME: `${long}: [1]` })).not.toEqual(groupOf({ CI_JOB_NAME: `${long}: [2]` }));
  });

  it.each([
    ['1.25.3', '1.25.10'],
    ['^1.25.3', '^1.25.4'],
  ])('is the same when a patch is followed by another: %s, %s', (before, after) => {
    expect(groupOf(LEG, before)).toEqual(groupOf(LEG, after));
  });

  it('leaves out what nobody names, and keeps the path of the gateway', () => {
    expect(groupAddress(GATEWAY, { env: { GITHUB_JOB: '' }, command: 'env', goVersion: '1.26' })).toBe(
      'https://gateway.example:9091/prefix/metrics/job/setup_go_robust/command/env',
    );
    expect(groupOf(GITHUB, ' ')).toEqual(groupOf(GITHUB));
    expect(groupOf(GITHUB)).not.toHaveProperty('go_version');
  });

  it('brings any name through unchanged but for its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300, size: 'max' }), name => {
        expect(groupOf({ GITHUB_JOB: name })['ci_job']).toBe(Array.from(name).slice(0, 255).join(''));
      }),
    );
  });
});
