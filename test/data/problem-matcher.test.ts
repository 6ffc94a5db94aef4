import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Pattern {
  readonly regexp: string;
  readonly loop?: boolean;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
}

interface Matcher {
  readonly owner: string;
  readonly severity: string;
  readonly pattern: readonly Pattern[];
}

const FIELDS = ['file', 'line', 'column', 'severity', 'code', 'message'] as const;
type Annotation = Partial<Record<(typeof FIELDS)[number], string>>;

const path = join(import.meta.dirname, '../../data/problem-matcher.json');
const { problemMatcher } = JSON.parse(readFileSync(path, 'utf8')) as { readonly problemMatcher: readonly Matcher[] };

/**
 * What the runner makes of lines (actions/runner, IssueMatcher.Match): the last pattern that continues a match wins, a pattern
 * that does not continue loses it, and `loop` repeats the last one. A message is needed.
 */
function annotations(matcher: Matcher, lines: readonly string[]): readonly Annotation[] {
  const found: Annotation[] = [];
  const { pattern } = matcher;
  const state: (Annotation | undefined)[] = [];
  for (const line of lines) {
    for (let at = pattern.length - 1; at >= 0; at -= 1) {
      const one = pattern[at];
      const before = at === 0 ? {} : state[at - 1];
      const isLast = at === pattern.length - 1;
      if (one === undefined || before === undefined) continue;
      const match = new RegExp(one.regexp).exec(line);
      if (match === null) {
        state[at] = undefined;
        if (isLast && at > 0) state[at - 1] = undefined;
        continue;
      }
      const own = Object.fromEntries(FIELDS.flatMap(name => (one[name] && match[one[name]] ? [[name, match[one[name]]]] : [])));
      const merged = { ...before, ...own };
      if (!isLast) {
        state[at] = merged;
        continue;
      }
      if (merged.message) found.push(merged);
      if (one.loop !== true && at > 0) state[at - 1] = undefined;
      break;
    }
  }
  return found;
}

function byOwner(owner: string): Matcher {
  const found = problemMatcher.find(matcher => matcher.owner === owner);
  if (found === undefined) throw new Error(`no matcher ${owner}`);
  return found;
}

const go = (line: string): Annotation | undefined => annotations(byOwner('go'), [line])[0];
const goTest = (...lines: readonly string[]) => annotations(byOwner('go-test'), lines);

