import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOfLog } from '../../src/policy/decoded-findings.ts';
import { createDecoder, type Decoding } from '../../src/policy/decoder.ts';
import { DECODER_ROWS } from '../../src/policy/decoder-table.ts';
import { createLineReader } from '../../src/policy/log-lines.ts';
import { leastMs } from '../fakes/least-ms.ts';
import { SAMPLES } from './decoder-samples.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/logs');

interface Fixture {
  readonly name: string;
  /** `none`: the log shows no failure. */
  readonly code: string;
  /** The line that must be quoted, from 1. */
  readonly line: number;
  readonly log: string;
}

/** First line: `# CODE at LINE; where it comes from`. */
const LOGS: readonly Fixture[] = readdirSync(FIXTURES)
  .filter(name => name.endsWith('.txt'))
  .map(name => {
    const [first = '', ...lines] = readFileSync(join(FIXTURES, name), 'utf8').split('\n');
    const [, code = '', line = '0'] = /^# ([A-Z.0-9_]+|none)(?: at (\d+))?; \S/u.exec(first) ?? [];
    return { name, code, line: Number(line), log: lines.join('\n') };
  });

function decode(text: string): Decoding {
  const decoder = createDecoder();
  const reader = createLineReader((line, number) => decoder.hear({ text: line, number, stream: '' }));
  reader.push(text);
  reader.end();
  return decoder.result();
}

const codesOf = (log: string): readonly string[] => decode(log).causes.map(({ row }) => row.code);
const logOf = (name: string): string => LOGS.find(fixture => fixture.name === `${name}.txt`)?.log ?? '';

