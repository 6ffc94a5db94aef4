import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'release-scripts-'));
afterAll(() => rmSync(directory, { recursive: true }));

function node(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
  return { status, stdout };
}

describe('check-release.mjs', () => {
  const CHANGELOG = `# Changelog

## [Unreleased]

- later

## [1.2.3] - 2026-12-01

### Added

- what is new

## [1.2.2] - 2026-11-01

- old

[1.2.3]: https://example.com/
`;

  function check(tag: string, change: { manifest?: string; product?: string; changelog?: string } = {}) {
    const project = mkdtempSync(join(directory, 'project-'));
    mkdirSync(join(project, 'src', 'domain'), { recursive: true });
    cpSync(join(ROOT, 'scripts'), join(project, 'scripts'), { recursive: true });
    writeFileSync(join(project, 'package.json'), JSON.stringify({ version: change.manifest ?? '1.2.3', type: 'module' }));
    const product = readFileSync(join(ROOT, 'src', 'domain', 'product.ts'), 'utf8');
    const named = product.replace(/version: '[^']+'/u, `version: '${change.product ?? '1.2.3'}'`);
    writeFileSync(join(project, 'src', 'domain', 'product.ts'), named);
    writeFileSync(join(project, 'CHANGELOG.md'), change.changelog ?? CHANGELOG);
    return node(join(project, 'scripts', 'check-release.mjs'), [tag]);
  }

  it('prints what the changelog says of the release, and nothing of its neighbours', () => {
    expect(check('v1.2.3')).toEqual({ status: 0, stdout: '### Added\n\n- what is new\n' });
    expect(check('v1.2.2', { manifest: '1.2.2', product: '1.2.2' })).toEqual({ status: 0, stdout: '- old\n' });
  });

  it.each([
    ['a tag of another form', '1.2.3', {}],
    ['a tag with a leading zero', 'v1.02.3', {}],
    ['a pre-release', 'v1.2.3-rc.1', {}],
    ['another version in package.json', 'v1.2.3', { manifest: '1.2.4' }],
    ['a program that calls itself otherwise', 'v1.2.3', { product: '1.2.2' }],
    ['a changelog without the release', 'v1.2.4', { manifest: '1.2.4', product: '1.2.4' }],
    ['a release without a day', 'v1.2.3', { changelog: CHANGELOG.replace(' - 2026-12-01', '') }],
    ['a release without a text', 'v1.2.3', { changelog: CHANGELOG.replace('### Added\n\n- what is new\n', '') }],
  ])('refuses %s', (_, tag, change) => {
    expect(check(tag, change)).toEqual({ status: 1, stdout: '' });
  });
});

describe('check-gate.mjs', () => {
  const WORKFLOW = readFileSync(join(ROOT, '.github', 'workflows', 'ci.yml'), 'utf8');
  const check = (text: string): number | null => {
    const file = join(directory, 'ci.yml');
    writeFileSync(file, text);
    return node(join(ROOT, 'scripts', 'check-gate.mjs'), [file]).status;
  };

  it('is content with ci.yml', () => expect(check(WORKFLOW)).toBe(0));

  it('notices each job that the gate forgets', () => {
    const [, needs = ''] = /needs: \[(.*)\]/u.exec(WORKFLOW) ?? [];
    const names = needs.split(', ');
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const without = names.filter(other => other !== name).join(', ');
      expect(check(WORKFLOW.replace(`needs: [${needs}]`, `needs: [${without}]`)), name).toBe(1);
    }
  });

  it('notices a new job, and a file in which it finds none', () => {
    expect(check(`${WORKFLOW}\n  another:\n    runs-on: ubuntu-latest\n`)).toBe(1);
    expect(check('name: CI\n')).toBe(1);
  });
});

describe('provenance.mjs', () => {
  const ENV = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'org/setup-go-robust',
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_WORKFLOW_REF: 'org/setup-go-robust/.github/workflows/release.yml@refs/tags/v1.2.3',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_REPOSITORY_OWNER_ID: '2',
    RUNNER_ENVIRONMENT: 'github-hosted',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_RUN_ID: '3',
    GITHUB_RUN_ATTEMPT: '1',
  };
  const script = join(ROOT, 'scripts', 'provenance.mjs');

  it('names the commit, the workflow and the run', () => {
    expect(JSON.parse(node(script, [], ENV).stdout)).toMatchObject({
      buildDefinition: {
        externalParameters: { workflow: { path: '.github/workflows/release.yml', ref: 'refs/tags/v1.2.3' } },
        resolvedDependencies: [{ digest: { gitCommit: 'a'.repeat(40) } }],
      },
      runDetails: {
        builder: { id: 'https://github.com/org/setup-go-robust/.github/workflows/release.yml@refs/tags/v1.2.3' },
        metadata: { invocationId: 'https://github.com/org/setup-go-robust/actions/runs/3/attempts/1' },
      },
    });
  });

  it.each(Object.keys(ENV))('says nothing without %s', name => {
    const { status, stdout } = node(script, [], { ...ENV, [name]: '' });
    expect([status, stdout]).toEqual([1, '']);
  });
});

describe.skipIf(process.platform === 'win32')('verify-release.sh', () => {
  const ARCHIVE = 'setup-go-robust-1.2.3.tar.gz';
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  /** With a cosign that refuses the files whose name it is told; returns the status and what it was asked. */
  function verify(options: { refuse?: string; archive?: string; sums?: string; tag?: string } = {}) {
    const files = mkdtempSync(join(directory, 'files-'));
    const calls = join(files, 'calls');
    const cosign = join(files, 'cosign');
    writeFileSync(
      cosign,
      `#!/bin/sh\necho "$*" >>'${calls}'\ncase "$*" in *${options.refuse ?? 'nothing-of-this-name'}*) exit 1 ;; esac\n`,
    );
    chmodSync(cosign, 0o755);
    writeFileSync(join(files, ARCHIVE), options.archive ?? 'archive');
    writeFileSync(join(files, 'SHA256SUMS'), options.sums ?? `${sha256('archive')}  ${ARCHIVE}\n`);
    const script = join(ROOT, 'scripts', 'verify-release.sh');
    const env = { PATH: process.env['PATH'], COSIGN: cosign, REPOSITORY: 'org/setup-go-robust' };
    const { status } = spawnSync('bash', [script, options.tag ?? 'v1.2.3', files], { env, stdio: 'ignore' });
    return { isProved: status === 0, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
  }

  it('asks for the signature and both attestations of this workflow on this tag', () => {
    const { isProved, calls } = verify();
    expect(isProved).toBe(true);
    expect(calls).toHaveLength(3);
    const identity = 'https://github.com/org/setup-go-robust/.github/workflows/release.yml@refs/tags/v1.2.3 ';
    expect(calls.filter(call => !call.includes(`--certificate-identity ${identity}`))).toEqual([]);
  });

  it.each([
    ['a signature that does not hold', { refuse: 'SHA256SUMS.sigstore.json' }],
    ['a provenance that does not hold', { refuse: 'provenance.sigstore.json' }],
    ['an SBOM that does not hold', { refuse: 'sbom.sigstore.json' }],
    ['an archive that was altered', { archive: 'other' }],
    ['sums that do not name the archive', { sums: `${sha256('archive')}  SHA256SUMS.none\n` }],
    ['an archive of another release', { tag: 'v1.2.4' }],
  ])('is red for %s', (_, options) => expect(verify(options).isProved).toBe(false));
});
