import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { runCli, withRunner } from './harness.ts';
import { isPosix, parseReport } from './install-runs.ts';

const node = process.env['E2E_NODE'] ?? process.execPath;
/** Since Node 22.15; before that, the end of a process waits for its threads. */
const canLeaveThreads = isPosix && execFileSync(node, ['-p', 'typeof process.execve']).toString().trim() === 'function';

// As does a look-up of a name while the resolver is silent, or a disk that does not answer.
it.skipIf(!canLeaveThreads)(
  'a run whose thread is held by a pipe that nobody writes to ends in its budget, with its exit code',
  () =>
    withRunner(async runner => {
      execFileSync('sh', ['-c', 'mkfifo version'], { cwd: runner.workspace });
      const result = await runCli(['install', '--go-version-file=version', '--timeout=1s', '--diagnose=off', '--json'], {
        runner,
      });
      expect({ timedOut: result.timedOut, exitCode: result.exitCode }).toEqual({ timedOut: false, exitCode: 75 });
      expect(parseReport(result.stdout)).toMatchObject({ outcome: 'failed', cause: { code: 'BUDGET.TOTAL' } });
      expect(result.stderr).not.toContain('ExperimentalWarning');
    }),
);
