import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/failure.ts';
import type { ExecResult } from '../../src/ports/machine.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import type { FakeProgram } from '../fakes/fake-exec.ts';
import { createMemoryFiles, type MemoryFiles, type MemoryFilesOptions } from '../fakes/memory-files.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();
world.release('1.26.8');

const REPORTS = '/project/reports';
const SBOM = `${REPORTS}/sbom-workspace.cdx.json`;
const TOOL = '/usr/bin/syft';
const GOOD = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ name: 'a' }, { name: 'b' }] });
const DONE: ExecResult = { exitCode: 0, stdout: '', stderr: '' };

type Call = Parameters<FakeProgram>[0];
interface Scene {
  readonly clock: FakeClock;
  readonly files: MemoryFiles;
}
type Tool = (call: Call, scene: Scene & { readonly file: string }) => Promise<ExecResult>;

/** Where the command line says that the SBOM goes. */
const fileOf = ({ args }: Call): string => (args.at(-1) ?? '').replace('cyclonedx-json=', '');

const writing =
  (content: string | Uint8Array): Tool =>
  async (_, { files, file }) => {
    await files.write(file, content);
    return DONE;
  };

async function runWith(tool: Tool, options: Play & { readonly fault?: MemoryFilesOptions['fault'] } = {}) {
  const { fault, ...rest } = options;
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock, ...(fault === undefined ? {} : { fault }) });
  files.put(TOOL, '#!', 0o755);
  files.put('/project/bin/own', '#!', 0o755);
  files.put('/project/notes', 'text', 0o644);
  const calls: Call[] = [];
  const program: FakeProgram = async call => {
    calls.push(call);
    return tool(call, { clock, files, file: fileOf(call) });
  };
  const outcome = await play(world, {
    clock,
    files,
    programs: { [TOOL]: program, '/project/bin/own': program },
    reportDirectory: REPORTS,
    ...rest,
    inputs: { 'sbom-tool': 'syft', ...rest.inputs },
    env: { PATH: '/usr/bin', ...rest.env },
  });
  return { ...outcome, calls };
}

const left = (files: MemoryFiles): readonly string[] => files.paths(REPORTS).filter(path => path.includes('sbom-workspace'));