describe('a recorded log', () => {
  it.each(LOGS)('$name shows $code', ({ code, line, log }) => {
    const [first] = decode(log).causes;
    expect([first?.row.code ?? 'none', first?.line.number ?? 0]).toEqual([code, line]);
  });

  it.each(LOGS)('$name shows the same with times, colours and Windows line ends around it', ({ code, log }) => {
    const dressed = log.replace(/^(.+)$/gmu, '2026-01-02T03:04:05.1234567Z \u001b[31m$1\u001b[0m\r');
    expect(decode(dressed).causes[0]?.row.code ?? 'none').toBe(code);
  });

  it('shows both of two faults, and each once however often it is printed', () => {
    const faults = LOGS.filter(({ code }) => code !== 'none');
    fc.assert(
      fc.property(fc.constantFrom(...faults), fc.constantFrom(...faults), (a, b) => {
        const codes = codesOf(`${a.log}\n+ next step\n${b.log}\n+ again\n${a.log}`);
        expect(codes).toEqual(expect.arrayContaining([a.code, b.code]));
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the innermost text', () => {
  it.each([
    [
      'a full disk behind a read error',
      'go: a@v1: read "https://p.example.com/a.zip": write /m/a.zip: no space left on device',
      'FS.NO_SPACE',
    ],
    [
      'a proxy before its target',
      'go: a@v1: Get "https://p.example.com/a": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused',
      'PROXY.REFUSED',
    ],
    [
      'git below a version that is invalid',
      "go: h/a@v1: invalid version: git fetch in /m: exit status 128:\n\tfatal: could not read Username for 'https://h': terminal prompts disabled",
      'GO.VCS_AUTH',
    ],
    [
      'git that says nothing known',
      'go: h/a@v1: invalid version: git fetch in /m: exit status 128:\n\tfatal: something new',
      'GO.UNKNOWN_VERSION',
    ],
    ['a key that is refused, which is no file', 'git@h.example.com: Permission denied (publickey).', 'GO.VCS_AUTH'],
    ['a file', 'mkdir /opt/x: permission denied', 'FS.PERMISSION'],
    ['a proxy that answers 403 for itself', 'go: a@v1: Get "https://p.example.com/a": Forbidden', 'PROXY.DENIED'],
    ['an origin that answers 403', 'go: a@v1: reading https://p.example.com/a: 403 Forbidden', 'HTTP.FORBIDDEN'],
    [
      'Windows: a port',
      'go: Get "https://p.example.com/a": dial tcp 1.2.3.4:443: connectex: No connection could be made because the target machine actively refused it.',
      'TCP.REFUSED',
    ],
    [
      'Windows: a reset',
      'read tcp 1.2.3.4:5->6.7.8.9:443: wsarecv: An existing connection was forcibly closed by the remote host.',
      'PATH.RESET',
    ],
    ['Windows: a full disk', 'write C:\\x: There is not enough space on the disk.', 'FS.NO_SPACE'],
  ])('wins: %s', (_name, log, code) => {
    expect(codesOf(log)).toEqual([code]);
  });

  it('is told as the inner cause where the outer one matters more', () => {
    const [cause] = decode(logOf('go-sumdb-unreachable')).causes;
    expect([cause?.row.code, cause?.inner?.code]).toEqual(['GO.SUMDB_UNREACHABLE', 'PROXY.REFUSED']);
  });
});

describe('faults of the code itself', () => {
  const test = logOf('go-test-failed');

  it('never blame the network for what a test prints', () => {
    const findings = findingsOfLog(decode(test), { subject: 'x', file: 'x' });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['GO.TEST_FAILED', 'info'],
      ['TCP.REFUSED', 'warning'],
    ]);
  });

  const PASSING = [
    '=== RUN   TestDial',
    '    dial_test.go:9: dial tcp 127.0.0.1:1: connect: connection refused',
    '2026/01/02 03:04:05 http: TLS handshake error from 127.0.0.1:5: remote error: tls: bad certificate',
    '--- PASS: TestDial (0.00s)',
    'PASS',
    'ok  \texample.com/a\t0.01s',
  ].join('\n');

  it('are none where the tests that print such words pass', () => {
    expect(codesOf(PASSING)).toEqual([]);
    expect(codesOf(`${PASSING}\n${logOf('curl-6')}`)).toEqual(['DNS.NXDOMAIN']);
  });

  it('are told where the package fails, or nobody says how it ended', () => {
    expect(codesOf(PASSING.replace('ok  \t', 'FAIL\t'))).toContain('TCP.REFUSED');
    expect(codesOf(PASSING.replace(/\nok .*$/u, ''))).toContain('TCP.REFUSED');
  });

  it('do not hide what the go command said before the tests of another package passed', () => {
    const log =
      'b/b.go:3:8: example.com/c@v1.0.0: Get "https://p.example.com/c": dial tcp 192.0.2.1:443: connect: connection refused';
    expect(codesOf(`${log}\nFAIL\texample.com/b [setup failed]\n${PASSING}\nFAIL`)).toContain('TCP.REFUSED');
    expect(codesOf(`${log}\n${PASSING}`)).toContain('TCP.REFUSED');
    const git =
      "go: h/a@v1: git fetch in /m: exit status 128:\n\tfatal: unable to access 'https://h/': Could not resolve host: h";
    expect(codesOf(`${git}\n${PASSING}`)).toContain('DNS.NXDOMAIN');
  });

  it('leave a full disk what it is', () => {
    const [first] = findingsOfLog(decode(`write /tmp/x: no space left on device\n${test}`), { subject: 'x', file: 'x' });
    expect(first).toMatchObject({ code: 'FS.NO_SPACE', severity: 'error' });
  });

  it('do not hide an error that came after them', () => {
    const [first] = findingsOfLog(decode(`${test}\n${logOf('curl-6')}`), { subject: 'x', file: 'x' });
    expect(first).toMatchObject({ code: 'DNS.NXDOMAIN', severity: 'error' });
  });
});

describe('an unknown log', () => {
  it.each([
    ['the last line that looks like an error', 'error: first\nmake: *** [all] Error 2\nerror: second\nbye\nexit status 2\n', 3],
    ['a line that only says that something failed', 'hello\nProcess exited with code 2\n', 2],
  ])('is undetermined, and %s is quoted', (_name, log, line) => {
    const [finding] = findingsOfLog(decode(log), { subject: 'build.log', file: 'build.log' });
    expect(finding).toMatchObject({ code: 'LOG.UNDETERMINED', location: { file: 'build.log', line } });
  });

  it.each([
    'go: a@v1: Get "https://p.example.com/a": write tcp 192.0.2.1:4->192.0.2.2:443: write: broken pipe',
    'go: a@v1: Get "https://p.example.com/a": something new',
    'go: no such tool "covdata"',
    'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
    'package example.com/a: build constraints exclude all Go files in /src/a',
    'no Go files in /src',
    'main.go:4:2: ambiguous import: found package example.com/a/b in multiple modules:',
    'fork/exec /tmp/go-build1/b001/x.test: text file busy',
    'fork/exec /goroot/pkg/tool/linux_amd64/compile: resource temporarily unavailable',
    'This program can only be run on AMD64 processors with v3 microarchitecture support.',
    'tar: short read',
  ])('is no log of a success: %s', log => {
    const findings = findingsOfLog(decode(`go: downloading a v1.0.0\n${log}\n`), { subject: 'x', file: 'x' });
    expect(findings[0]).toMatchObject({ code: 'LOG.UNDETERMINED', location: { line: 2 } });
  });

  it.each([
    'go: creating new go.mod: module example.com/a',
    'go: to add module requirements and sums:',
    'go: finding module for package example.com/a',
    'go: found example.com/a in example.com/a v1.0.0',
    'go: a@v1.2.3 requires go >= 1.25.0; switching to go1.25.3',
    'go: module github.com/golang/protobuf is deprecated: Use the "google.golang.org/protobuf" module instead.',
    'go: warning: "./..." matched no packages',
    'go: warning: a@v1.0.0: retracted by module author: contains a fault',
    'go: updates to go.mod: none',
    '?   \texample.com/a\t[no test files]',
    '# get https://p.example.com/a/@v/list: 200 OK (0.1s)',
  ])('is one of a success: %s', log => {
    expect(findingsOfLog(decode(log), { subject: 'x', file: 'x' })).toEqual([]);
  });

  it('without a failure has no findings', () => {
    const log =
      'ok  \texample.com/errors\t0.01s\n--- PASS: TestError (0.00s)\ngo: downloading example.com/fatal v1.0.0\n0 errors\n';
    expect(findingsOfLog(decode(log), { subject: 'x', file: 'x' })).toEqual([]);
  });
});

describe('what is quoted', () => {
  it.each([
    "fatal: unable to access 'https://user:hunter2secret@h.example.com/x': Could not resolve host: h.example.com",
    'error: token=hunter2secret was refused',
    'error: Authorization: Bearer hunter2secret is wrong',
    'error: ghp_hunter2secretAAAA is not valid',
    'error: glcbt-64_hunter2secretAAAA is not valid',
    'error: glpat-abcdefgh.01.hunter2secretAAAA is not valid',
    'error: npm_hunter2secretAAAAAAAAAAAAAAAAAAAAAAAAA is not valid',
    'error: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.hunter2secretAAAA is not valid',
    'error: https://h.example.com/x?X-Amz-Signature=hunter2secret failed',
  ])('holds no secret: %s', log => {
    expect(JSON.stringify(findingsOfLog(decode(log), { subject: 'x', file: 'x' }))).not.toContain('hunter2');
  });

  it('gets nothing into a command that a shell would act on', () => {
    const findings = findingsOfLog(decode('open /x;rm$IFS-rf: permission denied'), { subject: 'x', file: 'x' });
    expect(findings[0]?.fixes.map(({ text }) => text).join()).not.toContain('rm$IFS');
  });
});

describe('the table', () => {
  it('has ids that are unique', () => {
    expect(new Set(DECODER_ROWS.map(row => row.id)).size).toBe(DECODER_ROWS.length);
  });

  it.each(Object.entries(SAMPLES))('reads %s', (id, [code, text]) => {
    const row = DECODER_ROWS.find(each => each.id === id);
    const [cause] = decode(text).causes;
    expect([row?.code, cause?.row.id, cause?.row.code]).toEqual([code, id, code]);
  });

  it('has a recorded log or a sample for every row', () => {
    const recorded = new Set(LOGS.flatMap(({ log }) => decode(log).causes.map(({ row }) => row.id)));
    const unread = DECODER_ROWS.filter(({ id }) => !recorded.has(id) && !Object.hasOwn(SAMPLES, id));
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  it('is in lower case where needles are', () => {
    expect(DECODER_ROWS.filter(({ needle }) => needle !== needle.toLowerCase() || needle.length < 2)).toEqual([]);
  });

  it('reads hostile lines of 100 kB in linear time', async () => {
    const slow: string[] = [];
    for (const { id, needle, pattern, after } of DECODER_ROWS) {
      for (const line of hostileLines(needle)) {
        const tookMs = await leastMs(500, () => [pattern.exec(line), after?.exec(line)]);
        if (tookMs > 500) slow.push(`${id} on ${line.slice(0, 40)}`);
      }
    }
    expect(slow).toEqual([]);
  }, 120_000);

  it('never throws, whatever the lines are', () => {
    const words = fc.constantFrom(
      ...DECODER_ROWS.map(({ needle }) => needle),
      '"',
      ': ',
      '\t',
      '\n',
      'a',
      '/',
      '@v1',
      '\u001b[',
      '\r',
    );
    fc.assert(fc.property(fc.array(words, { maxLength: 60 }), parts => void decode(parts.join(''))));
  });
});

/** What makes backtracking expensive: the needle again and again, and what stands around it. */
function hostileLines(needle: string): readonly string[] {
  const SIZE = 100_000;
  const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
  return [
    fill(needle),
    fill(`${needle} `),
    fill('a '),
    fill('a'),
    `${fill('/a.go:1:')}${needle}`,
    fill(`"https://a/${needle}": `),
    fill(`a@v1: ${needle}: `),
  ];
}
