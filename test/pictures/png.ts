import { inflateSync } from 'node:zlib';

/** Pixels in rows from the top; three bytes each: red, green, blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of a pixel by colour type: truecolour, and truecolour with alpha (PNG, 11.2.1). */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads the PNG that a browser writes: eight bits a channel, truecolour, not interlaced (PNG, third edition, 5 to 9). Alpha is left out,
 * since a page is opaque. Anything else is refused by an error.
 */
export function readPng(bytes: Buffer): Picture {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const chunks = chunksOf(bytes);
  const [head] = chunks.filter(({ type }) => type === 'IHDR');
  if (head === undefined || chunks.at(-1)?.type !== 'IEND') throw new Error('a PNG without head or end');
  const width = head.data.readUInt32BE(0);
  const height = head.data.readUInt32BE(4);
  const channels = CHANNELS[head.data.readUInt8(9)];
  const isPlain = head.data.readUInt8(8) === 8 && head.data.readUInt8(12) === 0;
  if (channels === undefined || !isPlain) throw new Error('a kind of PNG that browsers do not write');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const raw = inflateSync(packed, { maxOutputLength: height * (1 + width * channels) });
  if (raw.length !== height * (1 + width * channels)) throw new Error('a PNG that is cut');
  return { width, height, rgb: unfilter(raw, width, height, channels) };
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Each row begins with its filter, which says from which neighbours its bytes were predicted (PNG, 9.2). */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Uint8Array {
  const rowLength = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(rowLength);
  for (let y = 0; y < height; y += 1) {
    const begin = y * (rowLength + 1);
    const filter = raw[begin] ?? 0;
    const row = new Uint8Array(rowLength);
    for (let x = 0; x < rowLength; x += 1) {
      const left = x < channels ? 0 : (row[x - channels] ?? 0);
      const corner = x < channels ? 0 : (above[x - channels] ?? 0);
      row[x] = (raw[begin + 1 + x] ?? 0) + predicted(filter, left, above[x] ?? 0, corner);
    }
    for (let x = 0; x < width; x += 1) rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
    above = row;
  }
  return rgb;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) throw new Error(`a PNG with filter ${filter}`);
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}
