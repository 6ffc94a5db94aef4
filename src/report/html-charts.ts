import type { Report, ReportAttempt } from '../domain/report.ts';
import { durationText } from './units.ts';
import { PHASE_TITLES } from './wording.ts';
import { escapeXml } from './xml.ts';

const LABEL = 190;
const PLOT = 560;
const WIDTH = LABEL + PLOT + 190;
const ROW = 28;
const HEAD = 24;
const MAX_ROWS = 40;

interface Bar {
  readonly label: string;
  readonly note: string;
  readonly parts: readonly { readonly fromMs: number; readonly toMs: number; readonly className: string }[];
}

/** Attempts over the time of the run: waiting for the first byte, then reading. Empty without attempts. */
export function attemptChart({ attempts, timings }: Report): string {
  const shown = attempts.slice(0, MAX_ROWS);
  const endMs = Math.max(timings['total'] ?? 0, ...shown.map(item => item.endMs ?? 0));
  const bars = shown.map(item => attemptBar(item, item.endMs ?? endMs));
  const legend =
    '<p class="legend" aria-hidden="true"><span class="key wait"></span>waiting for the first byte<span class="key body"></span>reading<span class="key lost"></span>failed</p>';
  return bars.length === 0 ? '' : `${chart('Attempts over the time of the run', bars, endMs)}\n${legend}`;
}

function attemptBar({ source, startMs, firstByteMs, end, code }: ReportAttempt, endMs: number): Bar {
  const answeredMs = firstByteMs ?? endMs;
  const reading = { fromMs: answeredMs, toMs: endMs, className: end === 'failed' ? 'lost' : 'body' };
  const waiting = {
    fromMs: startMs,
    toMs: answeredMs,
    className: firstByteMs === undefined && end === 'failed' ? 'lost' : 'wait',
  };
  const parts = firstByteMs === undefined ? [waiting] : [waiting, reading];
  return { label: source, note: `${durationText(endMs - startMs)}, ${code ?? end}`, parts };
}

/** A row for each phase, in the order of beginning, with a bar for each time that it was walked. Empty where none was. */
export function phaseChart({ phases = [], timings }: Report): string {
  const names = [...new Set(phases.map(({ phase }) => phase))];
  const bars = names.map((name): Bar => {
    const walks = phases.filter(({ phase }) => phase === name);
    const parts = walks.map(({ startMs, endMs }) => ({ fromMs: startMs, toMs: endMs, className: 'phase' }));
    return { label: PHASE_TITLES[name], note: durationText(timings[name] ?? 0), parts };
  });
  const endMs = Math.max(timings['total'] ?? 0, ...phases.map(each => each.endMs));
  return bars.length === 0 ? '' : chart('Phases over the time of the run', bars, endMs);
}

function chart(title: string, bars: readonly Bar[], endMs: number): string {
  const height = HEAD + bars.length * ROW + 4;
  const x = (ms: number): number => Math.round((LABEL + (ms / Math.max(1, endMs)) * PLOT) * 10) / 10;
  const ticks = tickTimes(endMs).map(
    ms =>
      `<line class="grid" x1="${x(ms)}" x2="${x(ms)}" y1="${HEAD - 6}" y2="${height}"/><text class="tick" x="${x(ms)}" y="12" text-anchor="${ms === 0 ? 'start' : 'middle'}">${tickText(ms, endMs)}</text>`,
  );
  const rows = bars.map((bar, index) => row(bar, HEAD + index * ROW, x));
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeXml(title)}, chart"><svg role="img" aria-label="${escapeXml(title)}" viewBox="0 0 ${WIDTH} ${height}">`,
    ...ticks,
    ...rows,
    '</svg></div>',
  ].join('\n');
}

/** A part is two units wide at least, so that a short one can be seen. */
function row({ label, note, parts }: Bar, y: number, x: (ms: number) => number): string {
  const rects = parts.map(({ fromMs, toMs, className }) => {
    const width = Math.max(2, Math.round((x(toMs) - x(fromMs)) * 10) / 10);
    return `<rect class="${className}" x="${x(fromMs)}" y="${y + 5}" width="${width}" height="${ROW - 10}" rx="2"/>`;
  });
  const middle = y + ROW / 2 + 4;
  const end = parts.at(-1)?.toMs ?? 0;
  return `<text x="0" y="${middle}">${escapeXml(label, 26)}</text>${rects.join('')}<text class="tick" x="${x(end) + 8}" y="${middle}">${escapeXml(note, 40)}</text>`;
}

function tickText(ms: number, endMs: number): string {
  if (endMs < 1_000) return `${ms} ms`;
  return ms % 1_000 === 0 ? durationText(ms).replace('.0', '').replace('0 ms', '0 s') : `${(ms / 1_000).toFixed(1)} s`;
}

/** Three to six round times from 0. */
function tickTimes(endMs: number): readonly number[] {
  const rough = Math.max(1, endMs) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(value => value >= rough) ?? rough;
  return Array.from({ length: Math.floor(endMs / step) + 1 }, (_, index) => Math.round(index * step));
}
