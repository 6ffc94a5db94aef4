import type { Report } from '../../../src/domain/report.ts';
import {
  type Box,
  backgroundOf,
  colourAt,
  contrast,
  type Hue,
  huesOf,
  inkOf,
  luminance,
  overlap,
  runAt,
  textContrast,
} from '../../pictures/pixels.ts';
import type { Picture } from '../../pictures/png.ts';
import { SCALE, type View } from './browser.ts';

/** A place in a page, in CSS pixels. */
interface Named {
  readonly name: string;
  readonly box: Box;
}

/** A word, or the part of it that stands on one line. */
interface Text {
  readonly text: string;
  readonly box: Box;
  /** What it scrolls in; null: the page. */
  readonly scrolled: Box | null;
}

interface Row {
  readonly track: Box;
  readonly bars: readonly Named[];
}

/** What page-boxes.js comes to. */
export interface Measured {
  readonly innerWidth: number;
  readonly scrollWidth: number;
  readonly badge: Box;
  readonly landmarks: readonly Named[];
  readonly texts: readonly Text[];
  readonly charts: readonly {
    readonly name: string;
    readonly ticks: readonly Named[];
    /** Of the track, in percent. */
    readonly step: number;
    readonly rows: readonly Row[];
  }[];
}

/** A page as it was drawn. */
export interface Look {
  readonly report: Report;
  readonly view: View;
  readonly status: Hue;
  readonly picture: Picture;
  readonly measured: Measured;
}

/** What is wrong with a page, each as `kind: where`; empty: nothing. No measure depends on a font or on whole pixels being equal. */
export function faultsOf(look: Look): readonly string[] {
  return [...layoutFaults(look.picture, look.measured), ...schemes(look), ...status(look), ...texts(look), ...charts(look)];
}

/** A box of the page in pixels of its picture. */
function scaled({ x, y, width, height }: Box): Box {
  return { x: x * SCALE, y: y * SCALE, width: width * SCALE, height: height * SCALE };
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as const));
}

/** Nothing is wider than the screen, no landmark lies on another one, and none is blank or one blot. */
export function layoutFaults(
  picture: Picture,
  measured: Pick<Measured, 'innerWidth' | 'scrollWidth' | 'landmarks'>,
): readonly string[] {
  const { innerWidth, scrollWidth, landmarks } = measured;
  const crossing = pairs(landmarks).filter(([one, other]) => overlap(one.box, other.box));
  const blank = landmarks.filter(({ box }) => {
    // Without the frame.
    const inside = { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 };
    const { share, colours } = inkOf(picture, scaled(inside));
    return colours < 8 || share < 0.005 || share > 0.7;
  });
  const outside = landmarks.filter(({ box }) => box.x < 0 || box.x + box.width > innerWidth + 0.5);
  return [
    ...(scrollWidth > innerWidth ? [`overflow: ${scrollWidth} in ${innerWidth}`] : []),
    ...outside.map(({ name }) => `overflow: ${name}`),
    ...crossing.map(([one, other]) => `overlap: ${one.name} and ${other.name}`),
    ...blank.map(({ name }) => `blank: ${name}`),
  ];
}

/** The ground is dark where that is asked for, and light otherwise: of the page and of each landmark. */
function schemes({ picture, measured, view }: Look): readonly string[] {
  const places: readonly Named[] = [{ name: 'page', box: { x: 0, y: 0, width: view.width, height: 6 } }, ...measured.landmarks];
  const wrong = places.filter(({ box }) => {
    const light = luminance(backgroundOf(picture, scaled(box)) ?? 0);
    return view.dark ? light > 0.03 : light < 0.85;
  });
  return wrong.map(({ name }) => `scheme: ${name}`);
}

/** The badge shows the colour of the outcome, and the header no other one. */
function status({ picture, measured, status: expected }: Look): readonly string[] {
  const badge = scaled(measured.badge);
  const header = measured.landmarks.filter(({ name }) => name === 'header').map(({ box }) => scaled(box));
  const seen = huesOf(picture, badge)[expected] / (badge.width * badge.height);
  const others = header.flatMap(box =>
    Object.entries(huesOf(picture, box)).filter(([hue, count]) => hue !== expected && count > 0),
  );
  return [...(seen < 0.03 ? [`status: no ${expected}`] : []), ...others.map(([hue]) => `status: ${hue} too`)];
}

/** Only what is wholly in view; letters and digits, and more than one of them, for a dash or a dot may be thinner than a pixel. */
function legible({ texts: all }: Measured): readonly Text[] {
  return all.filter(({ text, box, scrolled }) => {
    const isInView = scrolled === null || (box.x >= scrolled.x && box.x + box.width <= scrolled.x + scrolled.width + 0.5);
    return isInView && box.width >= 12 && /[\p{L}\p{N}]{2}/u.test(text);
  });
}

