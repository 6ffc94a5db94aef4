import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { runBundle } from './log-runs.ts';

const MIB = 1_048_576;
const REFUSED = 'go: a@v1: Get "https://p.example.com/a": dial tcp 192.0.2.1:443: connect: connection refused';
const sh = (script: string): readonly string[] => ['run', '--', 'sh', '-c', script];

describe.skipIf(process.platform === 'win32')('run', () => {
  it('passes 50 MB through unchanged, and says nothing itself', async () => {
    const script = `const { createHash } = require('node:crypto'); let x = Buffer.from('seed'); const parts = [];
      for (let i = 0; i < 1024; i++) { x = createHash('sha512').update(x).digest(); parts.push(x); }
      const chunk = Buffer.concat(parts); const write = n => { if (n > 0) process.stdout.write(chunk, () => write(n - 1)); }; write(800);`;
    let x: Buffer = Buffer.from('seed');
    const parts: Buffer[] = [];
    for (let i = 0; i < 1_024; i += 1) {
      x = createHash('sha512').update(x).digest();
      parts.push(x);
    }
    const expected = createHash('sha256');
    for (let i = 0; i < 800; i += 1) expected.update(Buffer.concat(parts));
    const result = await runBundle(['run', '--', process.execPath, '-e', script], { nodeArgs: ['--max-old-space-size=64'] });
    expect([result.exitCode, result.stdout.bytes, result.stderr]).toEqual([0, 50 * MIB, '']);
    expect(result.stdout.sha256).toBe(expected.digest('hex'));
    if (process.platform === 'linux') expect(result.peakMib).toBeLessThan(150);
  });

  it('hands standard input to the command', async () => {
    const result = await runBundle(['run', '--', 'cat'], { input: 'what was given' });
    expect([result.exitCode, result.stdout.text]).toEqual([0, 'what was given']);
  });

  it('explains on standard error after the command has failed, and keeps its exit code', async () => {
    const result = await runBundle(sh(`echo out; echo '${REFUSED}' >&2; exit 3`));
    expect([result.exitCode, result.stdout.text]).toEqual([3, 'out\n']);
    expect(result.stderr.startsWith(`${REFUSED}\n`)).toBe(true);
    expect(result.stderr.slice(REFUSED.length)).toContain('TCP.REFUSED');
  });

  it.each([
    ['a success', sh('exit 0'), 0],
    ['a failure', sh('exit 200'), 200],
    ['a signal', sh('kill -9 $$'), 137],
    ['a command that is not there', ['run', '--', 'no-such-command'], 127],
    ['a file that is no program', ['run', '--', '/etc/passwd'], 126],
    ['no command', ['run'], 64],
    ['--json, for standard output is the command’s', ['run', '--json', '--', 'true'], 64],
    ['options of ours that are none', ['run', '--nonsense', '--', 'true'], 64],
  ])('ends after %s', async (_name, args, exitCode) => {
    expect((await runBundle(args)).exitCode).toBe(exitCode);
  });

  it('forwards a signal, and the command decides how it ends', async () => {
    const result = await runBundle(sh("trap 'echo cleaned; exit 7' TERM; echo ready; while :; do sleep 0.1; done"), {
      during: async child => void child.kill('SIGTERM'),
    });
    expect([result.exitCode, result.stdout.text]).toEqual([7, 'ready\ncleaned\n']);
  });

  it('kills at the second signal', async () => {
    const script =
      "for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {}); setInterval(() => {}, 1000); console.log('ready')";
    const result = await runBundle(['run', '--', process.execPath, '-e', script], {
      during: async child => {
        child.kill('SIGTERM');
        await delay(300);
        child.kill('SIGINT');
      },
    });
    expect(result.exitCode).toBe(137);
  });

  it('has a deadline only where one is named', async () => {
    const result = await runBundle(['run', '--timeout', '1s', '--', 'sleep', '30']);
    expect(result.exitCode).toBe(75);
    expect(result.ms).toBeLessThan(15_000);
    expect(result.stderr).toContain('BUDGET.TOTAL');
  });

  it('ends when its reader goes away', async () => {
    const result = await runBundle(['run', '--', 'yes'], { during: async child => void child.stdout?.destroy() });
    expect(result.exitCode).not.toBe(0);
    expect(result.ms).toBeLessThan(20_000);
  });

  it('marks the cause for GitHub, and writes the report where it is told', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'run-report-'));
    try {
      const args = ['run', '--report-dir', directory, '--', 'sh', '-c', `echo '${REFUSED}' >&2; exit 1`];
      const result = await runBundle(args, { env: { GITHUB_ACTIONS: 'true' } });
      expect(result.stderr).toMatch(/^::error title=TCP\.REFUSED/mu);
      const report = JSON.parse(await readFile(join(directory, 'report.json'), 'utf8')) as Report;
      expect(report).toMatchObject({ command: 'run', exitCode: 72, log: { exitCode: 1 }, cause: { code: 'TCP.REFUSED' } });
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
