import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../e2e/harness.ts';
import { type ActRun, runAct, whyNoAct } from './run-act.ts';

/** What of release.yml needs no platform: the checks of the tag, and the files of the release, made, compared and tried. */
const reason = whyNoAct();
let directory = '';
const project = (): string => join(directory, 'project');

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: project(), encoding: 'utf8' }).trim();
}

/** The workflow on a tag, up to the job `assets`. */
async function release(tag: string): Promise<ActRun> {
  const event = join(directory, 'event.json');
  await writeFile(event, JSON.stringify({ ref: `refs/tags/${tag}` }));
  const workflow = join('..', '..', '..', '.github', 'workflows', 'release.yml');
  return runAct({ workflow, directory, project: project(), job: 'assets', event });
}

beforeAll(async () => {
  if (reason !== undefined) return;
  directory = await mkdtemp(join(tmpdir(), 'act-release-'));
  execFileSync('git', ['clone', '--quiet', '--no-local', PROJECT, project()]);
});

afterAll(() => (directory === '' ? undefined : rm(directory, { recursive: true, force: true })));

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

describe('a tag', () => {
  it('that the changelog does not know releases nothing', async () => {
    git('tag', 'v99.0.0');
    const run = await release('v99.0.0');
    expect(run.results, run.log).toEqual({ check: 'failure' });
  });

  it('of a commit that is ready for it makes the files, whose archive installs a Go', async () => {
    const { version } = JSON.parse(await readFile(join(project(), 'package.json'), 'utf8')) as { version: string };
    await appendFile(join(project(), 'CHANGELOG.md'), `\n## [${version}] - 2026-12-01\n\n- For the test.\n`);
    git('commit', '--quiet', '--all', '--message', 'Release');
    git('tag', `v${version}`);
    const run = await release(`v${version}`);
    expect(run.results, run.log).toEqual({ check: 'success', assets: 'success' });
    const sums = execFileSync(process.execPath, ['scripts/release-assets.mjs', join(directory, 'again')], { cwd: project() });
    expect(run.step('assets', 'make').outputs['sums']).toBe(createHash('sha256').update(sums).digest('hex'));
  });
});
