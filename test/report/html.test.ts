import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { renderHtml } from '../../src/report/html.ts';
import { plain } from '../../src/report/plain.ts';
import { hostile, hostileDiagnosis, hostileRun, hostileSources, hostileSuccess } from './hostile.ts';
import { allFailed, fold, timeline } from './scenarios.ts';
import { chained, GOLDEN_RUNS, preflightBlocked, preflightWarned } from './scenarios-preflight.ts';

/** Every tag with its attributes, and nothing between them. */
function skeleton(html: string): readonly string[] {
  return html.match(/<[^>]*>/gu) ?? [];
}

const headings = (report: Report): readonly string[] =>
  [...renderHtml(report).matchAll(/<section aria-labelledby="([^"]+)"/gu)].map(([, id = '']) => id);

/** Of each bar in a chart: its row from 0, where it begins and how wide it is, as parts of the plot. */
function barsOf(html: string, className: string): readonly (readonly [row: number, from: number, width: number])[] {
  const rows = html.split('<li>').slice(1);
  const bar = new RegExp(`<i class="${className}" style="left:([\\d.]+)%;width:([\\d.]+)%">`, 'gu');
  return rows.flatMap((row, index) =>
    [...row.matchAll(bar)].map(([, left, width]) => [index, Number(left) / 100, Number(width) / 100]),
  );
}

describe('the chart of phases', () => {
  it('shows each where it began, also one that goes on beside another or comes again', () => {
    const html = renderHtml(
      fold(
        timeline(
          [0, { type: 'run-started', command: 'install', product: 'p' }],
          [0, { type: 'phase-started', phase: 'acquire' }],
          [100, { type: 'phase-started', phase: 'check' }],
          [200, { type: 'phase-ended', phase: 'check' }],
          [300, { type: 'phase-ended', phase: 'acquire' }],
          [300, { type: 'phase-started', phase: 'check' }],
          [400, { type: 'phase-ended', phase: 'check' }],
          [400, { type: 'run-ended', outcome: 'failed', findings: [] }],
        ),
      ),
    );
    expect(barsOf(html, 'phase')).toEqual([
      [0, 0, 0.75],
      [1, 0.25, 0.25],
      [1, 0.75, 0.25],
    ]);
  });
});

describe('renderHtml', () => {
  it.each(Object.entries(GOLDEN_RUNS))('has landmarks, one main heading and named sections for %s', (_name, events) => {
    const html = renderHtml(fold(events));
    for (const tag of ['header', 'main', 'footer', 'h1', 'title'])
      expect(html.match(new RegExp(`<${tag}[ >]`, 'gu'))).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of headings(fold(events))) expect(html).toContain(`<h2 id="${id}">`);
    expect(html.match(/<ol aria-label="[^"]+">/gu) ?? []).toHaveLength(html.match(/<div class="chart"/gu)?.length ?? 0);
    const styles = [...html.matchAll(/ style="([^"]*)"/gu)].map(([, style]) => style);
    expect(styles.filter(style => !/^(?:--step:[\d.]+%|left:[\d.]+%(?:;width:[\d.]+%)?)$/u.test(style ?? ''))).toEqual([]);
  });
  it('says how many attempts the chart and the table leave out', () => {
    const [first] = fold(allFailed).attempts;
    const withAttempts = (count: number): string =>
      renderHtml({ ...fold(allFailed), attempts: first === undefined ? [] : Array.from({ length: count }, () => first) });
    const leftOut = (html: string) => [...html.matchAll(/(\d+) more are in report\.json/gu)].map(([, count]) => Number(count));
    expect(leftOut(withAttempts(1))).toEqual([]);
    expect(leftOut(withAttempts(40))).toEqual([]);
    expect(leftOut(withAttempts(203))).toEqual([163, 3]);
  });
  it('tells the cause first, then the rest', () => {
    expect(headings(fold(preflightBlocked)).slice(0, 2)).toEqual(['problem-1', 'problem-2']);
    expect(headings(fold(chained)).slice(0, 2)).toEqual(['problem-1', 'chain']);
    expect(headings(fold(preflightWarned))).toEqual(['result', 'preflight', 'routes', 'attempts', 'phases', 'lists', 'noticed']);
  });
  it('says its outcome without colour too', () => {
    const badge = (events: Parameters<typeof fold>[0]): string | undefined =>
      /<span class="badge (\w+)">[^<]*(?:failed|installed|cached)/u.exec(renderHtml(fold(events)))?.[1];
    expect([badge(allFailed), badge(GOLDEN_RUNS.cached), badge(preflightWarned)]).toEqual(['bad', 'good', 'warn']);
  });
  it('needs no network and no script', () => {
    for (const events of Object.values(GOLDEN_RUNS)) {
      const html = renderHtml(fold(events));
      expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b|\ssrc=|url\(|@import|\son\w+=/iu);
      const links = [...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address);
      expect(
        links.filter(address => !/^(?:#content|https:\/\/[^"]+\/docs\/codes\.md(?:#[a-z0-9-]+)?)$/u.test(address ?? '')),
      ).toEqual([]);
    }
  });
  it('has the same tags and attributes whatever a server says', () => {
    const shape = (report: Report): readonly string[] =>
      skeleton(renderHtml(report)).map(tag => tag.replace(/aria-label="[^"]*"/u, 'aria-label'));
    fc.assert(
      fc.property(hostile, text => {
        // A text that shows as nothing has no element.
        fc.pre(plain(text) !== '');
        for (const make of [hostileRun, hostileSuccess, hostileSources, hostileDiagnosis])
          expect(shape(make(text))).toEqual(shape(make('x')));
      }),
    );
  });
  it('holds no character that deceives the eye', () => {
    fc.assert(
      fc.property(hostile, text => {
        for (const make of [hostileRun, hostileDiagnosis])
          expect(renderHtml(make(text)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});
