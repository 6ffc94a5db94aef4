import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../e2e/harness.ts';
import { networkEnv } from '../network.ts';
import { type ActLine, actLines, spawnAct, whyNoAct } from './run-act.ts';

const reason = whyNoAct();
let cache: string | undefined;
let lines: readonly ActLine[] = [];
let output = '';

beforeAll(async () => {
  if (reason !== undefined) return;
  cache = await mkdtemp(join(tmpdir(), 'act-'));
  output = await runAct(cache);
  lines = actLines(output);
});

afterAll(() => (cache === undefined ? undefined : rm(cache, { recursive: true, force: true })));

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

/** Runs the workflow on this machine. */
function runAct(cacheDirectory: string): Promise<string> {
  const args = ['push', '--json', '--workflows', 'test/conformance/act/workflow.yml', '--platform', 'ubuntu-latest=-self-hosted'];
  args.push('--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1', '--no-cache-server');
  for (const [name, value] of Object.entries(networkEnv())) if (value !== undefined) args.push('--env', `${name}=${value}`);
  return spawnAct(args, { cwd: PROJECT, cache: cacheDirectory });
}

/** What a step wrote to its command files or said as workflow commands. */
function of(job: string, step: string, command: string): readonly ActLine[] {
  return lines.filter(line => line.jobID === job && line.stepID?.[0] === step && line.command === command);
}

function outputOf(job: string, step: string, name: string): string | undefined {
  return of(job, step, 'set-output').find(line => line.name === name)?.arg;
}

describe('the action in a workflow', () => {
  it('puts its Go on the PATH of the next steps, which build with it', () => {
    const results = lines.filter(line => line.jobResult !== undefined).map(line => [line.jobID, line.jobResult]);
    expect(Object.fromEntries(results), output.slice(-3_000)).toEqual({ hello: 'success', broken: 'success' });
    expect(outputOf('hello', 'hello', 'said')).toBe('hello from go1.26.8');
    const goroot = outputOf('hello', 'go', 'goroot');
    expect(of('hello', 'go', 'add-path').map(line => line.arg)).toContain(`${goroot}/bin`);
  });

  it('sets its outputs and tells the story in the summary', () => {
    expect(outputOf('hello', 'go', 'go-version')).toBe('1.26.8');
    expect(outputOf('hello', 'go', 'cache-hit')).toBe('false');
    expect(outputOf('hello', 'go', 'proof')).toContain('checksum-database');
    expect(of('hello', 'go', 'error')).toEqual([]);
    const summaries = of('hello', 'go', 'summary').map(line => line.content);
    expect(summaries.join('\n')).toContain('1.26.8');
  });

  it('names the cause of a failure for a workflow that goes on', () => {
    expect(of('broken', 'go', 'error').length).toBeGreaterThan(0);
    expect(outputOf('broken', 'after', 'seen')).toBe('failure INPUT.VERSION');
  });
});
