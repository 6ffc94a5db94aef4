import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../e2e/harness.ts';
import { whyNoNetwork } from '../network.ts';
import { toolsDirectory } from '../official-archive.ts';
import { COMPONENT, HOST, openWorkshop, type Workshop, whyNoGitlab } from './run-gitlab.ts';

const CHECKER = join(toolsDirectory(), 'python', 'bin', 'check-jsonschema');
const reason = whyNoGitlab() ?? (existsSync(CHECKER) ? undefined : 'check-jsonschema is not installed (.ci/run installs it)');

const component = (inputs: string): string =>
  `include:\n  - component: ${HOST}/${COMPONENT}/setup-go-robust@1\n    inputs: {${inputs}}\n`;
const EXTENDS = 'job:\n  extends: .setup-go-robust\n  script: [go version]\n';

/** Pipelines of consumers, as docs/gitlab.md shows them. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'the defaults': component('') + EXTENDS,
  'a version and no cache': component("go-version: '1.26', cache: false, report-dir: out") + EXTENDS,
  'a setup job': `${component('setup-job: true, stage: build')}stages: [build, test]\njob:\n  extends: .use-go-robust\n  script: [go version]\n`,
  'a reference': `${component('job-prefix: go-')}job:\n  before_script:\n    - echo first\n    - !reference [.go-setup-go-robust, before_script]\n  script: [go version]\n`,
};

describe('the pipeline that GitLab would see', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    if (reason === undefined) workshop = await openWorkshop(['1.0.0']);
  });
  afterAll(() => workshop?.dispose());
  beforeEach(context => {
    if (reason !== undefined) context.skip(reason);
  });

  async function expectValid(project: string, isOwn = false): Promise<void> {
    const { exitCode, log } = await workshop.run(project, { args: ['--preview'], isOwn });
    expect(exitCode, log).toBe(0);
    const file = join(workshop.directory, 'preview.yml');
    await writeFile(file, log.slice(log.indexOf('---\n')));
    await promisify(execFile)(CHECKER, ['--builtin-schema', 'vendor.gitlab-ci', file]);
  }

  it.each(Object.keys(EXAMPLES))('is valid with %s', async name => {
    await expectValid(await workshop.consumer(name.replaceAll(' ', '-'), { '.gitlab-ci.yml': EXAMPLES[name] ?? '' }));
  });

  it('is valid for this project itself', async () => {
    await expectValid(join(workshop.directory, 'git', `${COMPONENT}.git`), true);
  });
});

describe('the patterns of the inputs under RE2', () => {
  const noGo = whyNoNetwork();
  const texts = ['', '1.26', '$VERSION', '1.26\n', '\n$VERSION', '$(id)', '`id`', "a'b", 'a"b', 'a\\b', '$A$B', 'é"'];
  /** What each pattern may let through of these. */
  const HARMLESS = ['', '1.26', '$VERSION'];

  it.skipIf(noGo !== undefined)('let nothing through that could act in a shell', async () => {
    const template = await readFile(join(PROJECT, 'templates/setup-go-robust/template.yml'), 'utf8');
    const rows = [...template.matchAll(/^ {4}([\w-]+):\n(?: {6}(?!regex).*\n)* {6}regex: '(.*)'$/gmu)];
    const patterns = Object.fromEntries(rows.map(([, name = '', text = '']) => [name, text.replaceAll("''", "'")]));
    expect(Object.keys(patterns)).toEqual(expect.arrayContaining(['go-version', 'source-token', 'job-prefix', 'bundle']));
    const options = {
      cwd: join(import.meta.dirname, 're2'),
      input: JSON.stringify({ patterns, texts }),
      encoding: 'utf8',
    } as const;
    const answers = JSON.parse(execFileSync(process.env['GO'] ?? 'go', ['run', 'main.go'], options)) as Readonly<
      Record<string, readonly boolean[]>
    >;
    for (const name of Object.keys(patterns).filter(each => each !== 'setup-image')) {
      const accepted = texts.filter((_, index) => answers[name]?.[index] === true);
      expect({ name, accepted: accepted.filter(text => !HARMLESS.includes(text)) }).toEqual({ name, accepted: [] });
      // No text at all, a version and a variable: each pattern is for something.
      expect(accepted.length + (name === 'report-dir' ? 1 : 0), name).toBeGreaterThan(0);
    }
  });
});
