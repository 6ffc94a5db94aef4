import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProcessOptions, type Runner, runCli, withRunner } from './harness.ts';
import { FACES, install, isPosix, parseReport } from './install-runs.ts';
import { withScene } from './install-scene.ts';
import { measured } from './measured.ts';

const SOUND = 'module example.com/m\n\ngo 1.25\n';
const NO_SUM = `${SOUND}require example.com/a v1.0.0\n`;

async function put(runner: Runner, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(runner.workspace, name)), { recursive: true });
    await writeFile(join(runner.workspace, name), content);
  }
}

async function preflight(runner: Runner, words: readonly string[] = [], options: ProcessOptions = {}) {
  const result = await runCli(['preflight', ...words, '--json'], { runner, ...options });
  return { ...result, report: parseReport(result.stdout) };
}

describe.runIf(isPosix)('an installation', () => {
  it.each(FACES)('by the %s stops at a fault of the project, and asks nobody', face =>
    withScene(async ({ runner, mirror, inputs, env, border }) => {
      await put(runner, { 'go.mod': NO_SUM });
      const { exitCode, report, toolCache, action } = await install(face, { runner, inputs, env });
      expect({ exitCode, cause: report.cause?.code, toolCache }).toEqual({
        exitCode: 71,
        cause: 'GO.GOSUM_MISSING',
        toolCache: [],
      });
      expect(report.findings[0]?.location).toEqual({ file: 'go.mod', line: 4 });
      expect({ asked: mirror.requests.length, outside: border.connectionCount() }).toEqual({ asked: 0, outside: 0 });
      if (action === undefined) return;
      expect(action.outputs['cause']).toBe('GO.GOSUM_MISSING');
      const [error] = action.commands.filter(({ name }) => name === 'error');
      expect(error?.properties).toMatchObject({ file: 'go.mod', line: '4' });
    })(),
  );

  it.each(FACES)('by the %s goes on with warn, and with off', face =>
    withScene(async ({ runner, inputs, env }) => {
      await put(runner, { 'go.mod': NO_SUM });
      const warned = await install(face, { runner, inputs: { ...inputs, preflight: 'warn' }, env });
      expect({ exitCode: warned.exitCode, codes: warned.report.findings.map(({ code }) => code) }).toMatchObject({
        exitCode: 0,
        codes: expect.arrayContaining(['GO.GOSUM_MISSING']) as unknown,
      });
      const off = await install(face, { runner, inputs: { ...inputs, preflight: 'off' }, env });
      expect({ exitCode: off.exitCode, preflight: off.report.preflight }).toEqual({ exitCode: 0, preflight: undefined });
    })(),
  );
});

describe('the command preflight', { concurrent: true }, () => {
  it('is green for a sound project', () =>
    withRunner(async runner => {
      await put(runner, { 'go.mod': SOUND, 'a/b/c.go': '' });
      const { exitCode, report } = await preflight(runner);
      expect({ exitCode, outcome: report.outcome, modules: report.preflight?.modules.length }).toEqual({
        exitCode: 0,
        outcome: 'ok',
        modules: 1,
      });
    }));

  it('tells people the file, the line and the fix', () =>
    withRunner(async runner => {
      await put(runner, { 'svc/go.mod': NO_SUM });
      const { exitCode, stdout, stderr } = await runCli(['preflight', 'svc'], { runner });
      expect(exitCode).toBe(71);
      expect(stdout + stderr).toMatch(/GO\.GOSUM_MISSING/u);
      expect(stdout + stderr).toContain('svc/go.mod');
      expect(stdout + stderr).toContain('go mod tidy');
    }));

  it('sees the module around a directory of a person, above where it was started', () =>
    withRunner(async runner => {
      await put(runner, { '../go.mod': `${SOUND}frob\n`, 'main.go': '' });
      const { report } = await preflight(runner);
      expect(report).toMatchObject({
        cause: { code: 'GO.MOD_SYNTAX' },
        findings: [{ location: { file: '../go.mod', line: 4 } }],
      });
    }));
});

describe.runIf(process.platform === 'linux')('hostile files', { concurrent: true }, () => {
  const LIMIT_MIB = 200;
  const HEAP_MIB = 96;
  // On a busy machine; alone it is less than one second.
  const LIMIT_MS = 30_000;

  async function expectBounded(
    make: (runner: Runner) => Promise<void>,
    expected: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await withRunner(async runner => {
      await make(runner);
      const { node, bundle, peakMib } = await measured(runner, HEAP_MIB);
      const { exitCode, report, ms } = await preflight(runner, [], { node, bundle });
      expect({ exitCode, report }).toMatchObject(expected);
      expect(await peakMib()).toBeLessThan(LIMIT_MIB);
      expect(ms).toBeLessThan(LIMIT_MS);
    });
  }

  it.each(['go.sum', 'go.mod'])('a %s of 200 MB', name =>
    expectBounded(
      async runner => {
        await put(runner, { 'go.mod': NO_SUM });
        const file = await open(join(runner.workspace, name), 'a');
        await file.truncate(200e6);
        await file.close();
      },
      { exitCode: 71, report: { cause: { code: name === 'go.sum' ? 'GO.GOSUM_MALFORMED' : 'GO.MOD_SYNTAX' } } },
    ),
  );

  it('a go.mod that is no text', () =>
    expectBounded(runner => put(runner, { 'go.mod': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]) }), {
      exitCode: 71,
      report: { cause: { code: 'GO.MOD_SYNTAX' } },
    }));

  it('links in circles', () =>
    expectBounded(
      async runner => {
        await put(runner, { 'go.mod': SOUND, 'a/x': '' });
        await symlink('..', join(runner.workspace, 'a', 'up'));
        await symlink('go.sum', join(runner.workspace, 'go.sum'));
      },
      { exitCode: 71, report: { cause: { code: 'GO.GOSUM_MALFORMED' } } },
    ));

  it('ten thousand modules', () =>
    expectBounded(
      async runner => {
        for (let index = 0; index < 10_000; index += 100) {
          await Promise.all(Array.from({ length: 100 }, (_, each) => put(runner, { [`m${index + each}/go.mod`]: SOUND })));
        }
      },
      {
        exitCode: 0,
        report: {
          outcome: 'ok',
          findings: expect.arrayContaining([expect.objectContaining({ code: 'PREFLIGHT.INCOMPLETE' })]) as unknown,
        },
      },
    ));
});
