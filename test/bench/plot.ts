import type { Line } from './judge.ts';
import { withUnit } from './numbers.ts';

const WIDTH = 900;
const LABEL_WIDTH = 376;
const VALUE_WIDTH = 70;
const ROW_HEIGHT = 24;
const TOP = 58;
const BOTTOM = 30;
/** Bars beyond are cut off: their number stands beside them. */
const MOST = 2;

/** Colours by the reader's scheme; nothing is loaded from anywhere. */
const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.quiet { fill: #59636e }
.grid { stroke: #d1d9e0; stroke-width: 1 }
.one { stroke: #59636e; stroke-width: 1; stroke-dasharray: 3 3 }
.met { fill: #2da44e } .missed { fill: #d1242f } .free { fill: #8c959f }
.whisker { stroke: #1f2328; stroke-width: 1.5 }
.target { stroke: #0550ae; stroke-width: 3 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .quiet { fill: #9198a1 }
  .grid { stroke: #3d444d }
  .one { stroke: #9198a1 }
  .met { fill: #3fb950 } .missed { fill: #f85149 } .free { fill: #656c76 }
  .whisker { stroke: #f0f6fc }
  .target { stroke: #79c0ff }
}`;

/**
 * docs/performance.svg: a bar for the median of every ratio that was measured, a whisker from the least to the greatest pair, and a mark
 * at the target. Pure, and one file by itself.
 */
export function renderPlot(lines: readonly Line[]): string {
  const rows = lines.flatMap(line => (line.unit === 'ratio' && line.value !== undefined ? [{ ...line, value: line.value }] : []));
  const widest = Math.max(1.1, ...rows.flatMap(({ value, atMost = 0 }) => [value.max, atMost]));
  const x = scale(Math.min(MOST, widest * 1.02));
  const height = TOP + rows.length * ROW_HEIGHT + BOTTOM;
  const floorY = height - BOTTOM;
  const ticks = Array.from({ length: 11 }, (_, index) => index / 5).filter(tick => tick <= Math.min(MOST, widest));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Ratios of this action to the other side</title>
<style>${STYLE}
</style>
<text class="title" x="8" y="22">Ours / other side: smaller is better</text>
<text class="quiet" x="8" y="40">bar: median of all pairs; line: least to greatest; blue mark: target; green: met, red: missed, grey: no target</text>
${ticks.map(tick => tickMark({ tick, at: x(tick), floorY })).join('\n')}
${rows.map((line, index) => bar({ line, x, top: TOP + index * ROW_HEIGHT })).join('\n')}
</svg>
`;
}

function scale(most: number): (ratio: number) => number {
  const width = WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  return ratio => Math.round((LABEL_WIDTH + (Math.min(Math.max(ratio, 0), most) / most) * width) * 10) / 10;
}

function tickMark({ tick, at, floorY }: { readonly tick: number; readonly at: number; readonly floorY: number }): string {
  const line = `<line class="${tick === 1 ? 'one' : 'grid'}" x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${floorY}"/>`;
  return `${line}<text class="quiet" x="${at}" y="${floorY + 16}" text-anchor="middle">${tick.toFixed(1)}</text>`;
}

function bar(given: {
  readonly line: Line & { readonly value: NonNullable<Line['value']> };
  readonly x: (ratio: number) => number;
  readonly top: number;
}): string {
  const { line, x, top } = given;
  const { scenario, what, value, atMost, verdict } = line;
  const middle = top + ROW_HEIGHT / 2;
  const kind = verdict === 'met' || verdict === 'missed' ? verdict : 'free';
  const target =
    atMost === undefined
      ? ''
      : `<line class="target" x1="${x(atMost)}" x2="${x(atMost)}" y1="${top + 3}" y2="${top + ROW_HEIGHT - 3}"/>`;
  const label = escapeXml(`${scenario}: ${what}`);
  return [
    `<text x="${LABEL_WIDTH - 8}" y="${middle + 4}" text-anchor="end">${label}</text>`,
    `<rect class="${kind}" x="${x(0)}" y="${top + 6}" width="${Math.round((x(value.median) - x(0)) * 10) / 10}" height="${ROW_HEIGHT - 12}"/>`,
    `<line class="whisker" x1="${x(value.min)}" x2="${x(value.max)}" y1="${middle}" y2="${middle}"/>`,
    target,
    `<text x="${WIDTH - 8}" y="${middle + 4}" text-anchor="end">${withUnit(value.median, 'ratio')}</text>`,
  ].join('');
}

/** For text and quoted attributes; characters that XML 1.0 does not know (section 2.2) are dropped. */
export function escapeXml(text: string): string {
  const known = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return known.replace(/[&<>"']/gu, character => `&#${character.charCodeAt(0)};`);
}
