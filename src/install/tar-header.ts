import { failure } from '../domain/failure.ts';

export const BLOCK_BYTES = 512;

/** One header block. Names are bytes as text of ISO 8859-1; only a pax or GNU name can hold more. */
export interface TarHeader {
  /** Prefix and name joined; may be overridden by a pax or GNU record before it. */
  readonly name: Buffer;
  /** The type flag as a character; NUL, the oldest form of a regular file, is `0`. */
  readonly type: string;
  readonly sizeBytes: number;
  readonly mtimeSeconds: number;
}

/**
 * Reads one header block at `at` (POSIX pax(1) "ustar Interchange Format", and GNU's variant of it). Throws ARC.CORRUPT.
 * Formats before ustar are refused: no Go archive was ever written in one.
 */
export function readTarHeader(bytes: Buffer, at: number): TarHeader {
  if (checksumOf(bytes, at) !== readNumber({ bytes, at: at + 148, length: 8 })) throw corruptTar('header checksum');
  const magic = bytes.toString('latin1', at + 257, at + 265);
  const isGnu = magic === 'ustar  \0';
  if (!isGnu && magic !== 'ustar\u000000') throw corruptTar('not ustar');
  const name = field({ bytes, at, length: 100 });
  // GNU keeps times where POSIX has the prefix.
  const prefix = isGnu ? undefined : field({ bytes, at: at + 345, length: 155 });
  const flag = bytes[at + 156] ?? 0;
  return {
    name: prefix === undefined || prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]),
    type: flag === 0 ? '0' : String.fromCharCode(flag),
    sizeBytes: readNumber({ bytes, at: at + 124, length: 12 }),
    mtimeSeconds: readNumber({ bytes, at: at + 136, length: 12 }),
  };
}

export function isZeroBlock(bytes: Buffer, at: number): boolean {
  for (let i = at; i < at + BLOCK_BYTES; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** ARC.CORRUPT with what is wrong. */
export function corruptTar(problem: string): Error {
  return failure('ARC.CORRUPT', { subject: 'tar', evidence: { problem } });
}

interface Field {
  readonly bytes: Buffer;
  readonly at: number;
  readonly length: number;
}

/** The sum of all bytes of the block, its own field counted as eight spaces. */
function checksumOf(bytes: Buffer, at: number): number {
  let sum = 8 * 0x20;
  for (let i = at; i < at + 148; i++) sum += bytes[i] ?? 0;
  for (let i = at + 156; i < at + BLOCK_BYTES; i++) sum += bytes[i] ?? 0;
  return sum;
}

/** Bytes up to the first NUL or the end of the field. */
function field({ bytes, at, length }: Field): Buffer {
  const nul = bytes.indexOf(0, at);
  return bytes.subarray(at, nul < 0 ? at + length : Math.min(nul, at + length));
}

/** Octal digits ended by NUL or space, or base 256 for what does not fit (GNU). Throws ARC.CORRUPT; nothing is negative. */
function readNumber({ bytes, at, length }: Field): number {
  if (((bytes[at] ?? 0) & 0x80) !== 0) return readBase256({ bytes, at, length });
  const match = /^ *([0-7]*)[ \0]*$/u.exec(bytes.toString('latin1', at, at + length));
  if (match === null) throw corruptTar('number');
  return match[1] === '' ? 0 : Number.parseInt(match[1] ?? '', 8);
}

function readBase256({ bytes, at, length }: Field): number {
  if (bytes[at] !== 0x80) throw corruptTar('number');
  let value = 0;
  for (let i = at + 1; i < at + length; i++) {
    value = value * 256 + (bytes[i] ?? 0);
    if (!Number.isSafeInteger(value)) throw corruptTar('number');
  }
  return value;
}
