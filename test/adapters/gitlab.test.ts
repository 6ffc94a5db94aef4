import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitlabHost, type GitlabHost, type GitlabOptions } from '../../src/adapters/gitlab.ts';
import type { Event } from '../../src/domain/event.ts';
import { MORE_FILE_RENDERERS } from '../../src/report/file-renderers.ts';
import { FILE_RENDERERS } from '../../src/report/registry.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { allFailed, fold, installed, timeline } from '../report/scenarios.ts';

const ESCAPE = '\u001B';

let project: string;
let written: string[];
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'gitlab host '));
  written = [];
});
afterEach(() => rm(project, { recursive: true, force: true }));

function host(options: Partial<GitlabOptions> = {}): GitlabHost {
  let seconds = 1_700_000_000;
  return createGitlabHost({
    stdout: { write: text => written.push(text) },
    project,
    state: '.sgr/go',
    reportDir: 'report',
    variablePrefix: 'SGR_',
    shell: 'sh',
    home: '/root',
    noColor: true,
    nowSeconds: () => (seconds += 1),
    isCached: false,
    platform: { goos: 'linux', goarch: 'amd64' },
    keepsArchive: false,
    ...options,
  });
}

function hear(target: GitlabHost, events: readonly Event[]): void {
  for (const event of events) target.hear(event);
}

/** Markers in their order, as `start NAME` and `end NAME`. */
function sections(): readonly string[] {
  const text = written.join('');
  return [...text.matchAll(/section_(start|end):\d+:([A-Za-z0-9_.-]+)(?:\[collapsed=true\])?\r/gu)].map(
    ([, kind, name]) => `${kind} ${name}`,
  );
}

