import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { runOnFakes } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { makeLog } from '../fakes/sumdb-log.ts';

const log = makeLog({ filler: 4 }).known();
const BASE = { command: 'explain', log } as const;
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/logs', `${name}.txt`), 'utf8');

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function explain(text: string, path = 'build.log') {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put(`/project/${path}`, Buffer.from(text));
  return runOnFakes({ ...BASE, clock, files, operands: [path] });
}

describe('explain', () => {
  it('names the cause of a file, its line and the repair, and ends well', async () => {
    const { report, net } = await explain(fixture('go-gosum-mismatch'));
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      cause: { code: 'GO.GOSUM_MISMATCH', verdict: 'cause' },
      log: { of: 'build.log' },
    });
    expect(report.findings[0]).toMatchObject({ severity: 'error', location: { file: 'build.log', line: 5 } });
    expect(report.findings[0]?.fixes).not.toEqual([]);
    expect(net.requests).toEqual([]);
  });

  it.each([
    ['a file', async () => explain('all is well\n')],
    ['standard input', async () => runOnFakes({ ...BASE, operands: [], standardInput: pieces('all is', ' well\n') })],
    ['nothing', async () => runOnFakes({ ...BASE, operands: ['-'], standardInput: pieces() })],
  ])('sees no failure in %s and ends well', async (_name, play) => {
    const { report } = await play();
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null, findings: [] });
  });

  it('says undetermined of a failure that it does not know', async () => {
    const { report } = await explain('step 1\nerror: the frobnicator is out of cheese\nexit status 3\n');
    expect(report).toMatchObject({
      outcome: 'failed',
      exitCode: 75,
      cause: { code: 'LOG.UNDETERMINED', verdict: 'undetermined' },
    });
    expect(report.findings[0]?.location).toEqual({ file: 'build.log', line: 2 });
  });

  it('blames nothing but the code for a failed test', async () => {
    const { report } = await explain(fixture('go-test-failed'));
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: { code: 'GO.TEST_FAILED' } });
  });

  it('reads characters that are cut in the middle, and UTF-16 of PowerShell', async () => {
    const euro = Buffer.from('€ curl: (6)\ncurl: (6) Could not resolve host: a.example.com\n');
    const cut = await runOnFakes({ ...BASE, standardInput: pieces(euro.subarray(0, 1), euro.subarray(1, 2), euro.subarray(2)) });
    expect(cut.report.cause?.code).toBe('DNS.NXDOMAIN');
    const wide = Buffer.from('\uFEFFcurl: (6) Could not resolve host: a.example.com\r\n', 'utf16le');
    const { report } = await runOnFakes({ ...BASE, standardInput: pieces(wide.subarray(0, 9), wide.subarray(9)) });
    expect(report.cause?.code).toBe('DNS.NXDOMAIN');
  });

  it.each([
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['zip', Buffer.from('PK\u0003\u0004')],
  ])('refuses a log in %s and says how to unpack it', async (_name, start) => {
    const { report } = await runOnFakes({ ...BASE, standardInput: pieces(start) });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 64, cause: { code: 'INPUT.INVALID' } });
  });

  it('of a file that is not there is FS.NOT_FOUND', async () => {
    const { report } = await runOnFakes({ ...BASE, operands: ['nowhere.log'] });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'FS.NOT_FOUND' } });
  });

  it('ends in its budget where standard input stays silent', async () => {
    const silent: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<IteratorResult<Uint8Array>>(() => undefined) }),
    };
    const { report, tookMs } = await runOnFakes({ ...BASE, standardInput: silent, inputs: { timeout: '5s' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 75, cause: { code: 'BUDGET.TOTAL' } });
    expect(tookMs).toBe(5_000);
  });
});
