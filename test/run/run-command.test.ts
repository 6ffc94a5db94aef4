import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/failure.ts';
import { processExitCode } from '../../src/domain/report.ts';
import type { ScriptedCommand } from '../fakes/fake-commands.ts';
import { runOnFakes } from '../fakes/fake-machine.ts';
import { makeLog } from '../fakes/sumdb-log.ts';

const log = makeLog({ filler: 4 }).known();
const REFUSED = 'go: a@v1: Get "https://p.example.com/a": dial tcp 192.0.2.1:443: connect: connection refused\n';

const play = (scripted: ScriptedCommand, words: readonly string[] = ['go', 'build', './...']) =>
  runOnFakes({ command: 'run', log, operands: words, scripted });

describe('run', () => {
  it('says nothing of a command that goes well, whatever it prints', async () => {
    const { report, commands, host } = await play({ says: [['stderr', REFUSED]] });
    expect(commands.ran).toEqual([['go', 'build', './...']]);
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null, findings: [], log: { exitCode: 0 } });
    expect(host.heard.map(({ type }) => type)).toEqual(['run-started', 'log-read', 'run-ended']);
  });

  it('explains one that fails, and keeps its exit code beside the class of the cause', async () => {
    const { report } = await play({
      says: [
        ['stdout', 'building\n'],
        ['stderr', REFUSED],
      ],
      end: { exitCode: 1 },
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'TCP.REFUSED', verdict: 'likely' } });
    expect(report.log).toEqual({ of: 'go build ./...', lines: 2, bytes: 9 + REFUSED.length, exitCode: 1 });
    expect(processExitCode(report)).toBe(1);
  });

  it('reads both streams to their ends, each for itself', async () => {
    const { report } = await play({
      says: [
        ['stderr', REFUSED.slice(0, 40)],
        ['stdout', 'a line\nin between'],
        ['stderr', REFUSED.slice(40).trimEnd()],
      ],
      end: { exitCode: 1 },
    });
    expect(report.cause?.code).toBe('TCP.REFUSED');
  });

  it('points at the place in the sources where one is named', async () => {
    const says = [['stderr', '# example.com/a\n./x/main.go:7:2: undefined: y\n']] as const;
    const { report } = await play({ says, end: { exitCode: 1 } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'GO.COMPILE' } });
    expect(report.findings[0]).toMatchObject({ severity: 'info', location: { file: 'x/main.go', line: 7 } });
  });

  it.each([
    ['a failure that it does not know', { says: [['stderr', 'error: cheese\n']], end: { exitCode: 9 } }, 'LOG.UNDETERMINED', 9],
    ['a failure without a word', { end: { exitCode: 9 } }, 'LOG.UNDETERMINED', 9],
    ['a command that was interrupted', { end: { exitCode: 130, signal: 'SIGINT' } }, 'SELF.INTERRUPTED', 130],
    ['a command that was killed', { end: { exitCode: 137, signal: 'SIGKILL' } }, 'LOG.UNDETERMINED', 137],
    ['a command that is not there', { fails: failure('RUN.NOT_FOUND', { subject: 'go' }) }, 'RUN.NOT_FOUND', 127],
    ['a command that is no program', { fails: failure('RUN.NOT_EXECUTABLE', { subject: 'go' }) }, 'RUN.NOT_EXECUTABLE', 126],
  ] as const)('names %s', async (_name, scripted, code, exitCode) => {
    const { report } = await play(scripted);
    expect([report.outcome, report.cause?.code, processExitCode(report)]).toEqual(['failed', code, exitCode]);
  });

  it('has no secret of the command line in its report', async () => {
    const { report } = await play({ end: { exitCode: 1 } }, [
      'curl',
      'https://me:hunter2@h.example.com/',
      '--header=token: hunter2',
    ]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });
});