function expectBalanced(): void {
  const open: string[] = [];
  for (const marker of sections()) {
    const [kind = '', name = ''] = marker.split(' ');
    if (kind === 'start') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  const names = sections().filter(marker => marker.startsWith('start'));
  expect(new Set(names).size).toBe(names.length);
  expect(written.join('').split('section_').length - 1).toBe(sections().length);
}

const nested = timeline(
  [0, { type: 'run-started', command: 'install', product: 'p' }],
  [1, { type: 'phase-started', phase: 'acquire' }],
  [2, { type: 'phase-started', phase: 'resolve' }],
  [3, { type: 'phase-ended', phase: 'resolve' }],
  [4, { type: 'phase-started', phase: 'resolve' }],
);

describe('the log of a GitLab job', () => {
  it.each([
    { name: 'a good run', events: installed },
    { name: 'a run that failed', events: allFailed },
    { name: 'phases inside phases, none of which ends', events: nested },
  ])('has balanced sections with names of their own for $name', async ({ events }) => {
    const target = host();
    hear(target, events);
    await target.publish(fold(events));
    expect(sections().length).toBeGreaterThan(1);
    expectBalanced();
  });

  it('closes what is open when a run ends without a result, once', () => {
    const target = host();
    hear(target, nested);
    target.endSections();
    target.endSections();
    expectBalanced();
  });

  it('ends with the cause, outside of every section', async () => {
    const target = host();
    hear(target, allFailed);
    await target.publish(fold(allFailed));
    const text = written.join('');
    expect(text.indexOf('Cause    TCP.REFUSED')).toBeGreaterThan(text.lastIndexOf('section_end'));
    expect(text.trimEnd().split('\n').at(-1)).toContain('Exit     72');
  });

  it('is coloured, but not with NO_COLOR', async () => {
    for (const noColor of [true, false]) {
      written = [];
      await host({ noColor }).publish(fold(allFailed));
      expect(written.join('').includes(`${ESCAPE}[31m`)).toBe(!noColor);
    }
  });

  it('hides masked values there and in every file', async () => {
    const target = host();
    for (const secret of ['aliyun', '']) target.mask(secret);
    hear(target, allFailed);
    await target.publish(fold(allFailed));
    const files = await Promise.all(
      (await readdir(join(project, 'report'))).map(name => readFile(join(project, 'report', name), 'utf8')),
    );
    expect(written.join('') + files.join('')).not.toContain('aliyun');
  });
});

describe('the files of a GitLab job', () => {
  it('are every report that there is, and the variables', async () => {
    await host().publish(fold(allFailed));
    const names = [...[...FILE_RENDERERS, ...MORE_FILE_RENDERERS].map(({ fileName }) => fileName), '.gitignore'];
    expect((await readdir(join(project, 'report'))).sort()).toEqual(names.sort());
    expect(await readFile(join(project, 'report', 'go.env'), 'utf8')).toContain('SGR_CAUSE=TCP.REFUSED\n');
  });

  it('leave alone what the project itself says of its directory to git', async () => {
    await mkdir(join(project, 'report'));
    await writeFile(join(project, 'report', '.gitignore'), '*\n!.gitignore\n');
    await host().publish(fold(installed));
    expect(await readFile(join(project, 'report', '.gitignore'), 'utf8')).toBe('*\n!.gitignore\n');
    expect(await readFile(join(project, 'report', 'go.env'), 'utf8')).toContain('SGR_OUTCOME=installed\n');
    expect(written.join('')).not.toContain('could not be written');
  });

  it('never change the result when they cannot be written', async () => {
    await writeFile(join(project, 'report'), '');
    await host().publish(fold(installed));
    expect(written.join('')).toContain('could not be written');
    expect(written.join('')).toContain('Go 1.26.8 is installed');
  });
});

// On Windows it is another script: test/report/portable-env.test.ts.
describe.runIf(process.platform !== 'win32')('what a GitLab job hands on', () => {
  const bin = (): string => join(project, '.sgr', 'go', 'tool-cache', 'go', '1.26.8', 'x64', 'bin');
  const changes = () => [{ kind: 'prepend-path', value: bin() }] as const;

  async function installTree(): Promise<void> {
    await mkdir(bin(), { recursive: true });
    await writeFile(join(bin(), '..', 'VERSION'), 'go1.26.8\ntime 2026-01-01T00:00:00Z\n');
  }

  async function variables(target: GitlabHost): Promise<string> {
    await target.publish(fold(installed));
    return readFile(join(project, 'report', 'go.env'), 'utf8');
  }

  it('is a script that knows no absolute path of the project', async () => {
    await host().apply(changes());
    const text = await readFile(join(project, '.sgr', 'go', 'env.sh'), 'utf8');
    expect(text).toContain(`export PATH="$PWD"'/.sgr/go/tool-cache/go/1.26.8/x64/bin'`);
    expect(text).not.toContain(project);
  });

  it('is an archive of the tree with its hash, where that is wanted', async () => {
    await installTree();
    const target = host({ keepsArchive: true });
    await target.apply(changes());
    expect(await readdir(join(project, '.sgr', 'go', 'archives'))).toEqual(['kept-go1.26.8.linux-amd64.tar.gz']);
    const text = await variables(target);
    expect(text).toContain('SGR_GOROOT=.sgr/go/tool-cache/go/1.26.8/x64\n');
    expect(text).toMatch(/^SGR_ARCHIVE_SHA256=[0-9a-f]{64}$/mu);
  });

  it('is not packed again when Go has just come from that archive', async () => {
    await installTree();
    const archives = join(project, '.sgr', 'go', 'archives');
    await mkdir(archives, { recursive: true });
    await writeFile(join(archives, 'kept-go1.26.8.linux-amd64.tar.gz'), 'as it was');
    const target = host({ keepsArchive: true });
    const url = `${pathToFileURL(archives).href}/kept-go1.26.8.linux-amd64.tar.gz`;
    hear(
      target,
      timeline(
        [0, { type: 'attempt-started', attempt: 1, source: 'kept', url }],
        [1, { type: 'attempt-ended', attempt: 1, end: 'won', bytes: 9 }],
      ),
    );
    await target.apply(changes());
    expect(await readFile(join(archives, 'kept-go1.26.8.linux-amd64.tar.gz'), 'utf8')).toBe('as it was');
  });

  it('is nothing of a Go that stands elsewhere', async () => {
    const target = host({ keepsArchive: true });
    await target.apply([{ kind: 'prepend-path', value: '/usr/local/go/bin' }]);
    expect(await variables(target)).not.toContain('GOROOT');
    expect(await readFile(join(project, '.sgr', 'go', 'env.sh'), 'utf8')).toContain("'/usr/local/go/bin'");
  });

  it('is everything that was applied, in its order', async () => {
    const target = host();
    await target.apply(changes());
    await target.apply([{ kind: 'set', name: 'GOPROXY', value: 'https://proxy.example.com' }]);
    const text = await readFile(join(project, '.sgr', 'go', 'env.sh'), 'utf8');
    expect(text.indexOf('export PATH=')).toBeGreaterThan(-1);
    expect(text.indexOf("export GOPROXY='https://proxy.example.com'")).toBeGreaterThan(text.indexOf('export PATH='));
  });

  it('makes the run red when it cannot be written', async () => {
    await writeFile(join(project, '.sgr'), '');
    expect(await codeOfAsync(() => host().apply(changes()))).toBe('FS.IO');
    expect(await codeOfAsync(() => host({ keepsArchive: true }).apply(changes()))).toBe('FS.IO');
  });
});
