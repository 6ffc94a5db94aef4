import type { Picture } from './png.ts';

/** In pixels of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `0xRRGGBB`. */
export type Colour = number;

export type Hue = 'green' | 'amber' | 'red';

/** How many pixels of a box have each colour, the most frequent first; what lies outside of the picture does not count. */
export function coloursOf(picture: Picture, box: Box): readonly (readonly [colour: Colour, count: number])[] {
  const counts = new Map<Colour, number>();
  const [left, right] = clipped(box.x, box.width, picture.width);
  const [top, bottom] = clipped(box.y, box.height, picture.height);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const colour = colourAt(picture, x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]);
}

function clipped(begin: number, length: number, end: number): readonly [number, number] {
  return [Math.max(0, Math.round(begin)), Math.min(end, Math.round(begin + length))];
}

export function colourAt({ width, rgb }: Picture, x: number, y: number): Colour {
  const at = (y * width + x) * 3;
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
}

/** Of the most frequent colour, which is the background; undefined: the box holds no pixel. */
export function backgroundOf(picture: Picture, box: Box): Colour | undefined {
  return coloursOf(picture, box)[0]?.[0];
}

/** How much of a box differs from its background, 0 to 1, and in how many colours. */
export function inkOf(picture: Picture, box: Box): { readonly share: number; readonly colours: number } {
  const colours = coloursOf(picture, box);
  const total = colours.reduce((sum, [, count]) => sum + count, 0);
  return { share: total === 0 ? 0 : 1 - (colours[0]?.[1] ?? 0) / total, colours: colours.length };
}

/** Edges of letters are mixtures; so many pixels must have the colour itself, or a darker one. */
const SOLID = 4;

/** The contrast of a text with its background, 1 to 21, as it is seen: between the most frequent colour and the one farthest from it. */
export function textContrast(picture: Picture, box: Box): number {
  const colours = coloursOf(picture, box);
  const background = colours[0]?.[0] ?? 0;
  const ratios = colours.map(([colour, count]) => [contrast(colour, background), count] as const);
  let pixels = 0;
  for (const [ratio, count] of ratios.sort((one, other) => other[0] - one[0])) {
    pixels += count;
    if (pixels >= SOLID) return ratio;
  }
  return 1;
}

/** WCAG 2.2, contrast ratio. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance, 0 (black) to 1 (white). */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Colour): readonly [number, number, number] {
  return [(colour >> 16) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255];
}

/** Pixels of a box that anybody would call green, amber or red; greys, blues and pale grounds are none of them. */
export function huesOf(picture: Picture, box: Box): Readonly<Record<Hue, number>> {
  const hues = { green: 0, amber: 0, red: 0 };
  for (const [colour, count] of coloursOf(picture, box)) {
    const name = hueOf(colour);
    if (name !== undefined) hues[name] += count;
  }
  return hues;
}

function hueOf(colour: Colour): Hue | undefined {
  const [red, green, blue] = channels(colour);
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const chroma = high - low;
  if (chroma < 0.25) return undefined;
  const sector =
    high === red ? ((green - blue) / chroma + 6) % 6 : high === green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
  const degrees = sector * 60;
  if (degrees >= 90 && degrees <= 165) return 'green';
  if (degrees >= 25 && degrees <= 60) return 'amber';
  return degrees <= 15 || degrees >= 345 ? 'red' : undefined;
}

/** From where to where the colour of a point goes on to the left and to the right; `to` is the first pixel that differs. */
export function runAt(picture: Picture, x: number, y: number): { readonly from: number; readonly to: number } {
  const colour = colourAt(picture, x, y);
  let [from, to] = [x, x + 1];
  while (from > 0 && colourAt(picture, from - 1, y) === colour) from -= 1;
  while (to < picture.width && colourAt(picture, to, y) === colour) to += 1;
  return { from, to };
}

/** Whether two boxes share more than `slack` pixels in both directions. */
export function overlap(one: Box, other: Box, slack = 1): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > slack && down > slack;
}