describe('the input sbom-tool', () => {
  it('describes the workspace after Go is known to what follows, without a shell, and tells of it', async () => {
    const { report, calls, files, host, events } = await runWith(writing(GOOD));
    expect(report).toMatchObject({
      outcome: 'installed',
      exitCode: 0,
      workspaceSbom: { file: 'sbom-workspace.cdx.json', components: 2 },
    });
    expect(files.content(SBOM)?.toString()).toBe(GOOD);
    expect(left(files)).toEqual([SBOM]);
    const [call] = calls;
    expect(call).toMatchObject({ file: TOOL, cwd: '/project' });
    expect(call?.args).toEqual(['scan', 'dir:.', '--exclude', './reports/**', '-o', expect.stringMatching(/^cyclonedx-json=/u)]);
    expect(host.changes.length).toBeGreaterThan(0);
    expect(events.findIndex(({ type }) => type === 'workspace-sbom')).toBeGreaterThan(
      events.findIndex(({ type }) => type === 'toolchain-ready'),
    );
    for (const text of [renderSummary(report), renderText(report), renderHtml(report)])
      expect(text).toContain('sbom-workspace.cdx.json');
  });

  it('takes a path, which is relative to the workspace', async () => {
    const { report, calls } = await runWith(writing(GOOD), { inputs: { 'sbom-tool': 'bin/own' } });
    expect(calls.map(({ file }) => file)).toEqual(['/project/bin/own']);
    expect(report.workspaceSbom?.components).toBe(2);
  });

  it('describes the workspace also when Go was there already', async () => {
    const { files, clock } = await runWith(writing(GOOD));
    const again = await play(world, {
      files,
      clock,
      programs: { [TOOL]: call => writing(GOOD)(call, { clock, files, file: fileOf(call) }) },
      reportDirectory: REPORTS,
      inputs: { 'sbom-tool': 'syft' },
      env: { PATH: '/usr/bin' },
    });
    expect(again.report).toMatchObject({ outcome: 'cached', workspaceSbom: { components: 2 } });
  });

  it('keeps what is ours from the tool: inputs, tokens of the runner, and whatever holds a secret', async () => {
    const { calls } = await runWith(writing(GOOD), {
      secrets: ['hunter22'],
      inputs: { 'source-token': 'hunter22', sources: 'official' },
      env: {
        'INPUT_SOURCE-TOKEN': 'hunter22',
        INPUT_TOKEN: 'other',
        SGR_INPUT_SOURCE_TOKEN: 'hunter22',
        ACTIONS_RUNTIME_TOKEN: 'runner',
        MINE: 'Bearer hunter22',
        SYFT_PARALLELISM: '2',
      },
    });
    const { env = {} } = calls[0] ?? {};
    expect(JSON.stringify(env)).not.toMatch(/hunter22|other|runner/u);
    expect(env).toMatchObject({ PATH: '/usr/bin', HOME: '/home', SYFT_PARALLELISM: '2', SYFT_CHECK_FOR_APP_UPDATE: 'false' });
  });

  it('is not for a run that fails, nor for another command', async () => {
    const failed = await runWith(writing(GOOD), { version: '1.99.0' });
    expect(failed.report.outcome).toBe('failed');
    const resolved = await runWith(writing(GOOD), { command: 'resolve' });
    expect(resolved.report.outcome).toBe('ok');
    expect([...failed.calls, ...resolved.calls]).toEqual([]);
  });

  const hang: Tool = async ({ timeoutMs }, { clock }) => {
    await clock.sleep(timeoutMs);
    throw failure('GO.NOT_RUNNABLE', { subject: TOOL, evidence: { 'budget ms': timeoutMs } });
  };
  it.each<[string, 'SBOM.TOOL' | 'SBOM.OUTPUT', Tool, Parameters<typeof runWith>[1]]>([
    ['a program that is not there', 'SBOM.TOOL', writing(GOOD), { inputs: { 'sbom-tool': 'trivy' } }],
    ['a path that is not there', 'SBOM.TOOL', writing(GOOD), { inputs: { 'sbom-tool': './bin/other' } }],
    ['a file that is no program', 'SBOM.TOOL', writing(GOOD), { inputs: { 'sbom-tool': './notes' } }],
    [
      'a program that fails',
      'SBOM.TOOL',
      async () => ({ exitCode: 1, stdout: '', stderr: 'warning\nno space left on device\n' }),
      {},
    ],
    ['a program that hangs', 'SBOM.TOOL', hang, {}],
    ['no directory for it', 'SBOM.TOOL', writing(GOOD), { reportDirectory: undefined as never }],
    ['a program that writes nothing', 'SBOM.OUTPUT', async () => DONE, {}],
    ['no JSON', 'SBOM.OUTPUT', writing('{"bomFormat": "Cyc'), {}],
    ['bytes', 'SBOM.OUTPUT', writing(Buffer.from([0xff, 0xfe, 0])), {}],
    ['other JSON', 'SBOM.OUTPUT', writing('{"spdxVersion": "SPDX-2.3"}'), {}],
    ['a list', 'SBOM.OUTPUT', writing('[]'), {}],
    ['more than is kept', 'SBOM.OUTPUT', writing(GOOD + ' '.repeat(33 * 1024 * 1024)), {}],
    [
      'a disk that is full when it is moved',
      'SBOM.OUTPUT',
      writing(GOOD),
      { fault: (op, path) => (op === 'rename' && path.includes('sbom-workspace') ? 'ENOSPC' : undefined) },
    ],
    [
      'a directory that cannot be made',
      'SBOM.OUTPUT',
      writing(GOOD),
      { fault: (op, path) => (op === 'mkdir' && path === REPORTS ? 'EACCES' : undefined) },
    ],
  ])('warns of %s with %s, and the run is what it was', async (_, code, tool, options) => {
    const { report, files, tookMs } = await runWith(tool, options);
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, cause: null });
    expect(report.workspaceSbom).toBeUndefined();
    const warnings = report.findings.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(finding => finding.code)).toEqual([code]);
    expect(left(files)).toEqual([]);
    expect(tookMs).toBeLessThan(130_000);
  });

  it.each<[string, Tool, string]>([
    ['hangs', hang, 'syft'],
    ['cannot be started', writing(GOOD), './notes'],
  ])('says nothing of Go where the program %s', async (_, tool, named) => {
    const { report } = await runWith(tool, { inputs: { 'sbom-tool': named } });
    const [warning] = report.findings.filter(({ code }) => code === 'SBOM.TOOL');
    expect(warning?.evidence).not.toEqual([]);
    expect(JSON.stringify(warning)).not.toMatch(/\bGO\./iu);
  });

  it('gives it 2 minutes, and less where the budget of the run is shorter: the report still comes', async () => {
    const long = await runWith(hang);
    const short = await runWith(hang, { inputs: { timeout: '30s' } });
    const none = await runWith(hang, { inputs: { timeout: '5s' } });
    expect(long.calls.map(({ timeoutMs }) => timeoutMs)).toEqual([120_000]);
    expect(short.calls[0]?.timeoutMs).toBeGreaterThan(10_000);
    expect(short.calls[0]?.timeoutMs).toBeLessThanOrEqual(25_000);
    expect(none.calls).toEqual([]);
    expect([short, none].map(({ report }) => report.exitCode)).toEqual([0, 0]);
  });

  it('does not show what an earlier run wrote', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put(SBOM, GOOD);
    const { report } = await play(world, { files, clock, reportDirectory: REPORTS, inputs: { 'sbom-tool': 'syft' } });
    expect(report.findings.map(({ code }) => code)).toContain('SBOM.TOOL');
    expect(left(files)).toEqual([]);
  });
});
