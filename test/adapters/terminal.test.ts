import { describe, expect, it } from 'vitest';
import { createTerminalHost, type TerminalOptions } from '../../src/adapters/terminal.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import type { EnvChange } from '../../src/ports/host.ts';
import { renderJson } from '../../src/report/json.ts';
import { allFailed, fold, installed, timeline } from '../report/scenarios.ts';

const CHANGES: readonly EnvChange[] = [
  { kind: 'prepend-path', value: '/go/bin' },
  { kind: 'set', name: 'GOTOOLCHAIN', value: 'local' },
];

interface Case extends Partial<Omit<TerminalOptions, 'stdout' | 'stderr'>> {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly changes?: readonly EnvChange[];
  readonly secrets?: readonly string[];
}

/** What a whole run writes to both streams. */
async function play(events: readonly Event[], options: Case = {}): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const { isTTY = false, columns = 80, changes = CHANGES, secrets = [], ...others } = options;
  const host = createTerminalHost({
    reportDir: undefined,
    stdout: { write: text => out.push(text) },
    stderr: { write: text => err.push(text), isTTY, columns },
    noColor: false,
    json: false,
    shell: 'sh',
    program: 'setup-go-robust',
    ...others,
  });
  for (const secret of secrets) host.mask(secret);
  for (const event of events) host.hear(event);
  const report = fold(events);
  if (report.outcome !== 'failed') await host.apply(changes);
  await host.publish(report);
  return { stdout: out.join(''), stderr: err.join('') };
}

const as = (command: string, outcome: 'ok' | 'failed'): readonly Event[] =>
  timeline([0, { type: 'run-started', command, product: 'p' }], [1, { type: 'run-ended', outcome, findings: [] }]);
const ESCAPE = '\u001B';

describe('createTerminalHost', () => {
  it('writes a line for each phase and each failed source, without escapes, when nobody watches', async () => {
    const { stderr } = await play(installed);
    expect(stderr.trim().split('\n')).toHaveLength(6);
    expect(stderr).not.toContain(ESCAPE);
  });
  it('says how to use what was installed', async () => {
    const { stdout } = await play(installed);
    expect(stdout).toContain(`export PATH='/go/bin'"\${PATH:+:$PATH}"`);
    expect(stdout).toContain('eval "$(setup-go-robust env --go-version 1.26.8)"');
  });
  it('names the directory of a Go that is not in the tool cache', async () => {
    const { root = '' } = fold(installed).go ?? {};
    const { stdout } = await play(installed, { hasDestination: true });
    expect(stdout).toContain(`eval "$(setup-go-robust env --go-version 1.26.8 --dest '${root}')"`);
  });
  it('gives standard output to the report alone with --json', async () => {
    const { stdout, stderr } = await play(installed, { json: true });
    expect(stdout).toBe(renderJson(fold(installed)));
    expect(stderr).toContain('export PATH=');
    const failed = await play(allFailed, { json: true });
    expect(JSON.parse(failed.stdout)).toMatchObject({ exitCode: 72 });
    expect(failed.stderr).toContain('TCP.REFUSED');
  });
  describe('in a log of GitHub', () => {
    const hostile = '##[set-output name=a;]b';
    const text = `::set-env name=PATH::x\n::add-path::/evil\n ${hostile}`;
    const fix = { title: text, kind: 'edit', text, risk: 'none' } as const;
    const refused = finding('HTTP.FORBIDDEN', { subject: text, message: text, evidence: { [text]: text }, fixes: [fix] });
    const events = (command: string): readonly Event[] =>
      timeline(
        [0, { type: 'run-started', command, product: text }],
        [1, { type: 'attempt-started', attempt: 1, source: text, url: text }],
        [2, { type: 'attempt-ended', attempt: 1, end: 'failed', bytes: 0, finding: refused }],
        [3, { type: 'run-ended', outcome: 'failed', findings: [refused] }],
      );

    it.each(['install', 'doctor', 'run', 'explain'])('never lets the text of a server become a command (%s)', async command => {
      const { stdout, stderr } = await play(events(command), { annotates: true });
      const lines = `${stdout}${stderr}`.split('\n').filter(line => !/^::(?:error|warning) title=/u.test(line));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) expect(line).not.toMatch(/^\s*::|##\[/u);
    });

    it('does not let it become one in JSON either, which means the same', async () => {
      const { stdout } = await play(events('install'), { annotates: true, json: true });
      expect(stdout).not.toMatch(/^\s*::|##\[/mu);
      expect(JSON.parse(stdout)).toEqual(JSON.parse(renderJson(fold(events('install')))));
    });
  });

  it('writes failures to standard error only', async () => {
    const { stdout, stderr } = await play(allFailed);
    expect(stdout).toBe('');
    expect(stderr).toContain('Cause');
  });
  it('writes nothing but shell lines to standard output for env', async () => {
    const { stdout, stderr } = await play(as('env', 'ok'), { shell: 'fish' });
    expect(stdout).toBe("set -gx PATH '/go/bin' $PATH\nset -gx GOTOOLCHAIN 'local'\n");
    expect(stderr).toBe('');
    expect((await play(as('env', 'failed'))).stdout).toBe('');
  });
  it('redraws one line of progress on a terminal and clears it before other text', async () => {
    const { stderr } = await play(installed, { isTTY: true, noColor: true });
    const drawn = stderr.split('\r\u001B[2K');
    expect(drawn.some(part => part.includes('MiB/s') && !part.includes('\n'))).toBe(true);
    expect(drawn.at(-1)).not.toContain('MiB/s');
  });
  it('keeps the progress line within the terminal', async () => {
    const { stderr } = await play(installed, { isTTY: true, columns: 24, noColor: true });
    const drawn = stderr.split('\r\u001B[2K').filter(part => part.startsWith('aliyun: ') && !part.includes('\n'));
    expect(drawn.length).toBeGreaterThan(0);
    for (const line of drawn) expect(line.length).toBeLessThan(24);
  });
  it('redraws at most ten times a second', async () => {
    const steps = Array.from({ length: 1_000 }, (_, index) => {
      return [index, { type: 'attempt-progress', attempt: 1, bytes: index }] as const;
    });
    const events = timeline([0, { type: 'attempt-started', attempt: 1, source: 's', url: 'u' }], ...steps);
    const { stderr } = await play(events, { isTTY: true });
    expect(stderr.split('\u001B[2Ks: ').length - 1).toBe(10);
  });
  it('colours on a terminal only, and not with NO_COLOR', async () => {
    const colour = '\u001B[31m';
    expect((await play(allFailed, { isTTY: true })).stderr).toContain(colour);
    expect((await play(allFailed, { isTTY: true, noColor: true })).stderr).not.toContain(colour);
    expect((await play(allFailed)).stderr).not.toContain(ESCAPE);
  });
  it('does not colour standard output that is not the terminal', async () => {
    expect((await play(installed, { isTTY: true })).stdout).not.toContain(ESCAPE);
  });
  it('hides masked values in both streams', async () => {
    for (const json of [true, false]) {
      const { stdout, stderr } = await play(installed, { secrets: ['hostedtoolcache', 'aliyun'], json });
      expect(stdout + stderr).not.toMatch(/hostedtoolcache|aliyun/u);
    }
  });
});