/** Every text can be read (WCAG 2.2, 1.4.3), and lies on no other one. */
function texts({ picture, measured }: Look): readonly string[] {
  const shown = legible(measured);
  const faint = shown
    .map(({ text, box }) => [text, textContrast(picture, scaled(box))] as const)
    .filter(([, ratio]) => ratio < 4.5)
    .map(([text, ratio]) => `contrast: ${ratio.toFixed(1)} of ${text}`);
  // Fonts differ in the room above and below their letters: the middle is where these are.
  const middles = shown.map(({ text, box }) => ({
    text,
    box: { ...box, y: box.y + box.height * 0.2, height: box.height * 0.6 },
  }));
  const crossing = pairs(middles).filter(([one, other]) => overlap(one.box, other.box));
  return [
    ...(shown.length < 10 ? [`blank: ${shown.length} texts`] : []),
    ...faint,
    ...crossing.map(([one, other]) => `overlap: ${one.text} and ${other.text}`),
  ];
}

/** From and to of each row of a chart, in parts of its track, by the report; of a phase from when it first began to when it last ended. */
function expectedRows({
  attempts,
  phases = [],
  timings,
}: Report): Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> {
  const total = timings['total'] ?? 0;
  const attemptsMs = Math.max(total, ...attempts.map(item => item.endMs ?? 0));
  const phasesMs = Math.max(total, ...phases.map(({ endMs }) => endMs));
  const names = [...new Set(phases.map(({ phase }) => phase))];
  const walks = names.map(name => phases.filter(({ phase }) => phase === name));
  return {
    attempts: attempts.map(item => [item.startMs / attemptsMs, (item.endMs ?? attemptsMs) / attemptsMs]),
    phases: walks.map(each => [
      Math.min(...each.map(({ startMs }) => startMs)) / phasesMs,
      Math.max(...each.map(({ endMs }) => endMs)) / phasesMs,
    ]),
  };
}

function charts(look: Look): readonly string[] {
  const expected = Object.entries(expectedRows(look.report)).filter(([, rows]) => rows.length > 0);
  return expected.flatMap(([name, rows]) => {
    const chart = look.measured.charts.find(item => item.name === name);
    if (chart?.rows.length !== rows.length) return [`bars: ${name} has ${chart?.rows.length ?? 'none'}`];
    const ticks = chart.ticks.slice(1).filter(({ box }, index) => {
      const { x = 0, width = 0 } = chart.rows[0]?.track ?? {};
      return Math.abs(box.x + box.width / 2 - (x + (width * (index + 1) * chart.step) / 100)) > 2;
    });
    return [
      ...ticks.map(tick => `bars: ${name}, tick ${tick.name}`),
      ...chart.rows.flatMap((row, index) =>
        barFaults(look, row, rows[index] ?? [0, 0]).map(text => `bars: ${name} ${index}, ${text}`),
      ),
    ];
  });
}

/** Inside their track, without a gap, as long as their time within two CSS pixels, and drawn so. */
function barFaults(look: Look, { track, bars }: Row, [from, to]: readonly [number, number]): readonly string[] {
  const left = bars[0]?.box.x ?? Number.NaN;
  const right = bars.map(({ box }) => box.x + box.width).at(-1) ?? Number.NaN;
  const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= 2;
  const gaps = bars
    .slice(1)
    .filter(({ box }, index) => !isNear(box.x, (bars[index]?.box.x ?? 0) + (bars[index]?.box.width ?? 0)));
  return [
    ...(left < track.x - 0.5 || right > track.x + track.width + 2 ? ['outside of the track'] : []),
    ...(isNear(left, track.x + from * track.width) && isNear(right, track.x + to * track.width)
      ? []
      : ['not as long as its time']),
    ...gaps.map(({ name }) => `gap before ${name}`),
    ...bars.filter(({ box }) => !isDrawn(look, box, track)).map(({ name }) => `${name} is not seen`),
  ];
}

/** One colour from the left end of the bar to the right one, at least 3 to 1 against the ground (WCAG 2.2, 1.4.11). */
function isDrawn({ picture, measured }: Look, box: Box, track: Box): boolean {
  const [begin, end] = [box.x * SCALE, Math.min(box.x + box.width, track.x + track.width) * SCALE];
  const [x, y] = [Math.min(Math.floor((begin + end) / 2), Math.ceil(end) - 1), Math.floor((box.y + box.height / 2) * SCALE)];
  const run = runAt(picture, x, y);
  const card = measured.landmarks.find(({ box: around }) => overlap(around, track));
  const ground = card === undefined ? undefined : backgroundOf(picture, scaled(card.box));
  const isSeen = ground !== undefined && contrast(colourAt(picture, x, y), ground) >= 3;
  return isSeen && Math.abs(run.from - begin) <= 2 * SCALE && Math.abs(run.to - end) <= 2 * SCALE;
}
