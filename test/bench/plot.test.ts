import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from './judge.ts';
import { escapeXml, renderPlot } from './plot.ts';

function lineOf(fields: Partial<Line> = {}): Line {
  const value = { median: 0.5, min: 0.4, max: 0.6 };
  return {
    scenario: 'some',
    what: 'wall time / tar',
    unit: 'ratio',
    value,
    atMost: 0.7,
    verdict: 'met',
    figure: 'wallMs',
    own: undefined,
    other: undefined,
    note: '',
    ...fields,
  };
}

/** What an XML parser would say first, or undefined: tags must be closed in order, and text have no bare `<` and `&`. */
function fault(xml: string): string | undefined {
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z:0-9-]+="[^"<&]*")*)(\/?)>|&#\d+;|[^<&]/gu;
  let at = 0;
  for (const match of xml.matchAll(token)) {
    if (match.index !== at) return `something else at ${at}`;
    at += match[0].length;
    const [, closing, name = '', , empty] = match;
    if (name === '') continue;
    if (closing === '/' && open.pop() !== name) return `${name} is closed at ${at}`;
    if (closing === '' && empty === '') open.push(name);
  }
  return at === xml.length && open.length === 0 ? undefined : `${open.join(' ')} is open at ${at}`;
}

describe('the plot', () => {
  it('is well-formed whatever the names are', () => {
    expect(fault('<a><b></a></b>')).toBeDefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (scenario, what) => {
        expect(fault(renderPlot([lineOf({ scenario, what })]))).toBeUndefined();
      }),
    );
  });

  it('draws nothing that is no finite number or lies outside', () => {
    const ratio = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(ratio, ratio, ratio)), ratios => {
        const lines = ratios.map(([median, min, max]) => lineOf({ value: { median, min, max }, atMost: max }));
        const xml = renderPlot(lines);
        expect(xml).not.toMatch(/NaN|Infinity|undefined/u);
        const places = [...xml.matchAll(/ (?:x|x1|x2|width)="(-?[\d.]+)"/gu)].map(match => Number(match[1]));
        expect(places.every(place => place >= 0 && place <= 900)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('shows ratios that were measured, and nothing else', () => {
    const bars = (lines: readonly Line[]) => renderPlot(lines).match(/<rect /gu)?.length ?? 0;
    expect(bars([lineOf(), lineOf({ value: undefined }), lineOf({ unit: 'rssBytes' })])).toBe(1);
    expect(fault(renderPlot([]))).toBeUndefined();
  });

  it('tells met from missed, has a mark only for a target, and loads nothing', () => {
    expect(renderPlot([lineOf()])).toContain('<rect class="met"');
    expect(renderPlot([lineOf({ verdict: 'missed' })])).toContain('<rect class="missed"');
    const open = renderPlot([lineOf({ verdict: 'no target', atMost: undefined })]);
    expect(open).toContain('<rect class="free"');
    expect(open).not.toContain('<line class="target"');
    expect(open.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/http|url\(|@import|<script/u);
    expect(open).toContain('prefers-color-scheme: dark');
  });
});

describe('escaping', () => {
  it('leaves no character that means something to XML', () => {
    expect(escapeXml(`a<b>&"'\u0000\ud800c`)).toBe('a&#60;b&#62;&#38;&#34;&#39;c');
  });
});
