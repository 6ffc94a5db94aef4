import { describe, expect, it } from 'vitest';
import { coloursOf, contrast, huesOf, inkOf, luminance, overlap, runAt, textContrast } from './pixels.ts';
import type { Picture } from './png.ts';

/** A picture of letters, one for each pixel. */
function drawn(colours: Readonly<Record<string, number>>, ...rows: readonly string[]): Picture {
  const pixels = [...rows.join('')].flatMap(letter => {
    const colour = colours[letter] ?? 0;
    return [colour >> 16, (colour >> 8) & 255, colour & 255];
  });
  return { width: rows[0]?.length ?? 0, height: rows.length, rgb: Uint8Array.from(pixels) };
}

const whole = ({ width, height }: Picture) => ({ x: 0, y: 0, width, height });

describe('pixels', () => {
  it('have the contrast that WCAG says', () => {
    expect(contrast(0x000000, 0xffffff)).toBeCloseTo(21, 5);
    expect(contrast(0x777777, 0xffffff)).toBeCloseTo(4.48, 2);
    expect(contrast(0xff0000, 0xffffff)).toBeCloseTo(4, 1);
    expect(luminance(0x808080)).toBeCloseTo(0.2159, 3);
  });
  it('of a text are judged by the strokes, not by their edges', () => {
    const colours = { '.': 0xffffff, '-': 0x999999, '#': 0x222222 };
    const bold = drawn(colours, '..........', '..-####-..', '..........');
    const faint = drawn(colours, '..........', '..------..', '..........');
    expect(textContrast(bold, whole(bold))).toBeCloseTo(contrast(0x222222, 0xffffff), 5);
    expect(textContrast(faint, whole(faint))).toBeLessThan(4.5);
    const none = drawn(colours, '....', '....');
    expect(textContrast(none, whole(none))).toBe(1);
  });
  it('are counted inside a box only', () => {
    const picture = drawn({ a: 1, b: 2 }, 'aab', 'abb');
    expect(coloursOf(picture, { x: 1, y: 0, width: 9, height: 1 })).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(inkOf(picture, whole(picture))).toEqual({ share: 0.5, colours: 2 });
    expect(inkOf(picture, { x: 7, y: 7, width: 2, height: 2 })).toEqual({ share: 0, colours: 0 });
  });
  it('are green, amber or red where anybody would say so', () => {
    const colours = {
      g: 0x1a7f37,
      G: 0x56d364,
      a: 0x8a5a00,
      A: 0xe8b64c,
      r: 0xc0222c,
      R: 0xff8580,
      p: 0xe6f6ea,
      b: 0x0757ba,
      '.': 0x57606a,
    };
    const picture = drawn(colours, 'ggGaaARrRrpb.');
    expect(huesOf(picture, whole(picture))).toEqual({ green: 3, amber: 3, red: 4 });
  });
  it('of one colour go on until it ends', () => {
    const picture = drawn({ a: 1, b: 2 }, 'abbba', 'bbbbb');
    expect(runAt(picture, 2, 0)).toEqual({ from: 1, to: 4 });
    expect(runAt(picture, 2, 1)).toEqual({ from: 0, to: 5 });
  });
  it('of boxes that touch are not shared', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlap(box, { ...box, x: 10 })).toBe(false);
    expect(overlap(box, { ...box, x: 8, y: 8 })).toBe(true);
    expect(overlap(box, { ...box, x: 8, y: 10 })).toBe(false);
  });
});
