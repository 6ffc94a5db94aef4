import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_PAGE } from '../../src/domain/code-page.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { codeSpan, prose } from '../../src/report/markdown.ts';
import { plain, plainLines } from '../../src/report/plain.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { hostile, hostileRun } from './hostile.ts';
import { allFailed, fold, installed, timeline } from './scenarios.ts';
import { chained, preflightWarned } from './scenarios-preflight.ts';

/** A link that renderers make: to the page of a code. */
const CODE_LINK = new RegExp(`\\[\`[A-Z0-9_.]+\`\\]\\(${CODES_PAGE.replaceAll('.', '\\.')}#[a-z0-9-]+\\)`, 'gu');

/** What GitHub would read as markup: the summary without code blocks, code spans and escaped characters. */
function markupOf(summary: string): string {
  return summary
    .replace(/^(`{3,})\n[\s\S]*?^\1$/gmu, 'BLOCK')
    .replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu, (_text, fence?: string) => (fence === undefined ? '_' : 'CODE'))
    .replace(/&(?:amp|lt|gt|#124);/gu, '_');
}

describe('the job summary', () => {
  it('has the same markup whatever a server says', () => {
    fc.assert(
      fc.property(hostile, text => {
        const linked = renderSummary(hostileRun(text));
        // Of the cause, of what was tried, of the attempt, of what two checks found, of the list, and of what was noticed.
        expect(linked.match(CODE_LINK)).toHaveLength(8);
        const summary = linked.replaceAll(CODE_LINK, 'LINK');
        const markup = markupOf(summary);
        expect(markup.replace(/<\/?(?:details|summary)>/gu, '')).not.toMatch(/[<>]/u);
        expect(markup).not.toMatch(/:\/\/|@|\]\(|<script|`/u);
        expect(markup.match(/<details>/gu)).toHaveLength(5);
        expect(markup.match(/<\/details>/gu)).toHaveLength(5);
        // In the raw text, for a pipe ends a cell even inside a code span: tried, overview, attempts, topics, checks, routes, lists.
        const rows = summary
          .replace(/^(`{3,})\n[\s\S]*?^\1$/gmu, '')
          .split('\n')
          .filter(line => line.startsWith('|'));
        const widths = rows.map(row => row.split('|').length - 2);
        // What is not known has no column there.
        const overview = widths.slice(3, 6);
        expect(new Set(overview).size).toBe(1);
        expect(widths).toEqual([3, 3, 3, ...overview, ...Array(3).fill(7), ...Array(4 + 4 + 3 + 3).fill(4)]);
      }),
      { numRuns: 150 },
    );
  });
  it('holds no character that deceives the eye or a terminal', () => {
    fc.assert(
      fc.property(hostile, text => {
        const report = hostileRun(text);
        const annotations = annotationsOf(report).map(({ title, message }) => `${title}\n${message}`);
        for (const output of [renderSummary(report), renderText(report), ...annotations]) {
          expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        }
      }),
    );
  });
  it('stays below 1 MiB, ends complete, and says that something is left out', () => {
    const attempts = Array.from({ length: 3_000 }, (_, index) => index);
    const events = timeline(
      [0, { type: 'run-started', command: 'install', product: 'p' }],
      ...attempts.flatMap(attempt => {
        const item = finding('HTTP.SERVER', {
          subject: `s${attempt}`,
          message: 'm'.repeat(5_000),
          fixes: Array(5).fill({ title: 'Run', kind: 'command', text: `${'y'.repeat(500)}\n`.repeat(50), risk: 'none' }),
          location: { file: 'f', line: 1 },
        });
        return [
          [1, { type: 'attempt-started', attempt, source: `s${attempt}`, url: `https://e.test/${'x'.repeat(3_000)}` }] as const,
          [2, { type: 'attempt-ended', attempt, end: 'failed', bytes: 1, finding: item }] as const,
        ];
      }),
      [3, { type: 'run-ended', outcome: 'failed', findings: [] }],
    );
    const summary = renderSummary(fold(events));
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary.match(/<details>/gu)?.length).toBe(summary.match(/<\/details>/gu)?.length);
    expect(summary).toContain('Left out here for its size: Problems');
    expect(summary).toContain('report.json');
  });
  it.each([
    ['installed', installed],
    ['warned by preflight', preflightWarned],
  ])('shows a run that was %s in fewer than 15 lines', (_name, events) => {
    const visible = renderSummary(fold(events)).replace(/<details>[\s\S]*?<\/details>/gu, '');
    expect(visible.trim().split('\n').length).toBeLessThan(15);
  });
  it('draws a chain of causes, and no chain of one', () => {
    const diagrams = (events: readonly Event[]): number => renderSummary(fold(events)).match(/^```mermaid$/gmu)?.length ?? 0;
    expect([chained, allFailed, installed].map(diagrams)).toEqual([1, 0, 0]);
  });
});

describe('plain', () => {
  it('makes one line of bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, maxLength) => {
        expect([...plain(text, maxLength)].length).toBeLessThanOrEqual(maxLength);
        expect(plain(plain(text, 1_000), 1_000)).toBe(plain(text, 1_000));
      }),
    );
  });
  it('keeps ordinary text as it is', () => {
    expect(plain('Grüße 世界 😀 a|b `c`')).toBe('Grüße 世界 😀 a|b `c`');
  });
  it('keeps the lines and the indentation of a script', () => {
    expect(plainLines('if true\n  go env\u001b[0m\r\nfi')).toEqual(['if true', '  go env\uFFFD[0m', 'fi']);
    expect(plainLines('x\n'.repeat(100), 5)).toHaveLength(6);
  });
});

describe('Markdown', () => {
  it('fences code with more backticks than it holds', () => {
    expect(codeSpan('a``b`')).toBe('``` a``b` ```');
    expect(codeSpan(' \n ')).toBe('–');
  });
  it('turns words that could be links or mentions into code', () => {
    expect(prose('see https://e.test/a_b or @octocat *now*')).toBe('see `https://e.test/a_b` or `@octocat` \\*now\\*');
  });
});
