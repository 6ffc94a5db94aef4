import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { PROJECT } from './harness.ts';
import { runBundle } from './log-runs.ts';

const FIXTURES = join(PROJECT, 'test/fixtures/logs');
const MIB = 1_048_576;
const DEFECT = 'go: a@v1: read "https://p.example.com/a.zip": write /m/a.zip: no space left on device\n';

/** A log of this size: a line without end, lines that look like many things, then what builds print, and the cause at the end. */
async function* hugeLog(mib: number): AsyncGenerator<Buffer> {
  const endless = Buffer.alloc(MIB, 'x');
  const hostile = filled(`${'verifying module: '.repeat(20)}\n/@v//@v//@v/ https://a": https://b": x509: lookup h1: .go:\n`);
  const usual = filled(
    '\u001b[32m2026-01-02T03:04:05.1234567Z go: downloading example.com/a v1.0.0\u001b[0m\r\nprogress 1%\rprogress 2%\n',
  );
  for (let count = 0; count < mib; count += 1) yield count < 20 ? endless : count < 25 ? hostile : usual;
  yield Buffer.from(`\n${DEFECT}`);
}

function filled(unit: string): Buffer {
  return Buffer.from(unit.repeat(Math.ceil(MIB / unit.length)).slice(0, MIB));
}

describe('explain', () => {
  it.each([
    ['a known cause', 'go-gosum-mismatch', 0, 'GO.GOSUM_MISMATCH'],
    ['a fault of the code', 'go-test-failed', 0, 'GO.TEST_FAILED'],
    ['a log without failure', 'clean-test', 0, undefined],
  ])('ends %s (%s) with %i', async (_name, fixture, exitCode, code) => {
    const result = await runBundle(['explain', join(FIXTURES, `${fixture}.txt`), '--json']);
    const report = JSON.parse(result.stdout.text) as Report;
    expect([result.exitCode, report.exitCode, report.cause?.code]).toEqual([exitCode, exitCode, code]);
  });

  it('reads standard input, answers on standard output, and says undetermined with 75', async () => {
    const known = await runBundle(['explain'], { input: DEFECT });
    expect([known.exitCode, known.stderr]).toEqual([0, '']);
    expect(known.stdout.text).toContain('FS.NO_SPACE');
    const unknown = await runBundle(['explain', '-'], { input: 'error: cheese\n' });
    expect([unknown.exitCode, unknown.stdout.bytes]).toEqual([75, 0]);
    expect(unknown.stderr).toContain('error: cheese');
  });

  it('reads 300 MB in a small heap', async () => {
    const result = await runBundle(['explain', '--json'], {
      input: hugeLog(300),
      nodeArgs: ['--max-old-space-size=64'],
      timeoutMs: 110_000,
    });
    const report = JSON.parse(result.stdout.text) as Report;
    expect([result.exitCode, report.cause?.code, report.log?.bytes]).toEqual([0, 'FS.NO_SPACE', 300 * MIB + 1 + DEFECT.length]);
    if (process.platform === 'linux') expect(result.peakMib).toBeLessThan(150);
  }, 120_000);
});
