import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFakeGo } from '../../e2e/fake-go.ts';
import { makeCertificate } from '../../servers/certificates.ts';
import { type Mirror, startMirror } from '../../servers/mirror.ts';
import { closedPort, type Origin, respond, startOrigin } from '../../servers/origin.ts';
import { readReportFiles, refusedFiles } from './report-files.ts';
import {
  COMPONENT,
  HOST,
  imageWithoutNode,
  openWorkshop,
  type Pipeline,
  TOKEN,
  type Workshop,
  whyNoGitlab,
} from './run-gitlab.ts';

const reason = whyNoGitlab();
const GO = makeFakeGo({ version: '1.26.8', sourceFileCount: 10 });

/** A job that must end red. `before` runs before the component; `project` is what the fake API knows the fault by. */
interface Fault {
  readonly name: string;
  readonly exit: number;
  readonly cause: string;
  readonly inputs?: string;
  readonly before?: string;
  readonly isTemporary?: true;
  /** `file:line` where the merge request shows the cause. */
  readonly at?: string;
}

/** Neither the API nor git: what stands in for https here is a directory. */
const NO_ACCESS = 'export CI_JOB_TOKEN=of-another GIT_ALLOW_PROTOCOL=https';

let workshop: Workshop;
let mirror: Mirror;
let altered: Mirror;
let busy: Mirror;
let interceptor: Origin;
let closed: number;
beforeAll(async () => {
  if (reason !== undefined) return;
  workshop = await openWorkshop(['1.0.0'], {
    fault: ({ project }) => {
      if (project === 'org/login') return { kind: 'login' };
      return project === 'org/altered' ? { kind: 'altered' } : undefined;
    },
  });
  const files = { [GO.tarGz.fileName]: GO.tarGz.bytes };
  mirror = await startMirror({ files });
  altered = await startMirror({ files, fault: { kind: 'flip', atByte: Math.floor(GO.tarGz.bytes.length / 2) } });
  busy = await startMirror({ files, fault: { kind: 'status', status: 503 } });
  interceptor = await startOrigin(socket => respond(socket, {}), { tls: makeCertificate({ name: '127.0.0.1' }) });
  closed = await closedPort();
});
afterAll(async () => {
  if (reason === undefined)
    await Promise.all(
      [workshop, mirror, altered, busy, interceptor].map(each => ('dispose' in each ? each.dispose() : each.close())),
    );
});
beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

const pinned = (sources: string): string => `go-version: 1.26.8, sources: '${sources}', checksum: '${GO.h1}', timeout: 20s`;

function faults(): readonly Fault[] {
  const good = pinned(mirror.url);
  return [
    { name: 'module-file', exit: 71, cause: 'INPUT.VERSION_FILE', inputs: 'working-directory: broken' },
    {
      name: 'syntax',
      exit: 71,
      cause: 'GO.MOD_SYNTAX',
      inputs: `working-directory: syntax, ${good}`,
      at: 'syntax/go.mod:5',
    },
    { name: 'merge', exit: 71, cause: 'MERGE.MARKS', inputs: `working-directory: merge, ${good}`, at: 'merge/go.mod:3' },
    { name: 'untrusted', exit: 72, cause: 'TLS.SELF_SIGNED', inputs: pinned(interceptor.url) },
    { name: 'dead', exit: 72, cause: 'TCP.REFUSED', inputs: pinned(`http://127.0.0.1:${closed}`) },
    { name: 'tampered', exit: 73, cause: 'ARC.CORRUPT', inputs: pinned(altered.url) },
    { name: 'token', exit: 70, cause: 'BOOT.DENIED', inputs: good, before: NO_ACCESS },
    { name: 'no-node', exit: 70, cause: 'BOOT.NO_NODE', inputs: good, before: 'export PATH="$BARE_PATH"' },
    { name: 'old-node', exit: 70, cause: 'BOOT.NODE_TOO_OLD', inputs: good, before: 'export PATH="$OLD_PATH:$PATH"' },
    { name: 'digest', exit: 70, cause: 'BOOT.DIGEST', inputs: `${good}, component-project: org/altered` },
    { name: 'login', exit: 70, cause: 'BOOT.NOT_BUNDLE', inputs: `${good}, component-project: org/login` },
    { name: 'input', exit: 64, cause: 'INPUT.VERSION', inputs: 'go-version: nonsense' },
    { name: 'busy', exit: 75, cause: 'HTTP.SERVER', inputs: pinned(busy.url), isTemporary: true },
  ];
}

function pipelineOf(list: readonly Fault[]): string {
  const includes = list.map(({ name, inputs = '' }) => {
    return `  - component: ${HOST}/${COMPONENT}/setup-go-robust@1.0.0\n    inputs: {job-prefix: ${name}-, cache: false, ${inputs}}\n`;
  });
  const jobs = list.map(({ name, before = 'echo begin', isTemporary }) =>
    [
      `${name}:`,
      `  extends: .${name}-setup-go-robust`,
      '  before_script:',
      `    - ${before}`,
      `    - !reference [.${name}-setup-go-robust, before_script]`,
      '  script: [echo "REACHED the script"]',
      // 75 is worth a retry; the emulator knows no retry by exit code.
      isTemporary === true ? '  allow_failure: {exit_codes: [75]}\n' : '',
    ].join('\n'),
  );
  return ['include:\n', ...includes, ...jobs].join('');
}

