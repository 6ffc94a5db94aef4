import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLE } from './harness.ts';

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The bundle as a shell starts it: `"$0" "$@"`. */
function inShell(script: string, args: readonly string[]): Promise<Ended> {
  const node = process.env['E2E_NODE'] ?? process.execPath;
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent' };
  return new Promise(resolve => {
    execFile('sh', ['-c', script, node, BUNDLE, ...args], { env }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Into a pipe whose reader has gone before anything is written. */
async function withoutReader(args: readonly string[], redirection = ''): Promise<Ended> {
  const ended = await inShell(`{ { sleep 0.2; "$0" "$@" ${redirection}; echo "$?" >&3; } | true; } 3>&1`, args);
  return { ...ended, exitCode: Number(ended.stdout) };
}

const RESULTS = ['--help', 'run --help', 'explain --json /dev/null', 'explain /dev/null'];
const MISSING = ['explain', '/nonexistent/log'];
const STACK = /^\s+at /mu;

describe.runIf(existsSync('/dev/full'))('standard output that cannot be written', { concurrent: true }, () => {
  it.each([...RESULTS, 'run -- echo x'])('is a lost result, and not green: %s', async words => {
    const { exitCode, stderr } = await inShell('exec "$0" "$@" >/dev/full', words.split(' '));
    expect(exitCode).toBe(74);
    expect(stderr).toContain('FS.NO_SPACE standard output');
    expect(stderr).not.toMatch(STACK);
  });

  it('does not hide why a run was red', async () => {
    const { exitCode, stderr } = await inShell('exec "$0" "$@" >/dev/full', [...MISSING, '--json']);
    expect(exitCode).toBe(74);
    expect(stderr).toContain('FS.NOT_FOUND');
  });

  it.each(RESULTS)('because its reader has seen enough leaves the exit code as it is: %s', async words => {
    const { exitCode, stderr } = await withoutReader(words.split(' '));
    expect(exitCode).toBe(0);
    expect(stderr).not.toMatch(STACK);
  });
});

describe.runIf(existsSync('/dev/full'))('standard error that cannot be written', { concurrent: true }, () => {
  it.each([
    { words: ['install', '--timeout', 'x'], exitCode: 64 },
    // It says something before it is over.
    { words: ['install', '1.26.8', '--offline', '--dest', join(tmpdir(), 'never-made')], exitCode: 71 },
  ])('leaves the exit code at $exitCode', async ({ words, exitCode }) => {
    expect(await inShell('exec "$0" "$@" 2>/dev/full', words)).toMatchObject({ exitCode });
    expect(await withoutReader(words, '2>&1')).toMatchObject({ exitCode });
  });
});
