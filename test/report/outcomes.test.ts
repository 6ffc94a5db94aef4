import { describe, expect, it } from 'vitest';
import type { Event, EventBody } from '../../src/domain/event.ts';
import { type Finding, finding } from '../../src/domain/finding.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { lastWords, workflowCommand } from '../../src/report/drained.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { FILE_RENDERERS } from '../../src/report/registry.ts';
import { attemptReason } from '../../src/report/wording.ts';
import { allFailed, altered, badInputs, cached, drained, fold, installed, tampered, timeline } from './scenarios.ts';
import { preflightBlocked } from './scenarios-preflight.ts';

const failedWith = (...findings: readonly Finding[]) =>
  fold(
    timeline(
      [0, { type: 'run-started', command: 'install', product: 'p' }],
      [1, { type: 'run-ended', outcome: 'failed', findings }],
    ),
  );

describe('the reason of an attempt that did not win', () => {
  it('names another source only where another one won', () => {
    const attempt = (end: 'won' | 'lost', number: number) =>
      [
        [1, { type: 'attempt-started', attempt: number, source: `s${number}`, url: 'https://s.test/go' }],
        [2, { type: 'attempt-ended', attempt: number, end, bytes: 1 }],
      ] as const;
    const reasonOf = (...steps: (readonly [number, EventBody])[]) => {
      const report = fold(timeline(...steps));
      return report.attempts.flatMap(item => (item.end === 'lost' ? attemptReason(report, item) : []));
    };
    const [beaten] = reasonOf(...attempt('lost', 1), ...attempt('won', 2));
    const [cutOff] = reasonOf(...attempt('lost', 1));
    expect(beaten).toMatch(/another source/u);
    expect(cutOff).not.toMatch(/another source/u);
  });
});

describe('annotationsOf', () => {
  it('marks one error when every source failed, and nothing when all is well', () => {
    expect(annotationsOf(fold(allFailed)).map(item => item.level)).toEqual(['error']);
    expect(annotationsOf(fold(altered)).map(item => item.level)).toEqual(['error']);
    expect(annotationsOf(fold(installed))).toEqual([]);
    expect(annotationsOf(fold(cached))).toEqual([]);
  });
  it('marks each bad input', () => {
    expect(annotationsOf(fold(badInputs)).map(item => item.level)).toEqual(['error', 'error', 'error']);
  });
  it('names file and line where the cause has one', () => {
    const report = failedWith(finding('INPUT.VERSION_FILE', { subject: 'go.mod', location: { file: 'sub/go.mod', line: 7 } }));
    expect(annotationsOf(report)).toMatchObject([{ level: 'error', file: 'sub/go.mod', line: 7 }]);
  });
  it('does not mark what follows from the cause', () => {
    const place = { location: { file: 'go.mod', line: 1 } };
    const report = failedWith(
      finding('VER.NO_PROOF', { subject: 'go', ...place }),
      finding('SUM.UNREACHABLE', { subject: 'sumdb', severity: 'warning' }),
    );
    const marked = annotationsOf(report);
    expect(marked).toHaveLength(1);
    expect(marked[0]?.title).toContain('SUM.UNREACHABLE');
  });
  it('warns of a source that served altered content although another one was good', () => {
    const events = installed.map(event =>
      event.type === 'attempt-ended' && event.end === 'failed' ? { ...event, finding: tampered } : event,
    );
    expect(annotationsOf(fold(events)).map(item => item.level)).toEqual(['warning']);
  });
  it('gives ten at most, errors first', () => {
    const warnings = Array.from({ length: 30 }, (_, index) => finding('CACHE.PATTERN', { subject: `pattern-${index}` }));
    const errors = Array.from({ length: 7 }, (_, index) => finding('INPUT.INVALID', { subject: `input-${index}` }));
    const levels = annotationsOf(failedWith(...warnings, ...errors)).map(item => item.level);
    expect(levels).toEqual([...Array(7).fill('error'), ...Array(3).fill('warning')]);
  });
  it('marks what blocks at its line, each once, and warns of the rest of preflight', () => {
    expect(annotationsOf(fold(preflightBlocked))).toMatchObject([
      { level: 'error', file: 'go.mod', line: 3 },
      { level: 'error', file: 'tools/go.mod', line: 5 },
      { level: 'warning' },
    ]);
  });
  it('warns of what preflight found although the run went on', () => {
    const found = preflightBlocked.filter(event => event.type === 'preflight');
    const [first, ...rest] = installed;
    const blocking = finding('VERSION.TOO_OLD', { subject: 'example.com/shop', location: { file: 'go.mod', line: 3 } });
    const run = [first, { atMs: 0, type: 'finding', finding: blocking }, ...found, ...rest] as readonly Event[];
    expect(annotationsOf(fold(run))).toMatchObject([{ level: 'warning', file: 'go.mod', line: 3 }]);
  });
  it('marks a failure that has no finding', () => {
    expect(annotationsOf(failedWith()).map(item => item.level)).toEqual(['error']);
  });
});

describe('outputsOf', () => {
  it('sets every output in every outcome', () => {
    const names = Object.keys(outputsOf(fold(installed)));
    for (const events of [cached, allFailed, badInputs, drained]) expect(Object.keys(outputsOf(fold(events)))).toEqual(names);
  });
  it('tells the source of the bytes apart from the tool cache', () => {
    expect(outputsOf(fold(installed))).toMatchObject({ source: 'aliyun', 'installed-from': 'aliyun', 'cache-hit': 'false' });
    expect(outputsOf(fold(cached))).toMatchObject({ source: '', 'installed-from': 'tool-cache' });
  });
  it('names the cause of a failure and no Go', () => {
    expect(outputsOf(fold(allFailed))).toMatchObject({ cause: 'TCP.REFUSED', goroot: '', 'go-version': '' });
    expect(outputsOf(failedWith())).toMatchObject({ cause: 'undetermined' });
  });
});

describe('the last words of a run without a result', () => {
  it('are a text and exactly one error command on one line', () => {
    const { text, workflowCommands } = lastWords(fold(drained));
    expect(text).toContain('SELF.DRAINED');
    expect(workflowCommands).toMatch(/^::error title=SELF\.DRAINED%3A [^\n]*\n$/u);
  });
  it('are there even when nothing was heard', () => {
    expect(lastWords(fold([])).workflowCommands).toMatch(/^::error /u);
  });

  it('are no commands of the runner, whatever a server said', () => {
    const text = '::set-env name=PATH::x ##[add-path]/evil';
    const refused = finding('HTTP.FORBIDDEN', { subject: text, message: text, evidence: { [text]: text } });
    const words = lastWords(failedWith(refused));
    for (const line of words.text.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/u);
  });
  it('escape what would end a property or the command', () => {
    const command = workflowCommand({ level: 'warning', title: 'a:b,c', message: '1%\n::set-env::x', file: 'x,y.go', line: 2 });
    expect(command).toBe('::warning title=a%3Ab%2Cc,file=x%2Cy.go,line=2::1%25%0A::set-env::x');
  });
});

it('each file renderer has a name of its own', () => {
  const names = FILE_RENDERERS.map(item => item.fileName);
  expect(new Set(names).size).toBe(names.length);
});
