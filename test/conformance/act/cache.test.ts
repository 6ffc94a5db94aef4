import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../e2e/harness.ts';
import { networkEnv } from '../network.ts';
import { type ActLine, actLines, spawnAct, whyNoAct } from './run-act.ts';

const reason = whyNoAct();
let root: string | undefined;
let lines: readonly ActLine[] = [];
let output = '';

beforeAll(async () => {
  if (reason !== undefined) return;
  root = await mkdtemp(join(tmpdir(), 'act-cache-'));
  output = await runAct(root);
  lines = actLines(output);
});

afterAll(async () => {
  if (root !== undefined) await rm(root, { recursive: true, force: true });
});

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

function runAct(directory: string): Promise<string> {
  const at = (name: string): string => join(directory, name);
  const workflow = 'test/conformance/act/workflow-cache.yml';
  const args = ['push', '--json', '--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted'];
  for (const server of ['cache', 'artifact']) args.push(`--${server}-server-addr`, '127.0.0.1');
  args.push('--cache-server-port', '0', '--cache-server-path', at('server'));
  const env = { ...networkEnv(), GOMODCACHE: at('modules'), GOCACHE: at('build'), GOFLAGS: '-modcacherw' };
  for (const [name, value] of Object.entries(env)) if (value !== undefined) args.push('--env', `${name}=${value}`);
  return spawnAct(args, { cwd: PROJECT, cache: at('act') });
}

function outputOf(job: string, step: string, name: string): string | undefined {
  const isIt = (line: ActLine): boolean => line.jobID === job && line.stepID?.[0] === step && line.command === 'set-output';
  return lines.find(line => isIt(line) && line.name === name)?.arg;
}

describe('the cache server of act, which speaks protocol 1', () => {
  it('keeps modules and build results from one job to the next', () => {
    const results = lines.filter(line => line.jobResult !== undefined).map(line => [line.jobID, line.jobResult]);
    expect(Object.fromEntries(results), output.slice(-3_000)).toEqual({ save: 'success', restore: 'success' });
    expect(outputOf('save', 'go', 'cache-hit')).toBe('false');
    expect(outputOf('restore', 'go', 'cache-hit')).toBe('true');
    expect(outputOf('restore', 'go', 'cache-key')).toBe(outputOf('save', 'go', 'cache-key'));
    expect(outputOf('restore', 'check', 'module')).toBe('a');
    expect(outputOf('restore', 'check', 'compiled')).toBe('0');
  });
});
