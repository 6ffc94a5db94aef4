import { failure } from '../domain/failure.ts';

/** A key block of one primary key and seven subkeys takes 17 KiB, a signature less than 1 KiB. */
const MAX_ARMOR_BYTES = 256 * 1_024;

export type ArmorLabel = 'SIGNATURE' | 'PUBLIC KEY BLOCK';

/**
 * The bytes of an ASCII armor (RFC 4880, 6.2), which must be all that there is: begin line, header lines, an empty line, base64, the
 * checksum (CRC-24; RFC 9580 lets it be missing, but never be wrong), end line. Throws PGP.MALFORMED.
 */
export function readArmor(text: Uint8Array, label: ArmorLabel): Buffer {
  if (text.length > MAX_ARMOR_BYTES) throw malformed(`armor of ${text.length} bytes`);
  const lines = Buffer.from(text)
    .toString('latin1')
    .trim()
    .split('\n')
    .map(line => line.trimEnd());
  if (lines[0] !== `-----BEGIN PGP ${label}-----`) throw malformed(`it does not begin as a PGP ${label.toLowerCase()}`);
  if (lines.at(-1) !== `-----END PGP ${label}-----`) throw malformed('the end line is missing');
  const body = lines.slice(1, -1);
  const empty = body.indexOf('');
  if (empty < 0 || !body.slice(0, empty).every(line => /^[A-Za-z]+: /u.test(line))) throw malformed('armor header');
  const data = body.slice(empty + 1);
  const checksum = /^=[A-Za-z0-9+/]{4}$/u.test(data.at(-1) ?? '') ? data.pop()?.slice(1) : undefined;
  const bytes = decode(data.join(''));
  if (checksum !== undefined && decode(checksum).readUIntBE(0, 3) !== crc24(bytes)) throw malformed('armor checksum');
  return bytes;
}

/** Canonical base64 only: what is not is no armor that a program wrote. */
function decode(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (base64 === '' || bytes.toString('base64') !== base64) throw malformed('base64');
  return bytes;
}

/** RFC 4880, 6.1. */
function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if ((crc & 0x1000000) !== 0) crc ^= 0x1864cfb;
    }
  }
  return crc & 0xffffff;
}

/** PGP.MALFORMED, with what was wrong. */
export function malformed(reason: string, cause?: unknown): Error {
  return failure('PGP.MALFORMED', { subject: 'OpenPGP', evidence: { reason } }, cause);
}
