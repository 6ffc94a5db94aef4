import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MORE_FILE_RENDERERS } from '../../../src/report/file-renderers.ts';
import { FILE_RENDERERS } from '../../../src/report/registry.ts';
import { PROJECT } from '../../e2e/harness.ts';
import { runAct, whyNoAct } from '../act/run-act.ts';
import { readReportFiles, refusedFiles } from './report-files.ts';
import {
  artifactFiles,
  COMPONENT,
  HOST,
  imageWithoutNode,
  openWorkshop,
  type Pipeline,
  type Workshop,
  whyNoGitlab,
} from './run-gitlab.ts';

const reason = whyNoGitlab();
const KEPT = 'kept-go1.26.8.linux-amd64.tar.gz';
const TAGS = ['1.2.3', '1.3.0', '1.4.0-rc.1', '2.0.0'];

let workshop: Workshop;
let hello: Readonly<Record<string, string>>;

beforeAll(async () => {
  if (reason !== undefined) return;
  workshop = await openWorkshop(TAGS);
  const read = (name: string): Promise<string> => readFile(join(PROJECT, 'test/conformance/act/hello', name), 'utf8');
  hello = { 'go.mod': await read('go.mod'), 'main.go': await read('main.go'), 'main_test.go': TEST, 'go.sum': '' };
});
afterAll(() => workshop?.dispose());
beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

const include = (version: string, inputs: string): string =>
  `  - component: ${HOST}/${COMPONENT}/setup-go-robust@${version}\n    inputs: {${inputs}}\n`;

/** The module of the act workflow, with a test. */
const TEST = 'package main\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) { t.Log("tested") }\n';
const BUILD = '  script:\n    - go test -v ./...\n    - go run .\n';
const LOOK = '  script:\n    - go version\n';

describe('a consumer in another repository', () => {
  let project: string;
  let pipeline: Pipeline;

  beforeAll(async () => {
    if (reason !== undefined) return;
    const go = 'go-version: 1.26.8, sources: goproxy';
    const yaml = [
      'include:\n',
      include('1.2.3', `${go}, job-prefix: exact-, cache: false`),
      include('1', `${go}, job-prefix: newest-`),
      include(workshop.commitOf('1.2.3'), `${go}, job-prefix: commit-, cache: false`),
      include('1.2.3', `go-version: nonsense, job-prefix: broken-`),
      `newest:\n  extends: .newest-setup-go-robust\n${BUILD}`,
      ...['exact', 'commit'].map(name => `${name}:\n  extends: .${name}-setup-go-robust\n${LOOK}`),
      `broken:\n  extends: .broken-setup-go-robust\n  allow_failure: {exit_codes: [64]}\n${LOOK}`,
    ];
    project = await workshop.consumer('consumer', { ...hello, '.gitlab-ci.yml': yaml.join('') });
    pipeline = await workshop.run(project);
  });

  it('builds and runs a module with a proved Go, whichever way it names the version', async () => {
    expect(pipeline.results, pipeline.log.slice(-6_000)).toEqual({
      exact: 'PASS',
      newest: 'PASS',
      commit: 'PASS',
      broken: 'WARN',
    });
    expect(pipeline.exitCode).toBe(0);
    for (const text of ['--- PASS: TestNothing', 'hello from go1.26.8']) expect(pipeline.logOf('newest')).toContain(text);
    for (const job of ['exact', 'newest', 'commit']) {
      expect(await pipeline.reportOf(job)).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' }, cause: null });
    }
  });

  it('gets the bundle of exactly that commit', () => {
    const asked = new Set(workshop.api.requests.map(({ target }) => new URL(target, 'http://localhost').searchParams.get('ref')));
    // `1` is the newest 1.x.y that is no pre-release.
    expect([...asked].sort()).toEqual([workshop.commitOf('1.2.3'), workshop.commitOf('1.3.0')].sort());
  });

  it('gets every report file, also of a run that failed', async () => {
    const expected = [...[...FILE_RENDERERS, ...MORE_FILE_RENDERERS].map(({ fileName }) => fileName), '.gitignore'].sort();
    for (const job of ['exact', 'broken']) expect(await artifactFiles(project, job, 'setup-go-robust-report')).toEqual(expected);
    expect(await pipeline.reportOf('broken')).toMatchObject({ exitCode: 64, cause: { code: 'INPUT.VERSION' } });
  });

  it('gets report files that those can read who will, also of a run that failed', async () => {
    expect(Object.values(refusedFiles(project, ['exact', 'newest', 'broken'])).flat()).toEqual([]);
    for (const job of ['exact', 'newest', 'broken']) {
      const { codeQuality, links, html, metrics, variables } = await readReportFiles(project, job);
      const { cause, exitCode, findings } = await pipeline.reportOf(job);
      expect(codeQuality).toHaveLength(findings.filter(({ location }) => location !== undefined).length);
      expect(links.includes('INPUT.VERSION')).toBe(job === 'broken');
      expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/iu);
      expect(metrics).toMatch(/\n# EOF\n$/u);
      const prefix = `SGR_${job}_`;
      expect(variables).toMatchObject({ [`${prefix}CAUSE`]: cause?.code ?? '', [`${prefix}EXIT_CODE`]: String(exitCode) });
    }
    expect((await readReportFiles(project, 'broken')).junit).toContain('<failure type="INPUT.VERSION"');
    expect((await readReportFiles(project, 'exact')).junit).not.toContain('<failure');
  });

  it('says the same as the action does for the same project', async context => {
    const noAct = whyNoAct();
    if (noAct !== undefined) context.skip(noAct);
    const act = await runAct({ workflow: 'workflow.yml', directory: join(workshop.directory, 'act') });
    expect(act.results, act.log).toEqual({ hello: 'success', broken: 'success' });
    const [good, bad] = [await pipeline.reportOf('exact'), await pipeline.reportOf('broken')];
    const { outputs } = act.step('hello', 'go');
    expect({ version: good.go?.version, proof: good.proof?.kind }).toEqual({
      version: outputs['go-version'],
      proof: outputs['proof'],
    });
    expect(bad.cause?.code).toBe(act.step('broken', 'go').outputs['cause']);
  });

  it('installs from the archive in the cache the next time, and proves it again', async () => {
    const again = await workshop.run(project, { args: ['newest'] });
    expect(again.results, again.log.slice(-3_000)).toEqual({ newest: 'PASS' });
    expect(await again.reportOf('newest')).toMatchObject({ installedFrom: 'kept', proof: { kind: 'checksum-database' } });
  });
});

