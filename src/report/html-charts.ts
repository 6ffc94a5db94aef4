import type { Report, ReportAttempt } from '../domain/report.ts';
import { htmlMore } from './html-elements.ts';
import { durationText } from './units.ts';
import { PHASE_TITLES } from './wording.ts';
import { escapeXml } from './xml.ts';

const MAX_ROWS = 40;
/** Between two ticks of an axis: round times, so that at most five ticks stand on it. */
const STEPS_MS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400].map(seconds => seconds * 1_000),
];

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
  const keys = [
    ['wait', 'waiting for the first byte'],
    ['body', 'reading'],
    ['lost', 'failed'],
  ].map(([className, name]) => `<span><i class="key ${className}"></i>${name}</span>`);
  const legend = `<p class="legend" aria-hidden="true">${keys.join(' ')}</p>`;
  const more = htmlMore(attempts.length, MAX_ROWS);
  return bars.length === 0 ? '' : `${chart('Attempts over the time of the run', bars, endMs)}\n${legend}${more}`;
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

/** A list whose items have a bar below their words: so it fits every width, and is read aloud as a list. */
function chart(title: string, bars: readonly Bar[], endMs: number): string {
  const wholeMs = Math.max(1, endMs);
  const percent = (ms: number): string => `${Math.round((ms / wholeMs) * 10_000) / 100}%`;
  const stepMs = STEPS_MS.find(ms => ms >= wholeMs / 4) ?? wholeMs;
  const ticks = Array.from({ length: Math.floor(wholeMs / stepMs) + 1 }, (_, index) => index * stepMs);
  const marks = ticks.map(ms => `<span style="left:${percent(ms)}">${tickText(ms, wholeMs)}</span>`);
  return [
    `<div class="chart" style="--step:${percent(stepMs)}">`,
    `<div class="axis" aria-hidden="true">${marks.join('')}</div>`,
    `<ol aria-label="${escapeXml(title)}">`,
    ...bars.map(bar => row(bar, percent)),
    '</ol>\n</div>',
  ].join('\n');
}

function row({ label, note, parts }: Bar, percent: (ms: number) => string): string {
  const boxes = parts.map(
    ({ fromMs, toMs, className }) =>
      `<i class="${className}" style="left:${percent(fromMs)};width:${percent(Math.max(0, toMs - fromMs))}"></i>`,
  );
  return `<li><span>${escapeXml(label, 80)}</span> <span class="soft">${escapeXml(note, 80)}</span><div class="track" aria-hidden="true">${boxes.join('')}</div></li>`;
}

function tickText(ms: number, endMs: number): string {
  if (endMs < 1_000) return `${ms} ms`;
  return ms % 1_000 === 0 ? durationText(ms).replace('.0', '').replace('0 ms', '0 s') : `${(ms / 1_000).toFixed(1)} s`;
}