describe('a consumer that something is wrong with', () => {
  let list: readonly Fault[] = [];
  let pipeline: Pipeline;
  let project: string;

  beforeAll(async () => {
    if (reason !== undefined) return;
    list = faults();
    const files = {
      '.gitlab-ci.yml': pipelineOf(list),
      'broken/go.mod': 'modul example.com/broken\n\ngo one\n',
      'syntax/go.mod': 'module example.com/syntax\n\ngo 1.26\n\nrequire example.com/m\n',
      'merge/go.mod': 'module example.com/merge\n\n<<<<<<< HEAD\ngo 1.26\n=======\ngo 1.25\n>>>>>>> topic\n',
    };
    project = await workshop.consumer('broken', files);
    const bare = await imageWithoutNode(join(workshop.directory, 'bin'));
    const old = join(workshop.directory, 'old');
    await mkdir(old);
    await writeFile(join(old, 'node'), '#!/bin/sh\necho v18.20.8\n');
    await chmod(join(old, 'node'), 0o755);
    const args = ['--variable', `BARE_PATH=${bare}`, '--variable', `OLD_PATH=${old}`];
    pipeline = await workshop.run(project, { args, env: { NO_COLOR: '1', GOPROXY: 'off', NO_PROXY: '127.0.0.1' } });
  });

  it('is red in every job, and only what is temporary may be allowed to fail', () => {
    const expected = Object.fromEntries(list.map(({ name, isTemporary }) => [name, isTemporary === true ? 'WARN' : 'FAIL']));
    expect(pipeline.results, pipeline.log.slice(-5_000)).toEqual(expected);
    expect(pipeline.exitCode).toBe(1);
    expect(pipeline.log).not.toContain('REACHED');
    expect(pipeline.log).not.toContain(TOKEN);
  });

  it('reads the documented exit code and the cause in the last lines of the log, and in the variables', async () => {
    const seen = await Promise.all(
      list.map(async ({ name }) => {
        const lines = pipeline.logOf(name).trimEnd().split('\n').slice(-25).join('\n');
        const variables = await pipeline.artifact(name, 'setup-go-robust-report/go.env');
        return {
          name,
          cause: / {2}Cause {4}(\S+)/u.exec(lines)?.[1],
          exit: Number(/ {2}Exit {5}(\d+)/u.exec(lines)?.[1]),
          handed: /^SGR_\w*CAUSE=(\S+)$/mu.exec(variables)?.[1],
        };
      }),
    );
    expect(seen).toEqual(list.map(({ name, cause, exit }) => ({ name, cause, exit, handed: cause })));
  });

  it('has the cause in JUnit, and report files that can be read wherever the program came in', async () => {
    for (const { name, cause } of list) {
      const junit = await pipeline.artifact(name, 'setup-go-robust-report/junit.xml');
      expect({ name, hasCause: junit.includes(`type="${cause}"`) }).toEqual({ name, hasCause: true });
    }
    const ran = list.filter(({ cause }) => !cause.startsWith('BOOT.'));
    for (const { name, cause } of ran) {
      const { links, metrics } = await readReportFiles(project, name);
      expect({ name, isLinked: links.includes(cause) }).toEqual({ name, isLinked: true });
      expect(metrics, name).toMatch(/\n# EOF\n$/u);
    }
    expect(
      Object.values(
        refusedFiles(
          project,
          ran.map(({ name }) => name),
        ),
      ).flat(),
    ).toEqual([]);
  });

  it('shows what is wrong with a project at its line', async () => {
    for (const { name, cause, at } of list.filter(fault => fault.at !== undefined)) {
      const { codeQuality } = await readReportFiles(project, name);
      const places = codeQuality.map(({ check_name, location: { path, lines } }) => [check_name, `${path}:${lines.begin}`]);
      expect(places).toEqual([[cause, at]]);
    }
  });

  it('has a fix for each', () => {
    for (const { name } of list) expect(pipeline.logOf(name), name).toMatch(/^ {2}Fix {6}\S/mu);
  });
});

describe('an input that could act in a shell', () => {
  it.each([
    { name: 'a quote', input: 'go-version', text: '1.26"; touch pwned; "' },
    { name: 'a substitution', input: 'sources', text: '$(touch pwned)' },
    { name: 'backticks', input: 'working-directory', text: '`touch pwned`' },
    { name: 'a line break', input: 'go-version-file', text: 'go.mod\ntouch pwned' },
    { name: 'a kilobyte', input: 'job-prefix', text: `a b${'c'.repeat(1_024)}` },
  ])('is refused before there is a job: $name', async ({ name, input, text }) => {
    const yaml = `include:\n  - component: ${HOST}/${COMPONENT}/setup-go-robust@1.0.0\n    inputs:\n      ${input}: ${JSON.stringify(text)}\njob:\n  extends: .setup-go-robust\n  script: [go version]\n`;
    const project = await workshop.consumer(name.replaceAll(' ', '-'), { '.gitlab-ci.yml': yaml });
    const { exitCode, log } = await workshop.run(project, { args: ['--preview'] });
    expect(exitCode).not.toBe(0);
    expect(log).toContain(input);
    expect(log).not.toContain('before_script');
  });
});