describe('jobs without Node.js', () => {
  it('take over the Go of the job go-setup, by extends and by !reference, with each prefix its own', async () => {
    const yaml = [
      'include:\n',
      include('1.2.3', 'go-version: 1.26.8, sources: goproxy, setup-job: true, cache: false'),
      include('1.2.3', 'go-version: 1.25.3, sources: goproxy, setup-job: true, cache: false, job-prefix: old-, preflight: warn'),
      'stages: [test]\n',
      // The PATH of an image that has neither Node.js nor Go.
      'new:\n  stage: test\n  before_script:\n    - export PATH="$CONSUMER_PATH"; ! command -v node\n    - !reference [.use-go-robust, before_script]\n',
      LOOK,
      'old:\n  stage: test\n  extends: .old-use-go-robust\n  script:\n    - go version\n',
    ];
    const project = await workshop.consumer('hand-over', { ...hello, '.gitlab-ci.yml': yaml.join('') });
    const bin = join(workshop.directory, 'bin');
    const { exitCode, results, logOf, log, artifact } = await workshop.run(project, {
      args: ['--variable', `CONSUMER_PATH=${await imageWithoutNode(bin)}`],
    });
    expect(results, log.slice(-6_000)).toEqual({ 'go-setup': 'PASS', 'old-go-setup': 'PASS', new: 'PASS', old: 'PASS' });
    expect(exitCode).toBe(0);
    expect(logOf('new')).toContain('go version go1.26.8 ');
    expect(logOf('old')).toContain('go version go1.25.3 ');
    // The limit of an artifact on GitLab where nobody has raised it.
    expect((await stat(join(project, '.gitlab-ci-local/artifacts/go-setup/.sgr/go/archives', KEPT))).size).toBeLessThan(
      100_000_000,
    );
    expect(await artifact('go-setup', 'setup-go-robust-report/go.env')).toMatch(/^SGR_ARCHIVE_SHA256=[0-9a-f]{64}$/mu);
  });
});
