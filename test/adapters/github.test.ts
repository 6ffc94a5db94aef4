import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGithubHost, type GithubCore } from '../../src/adapters/github.ts';
import type { Event } from '../../src/domain/event.ts';
import { Failure } from '../../src/domain/failure.ts';
import { finding } from '../../src/domain/finding.ts';
import type { Inputs } from '../../src/domain/inputs.ts';
import { allFailed, badInputs, cached, fold, installed, timeline } from '../report/scenarios.ts';

type Call = readonly [name: string, ...args: unknown[]];

/** Notes every call; the named ones throw. */
function fakeCore(broken: readonly string[] = []): { readonly core: GithubCore; readonly calls: Call[] } {
  const calls: Call[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      if (broken.includes(name)) throw new Error(`${name} is broken`);
      calls.push([name, ...args]);
    };
  const core: GithubCore = {
    addPath: note('addPath'),
    exportVariable: note('exportVariable'),
    setOutput: note('setOutput'),
    setSecret: note('setSecret'),
    info: note('info'),
    error: note('error'),
    warning: note('warning'),
    notice: note('notice'),
    startGroup: note('startGroup'),
    endGroup: note('endGroup'),
  };
  return { core, calls };
}

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'github-host-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

interface Case {
  readonly broken?: readonly string[];
  readonly summary?: Inputs['summary'];
  readonly summaryFile?: string;
  readonly reportDir?: string;
  readonly isReportAsked?: boolean;
}

/** Lets a host hear and publish a whole run. */
async function publish(events: readonly Event[], options: Case = {}): Promise<{ readonly calls: readonly Call[] }> {
  const { core, calls } = fakeCore(options.broken);
  const { summary = 'always', summaryFile, reportDir, isReportAsked = false } = options;
  const host = createGithubHost({ core, summaryFile, settings: () => ({ summary, reportDir, isReportAsked }) });
  for (const event of events) host.hear(event);
  await host.publish(fold(events));
  return { calls };
}

const outputs = (calls: readonly Call[]) =>
  Object.fromEntries(calls.filter(([name]) => name === 'setOutput').map(call => call.slice(1)));
const named = (calls: readonly Call[], ...names: readonly string[]) => calls.filter(([name]) => names.includes(name));

describe('createGithubHost: log', () => {
  it('opens and closes a group for each phase and tells its time', async () => {
    const { calls } = await publish(installed);
    const order = calls.map(([name]) => name).filter(name => name.endsWith('Group'));
    expect(order).toEqual(Array.from({ length: 5 }, () => ['startGroup', 'endGroup']).flat());
  });
  it('closes the group that a failure left open before the last words', async () => {
    const { calls } = await publish(allFailed);
    const lastGroup = calls.findLastIndex(([name]) => name === 'endGroup');
    const cause = calls.findIndex(([name, text]) => name === 'info' && String(text).includes('Cause'));
    expect(lastGroup).toBeGreaterThan(calls.findLastIndex(([name]) => name === 'startGroup'));
    expect(cause).toBeGreaterThan(lastGroup);
  });
  it('never lets the text of a server become a command of the runner', async () => {
    const text = '::set-env name=PATH::x\n::add-path::/evil\n ##[add-path]/evil';
    const refused = finding('HTTP.FORBIDDEN', { subject: text, message: text, evidence: { [text]: text } });
    const events = timeline(
      [0, { type: 'run-started', command: 'install', product: text }],
      [1, { type: 'attempt-started', attempt: 1, source: text, url: text }],
      [2, { type: 'attempt-ended', attempt: 1, end: 'failed', bytes: 0, finding: refused }],
      [3, { type: 'run-ended', outcome: 'failed', findings: [refused] }],
    );
    const { calls } = await publish(events);
    const lines = named(calls, 'info').map(call => String(call[1]));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).not.toMatch(/^\s*::|##\[|\n|\r/u);
  });
  it('masks secrets, but not emptiness, which would mask everything', () => {
    const { core, calls } = fakeCore();
    const host = createGithubHost({ core, summaryFile: undefined, settings: () => ({ summary: 'never', reportDir: undefined }) });
    host.mask('hunter2');
    host.mask(' ');
    expect(calls).toEqual([['setSecret', 'hunter2']]);
  });
});

