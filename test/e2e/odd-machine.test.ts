import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { BUNDLE, type Runner, runAction, runCli, withRunner } from './harness.ts';
import { isPosix } from './install-runs.ts';

/** The bundle after something of its process was changed. */
async function bundleAfter(runner: Runner, change: string): Promise<string> {
  const path = join(runner.root, 'changed.cjs');
  await writeFile(path, `${change}\nrequire(${JSON.stringify(BUNDLE)});\n`);
  return path;
}

/** As Node says it of a user that the system does not know, where HOME is not set. */
const HOMELESS = "require('node:os').homedir = () => { throw new Error('uv_os_homedir returned ENOENT'); };";

describe('a user without a home', () => {
  it.each([
    { args: ['explain', '--json', 'log'], exitCode: 0 },
    { args: ['install', '1.26.8', '--offline', '--json'], exitCode: 71 },
  ])('gets what needs none: $args.0', ({ args, exitCode }) =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, 'log'), '');
      const env = { HOME: undefined, RUNNER_TOOL_CACHE: undefined };
      const result = await runCli(args, { runner, env, bundle: await bundleAfter(runner, HOMELESS) });
      expect({ exitCode: result.exitCode, report: JSON.parse(result.stdout) }).toMatchObject({ exitCode, report: { exitCode } });
    }),
  );
});

describe.runIf(isPosix)('a working directory that was deleted', () => {
  it.each(['explain', 'install'])('is named by %s', command =>
    withRunner(async runner => {
      const gone = join(runner.root, 'gone');
      await mkdir(gone);
      const change = `process.chdir(${JSON.stringify(gone)}); require('node:fs').rmdirSync(${JSON.stringify(gone)});`;
      const bundle = await bundleAfter(runner, change);
      const result = await runCli([command, '--json'], { runner, bundle, env: { PWD: gone } });
      const { cause, findings } = JSON.parse(result.stdout) as Report;
      expect({ exitCode: result.exitCode, code: cause?.code }).toEqual({ exitCode: 74, code: 'FS.NOT_FOUND' });
      expect(findings[0]?.subject).toBe(gone);
    }),
  );
});

describe('a runner', () => {
  it('that takes no state is named', async () => {
    const { exitCode, outputs, commands } = await runAction({ env: { GITHUB_STATE: '/nonexistent/state' } });
    expect({ exitCode, cause: outputs['cause'] }).toEqual({ exitCode: 74, cause: 'FS.IO' });
    expect(commands.find(({ name }) => name === 'error')?.message).toContain('GITHUB_STATE');
  });
});

describe('a command line that is wrong', () => {
  it('is told under the name of its command', async () => {
    const { stdout, exitCode } = await runCli(['verify', '--json']);
    expect({ exitCode, command: (JSON.parse(stdout) as Report).command }).toEqual({ exitCode: 64, command: 'verify' });
  });
});