describe('the problem matcher go', () => {
  it.each([
    ['./main.go:13:2: undefined: fmt.Printl', './main.go', '13', '2', 'undefined: fmt.Printl'],
    ['../main.go:13:2: undefined: fmt.Printl', '../main.go', '13', '2', 'undefined: fmt.Printl'],
    ['foo/main.go:13:2: undefined: fmt.Printl', 'foo/main.go', '13', '2', 'undefined: fmt.Printl'],
    ['/assert.go:4:1: missing return at end of function', '/assert.go', '4', '1', 'missing return at end of function'],
    ['   ./assert.go:5:2: missing return at end of function   ', './assert.go', '5', '2', 'missing return at end of function'],
    ['\t./assert.go:5:2: missing return at end of function   ', './assert.go', '5', '2', 'missing return at end of function'],
    ['.\\main.go:13:2: undefined: fmt.Printl', '.\\main.go', '13', '2', 'undefined: fmt.Printl'],
    ['..\\main.go:13:2: undefined: fmt.Printl', '..\\main.go', '13', '2', 'undefined: fmt.Printl'],
  ])('matches the line %j that setup-go matches', (line, file, number, column, message) => {
    expect(go(line)).toEqual({ file, line: number, column, message });
  });

  it.each([
    ['C:\\a b\\main.go:13:2: oops', { file: 'C:\\a b\\main.go', line: '13', column: '2', message: 'oops' }],
    ['d:/a/main.go:13:2: oops', { file: 'd:/a/main.go', line: '13', column: '2', message: 'oops' }],
    ['./my dir/main.go:13:2: oops', { file: './my dir/main.go', line: '13', column: '2', message: 'oops' }],
    ['vet: ./main.go:5:2: undefined: x', { file: './main.go', line: '5', column: '2', message: 'undefined: x' }],
    ['main.go:7: no column here', { file: 'main.go', line: '7', message: 'no column here' }],
    ['main_test.go:9:3: undefined: t', { file: 'main_test.go', line: '9', column: '3', message: 'undefined: t' }],
  ])('matches %j', (line, expected) => {
    expect(go(line)).toEqual(expected);
  });

  it.each(['main.go:3:5-3:9: declared and not used', 'main.go:3:5-9: declared and not used'])(
    'reads the range of columns in %j',
    line => {
      expect(go(line)).toEqual({ file: 'main.go', line: '3', column: '5', message: 'declared and not used' });
    },
  );

  it.each([
    ['./c.go:5:10: warning: unused variable', 'warning', 'unused variable'],
    ['./c.go:5:10: error: no such member', 'error', 'no such member'],
    ['./c.go:5:10: fatal error: x.h: No such file or directory', undefined, 'fatal error: x.h: No such file or directory'],
  ])('takes the severity that %j names', (line, severity, message) => {
    expect(go(line)).toMatchObject({ message });
    expect(go(line)?.severity).toBe(severity);
    expect(byOwner('go').severity).toBe('error');
  });

  it.each([
    '\t/home/u/app/main.go:12 +0x1d',
    '      /tmp/x/main.go:9 +0x44',
    'main.main()',
    'https://example.com/main.go:13:2: oops',
    'see ./main.go:13:2: oops',
    '2026/01/02 15:04:05 main.go:12: listening',
    'main.go: some text',
    'found in main.go: yes',
    '    main_test.go:12: what a test logs under -v',
    'ok  \texample.com/m\t0.003s',
    '{"Action":"output","Output":"main.go:3:5: oops"}',
    './c.go:6:2: note: expanded from here',
    'main.go:13:2:no blank',
    'main.rs:13:2: oops',
  ])('leaves %j alone', line => {
    expect(go(line)).toBeUndefined();
  });
});

describe('the problem matcher go-test', () => {
  it('matches what a failed test says, and names the test', () => {
    const lines = ['--- FAIL: TestSum (0.00s)', '    sum_test.go:12: got 1, want 2', '    sum_test.go:13: and more', 'FAIL'];
    expect(goTest(...lines)).toEqual([
      { code: 'TestSum', file: 'sum_test.go', line: '12', message: 'got 1, want 2' },
      { code: 'TestSum', file: 'sum_test.go', line: '13', message: 'and more' },
    ]);
  });

  it('matches a failed test inside another', () => {
    const lines = ['--- FAIL: TestSum (0.00s)', '    --- FAIL: TestSum/negative (1.20s)', '        sum_test.go:20: oops'];
    expect(goTest(...lines)).toEqual([{ code: 'TestSum/negative', file: 'sum_test.go', line: '20', message: 'oops' }]);
  });

  it('leaves alone what a test that passes logs', () => {
    const lines = ['=== RUN   TestSum', '    sum_test.go:12: a note', '--- PASS: TestSum (0.00s)', '    sum_test.go:12: a note'];
    expect(goTest(...lines)).toEqual([]);
  });
});

describe('the file of problem matchers', () => {
  it('has one matcher for each owner', () => {
    expect(problemMatcher.map(({ owner }) => owner)).toEqual(['go', 'go-test']);
  });

  it('uses nothing that the regular expressions of .NET read otherwise', () => {
    const texts = problemMatcher.flatMap(({ pattern }) => pattern.map(({ regexp }) => regexp)).join('\n');
    expect(/\(\?<|\\p|\(\?[a-z-]+\)/u.exec(texts)).toBeNull();
  });
});