describe('createGithubHost: apply', () => {
  const host = (core: GithubCore) =>
    createGithubHost({ core, summaryFile: undefined, settings: () => ({ summary: 'never', reportDir: undefined }) });
  it('makes each change in its order', async () => {
    const { core, calls } = fakeCore();
    await host(core).apply([
      { kind: 'prepend-path', value: '/go/bin' },
      { kind: 'set', name: 'GOTOOLCHAIN', value: 'local' },
    ]);
    expect(calls).toEqual([
      ['addPath', '/go/bin'],
      ['exportVariable', 'GOTOOLCHAIN', 'local'],
    ]);
  });
  it('fails when the runner cannot be told: later steps would not see Go', async () => {
    const { core } = fakeCore(['addPath']);
    const change = { kind: 'prepend-path', value: '/go/bin' } as const;
    const error: unknown = await host(core)
      .apply([change])
      .catch((thrown: unknown) => thrown);
    expect(error instanceof Failure && error.code).toBe('FS.IO');
  });
  it('refuses a line break, which would be another entry of the file', async () => {
    const { core, calls } = fakeCore();
    await expect(host(core).apply([{ kind: 'prepend-path', value: '/go\n/evil' }])).rejects.toBeInstanceOf(Failure);
    expect(calls).toEqual([]);
  });
});

describe('createGithubHost: publish', () => {
  it('sets all outputs, also those that only the host knows', async () => {
    const reportDir = join(directory, 'new', 'reports');
    const { calls } = await publish(installed, { reportDir });
    expect(outputs(calls)).toMatchObject({ 'go-version': '1.26.8', 'report-dir': reportDir, cause: '' });
    expect(await readdir(reportDir)).toEqual(expect.arrayContaining(['report.json', 'report.html', 'junit.xml']));
    expect(JSON.parse(await readFile(join(reportDir, 'report.json'), 'utf8'))).toEqual(fold(installed));
  });
  it('writes the large files of a warm run only when they are asked for', async () => {
    const reportDir = join(directory, 'reports');
    await publish(cached, { reportDir });
    expect(await readdir(reportDir)).toEqual(['report.json', 'summary.md']);
    await publish(cached, { reportDir, isReportAsked: true });
    expect(await readdir(reportDir)).toContain('report.html');
  });
  it('marks one error for a failure, with title', async () => {
    const { calls } = await publish(allFailed);
    const marks = named(calls, 'error', 'warning', 'notice');
    expect(marks).toHaveLength(1);
    expect(marks[0]?.[2]).toMatchObject({ title: expect.stringContaining('TCP.REFUSED') as string });
    expect(outputs(calls)).toMatchObject({ cause: 'TCP.REFUSED', 'cache-hit': 'false', 'report-dir': '', gopath: '' });
  });
  it.each([
    ['always', installed, true],
    ['always', badInputs, true],
    ['on-failure', installed, false],
    ['on-failure', badInputs, true],
    ['never', badInputs, false],
  ] as const)('writes the job summary as the input %s says', async (summary, events, expected) => {
    const summaryFile = join(directory, 'summary');
    await writeFile(summaryFile, 'before\n');
    await publish(events, { summary, summaryFile });
    const text = await readFile(summaryFile, 'utf8');
    expect(text.startsWith('before\n')).toBe(true);
    expect(text.includes('###')).toBe(expected);
  });
  it('leaves the summary out where the runner has none', async () => {
    const { calls } = await publish(installed, { summaryFile: '' });
    expect(named(calls, 'warning')).toEqual([]);
  });
  it('warns and goes on when a part cannot be published', async () => {
    const { calls } = await publish(allFailed, { summaryFile: directory, reportDir: join(directory, 'r\0') });
    expect(named(calls, 'warning')).toHaveLength(2);
    expect(outputs(calls)).toMatchObject({ cause: 'TCP.REFUSED', 'report-dir': '' });
  });
  it('never throws, whatever is broken', async () => {
    const all = ['setOutput', 'info', 'error', 'warning', 'notice', 'startGroup', 'endGroup'];
    await expect(publish(allFailed, { broken: all, summaryFile: directory })).resolves.toBeDefined();
  });
});
