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

describe('groupAddress', () => {
  it('names the job of GitHub, and of GitLab', () => {
    const github = { GITHUB_REPOSITORY: 'org/project', GITHUB_WORKFLOW: 'Build & test', GITHUB_JOB: 'unit' };
    expect(labelsOf(groupAddress(GATEWAY, { env: github, command: 'install' }))).toEqual({
      job: 'setup_go_robust',
      command: 'install',
      repository: 'org/project',
      workflow: 'Build & test',
      ci_job: 'unit',
    });
    const gitlab = { CI_PROJECT_PATH: 'group/sub/project', CI_JOB_NAME: 'test: [1.26, amd64]' };
    expect(labelsOf(groupAddress(GATEWAY, { env: gitlab, command: 'install' }))).toEqual({
      job: 'setup_go_robust',
      command: 'install',
      repository: 'group/sub/project',
      ci_job: 'test: [1.26, amd64]',
    });
  });

  it('leaves out what nobody names, and keeps the path of the gateway', () => {
    expect(groupAddress(GATEWAY, { env: { GITHUB_JOB: '' }, command: 'env' })).toBe(
      'https://gateway.example:9091/prefix/metrics/job/setup_go_robust/command/env',
    );
  });

  it('brings any name through unchanged but for its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), name => {
        const { ci_job: got } = labelsOf(groupAddress(GATEWAY, { env: { GITHUB_JOB: name }, command: 'install' }));
        expect(got).toBe(Array.from(name).slice(0, 100).join(''));
      }),
    );
  });
});
