import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPng } from './png.ts';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** The predictor of PNG, third edition, 9.4, as the specification words it. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const distances = [a, b, c].map(value => [Math.abs(p - value), value] as const);
  return distances.reduce((best, next) => (next[0] < best[0] ? next : best))[1];
}

/** Writes pixels with a filter for each row; `channels` 3 or 4 bytes each. */
function writePng(
  width: number,
  channels: number,
  rows: readonly { readonly filter: number; readonly bytes: readonly number[] }[],
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  const lines = rows.map(({ filter, bytes }, y) => {
    const above = rows[y - 1]?.bytes ?? [];
    const filtered = bytes.map((value, x) => {
      const [a = 0, b = 0, c = 0] = [bytes[x - channels], above[x], above[x - channels]];
      return (value - ([0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][filter] ?? 0)) & 255;
    });
    return Buffer.from([filter, ...filtered]);
  });
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 6 }), channels: fc.constantFrom(3, 4) })
  .chain(({ width, channels }) => {
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width * channels, maxLength: width * channels });
    const rows = fc.array(fc.record({ filter: fc.integer({ min: 0, max: 4 }), bytes }), { minLength: 1, maxLength: 5 });
    return fc.record({ width: fc.constant(width), channels: fc.constant(channels), rows });
  });

describe('readPng', () => {
  it('reads what was written, with every filter', () => {
    fc.assert(
      fc.property(pictures, ({ width, channels, rows }) => {
        const { rgb, ...size } = readPng(writePng(width, channels, rows));
        expect(size).toEqual({ width, height: rows.length });
        const expected = rows.flatMap(({ bytes }) => bytes.filter((_, at) => at % channels < 3));
        expect([...rgb]).toEqual(expected);
      }),
    );
  });
  it('refuses what is cut, and what is no PNG', () => {
    const whole = writePng(2, 3, [{ filter: 0, bytes: [1, 2, 3, 4, 5, 6] }]);
    for (let length = 0; length < whole.length - 4; length += 1) expect(() => readPng(whole.subarray(0, length))).toThrow();
    expect(() => readPng(Buffer.from('GIF89a, and so on'))).toThrow();
  });
});
