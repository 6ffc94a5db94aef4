import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { malformed } from './openpgp-armor.ts';
import { readInteger, readOctets } from './openpgp-packet.ts';

/** RSA (encrypt or sign), RSA (sign only): RFC 4880, 9.1. */
export const RSA_ALGORITHMS: readonly number[] = [1, 3];

/** Below, a key can be broken; above, checking costs too much. */
const MIN_RSA_BITS = 2_048;
const MAX_RSA_BITS = 8_192;
const MAX_EXPONENT_BYTES = 4;

export interface PublicKey {
  /** 40 upper-case hexadecimal digits (RFC 4880, 12.2). */
  readonly fingerprint: string;
  /** The last 16 of them. */
  readonly keyId: string;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** Undefined for an algorithm that is not accepted here: such a key signs nothing for us. */
  readonly rsa: KeyObject | undefined;
  /** As it is hashed into fingerprints and into signatures over keys. */
  readonly hashed: Buffer;
}

/** Body of a public-key or public-subkey packet, version 4. Throws PGP.MALFORMED. */
export function parsePublicKey(body: Buffer): PublicKey {
  const octets = readOctets(body);
  const version = octets.number(1);
  if (version !== 4) throw malformed(`key of version ${version}`);
  const createdAt = octets.number(4);
  const isRsa = RSA_ALGORITHMS.includes(octets.number(1));
  const length = Buffer.alloc(3, 0x99);
  if (body.length > 0xffff) throw malformed('key of more than 65,535 octets');
  length.writeUInt16BE(body.length, 1);
  const hashed = Buffer.concat([length, body]);
  const fingerprint = createHash('sha1').update(hashed).digest('hex').toUpperCase();
  const rsa = isRsa ? readRsa(body.subarray(octets.at)) : undefined;
  return { fingerprint, keyId: fingerprint.slice(-16), createdAt, rsa, hashed };
}

function readRsa(body: Buffer): KeyObject | undefined {
  const octets = readOctets(body);
  const modulus = readInteger(octets);
  const exponent = readInteger(octets);
  if (octets.left > 0) throw malformed('octets behind a key');
  const bits = modulus.length * 8;
  if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS || exponent.length > MAX_EXPONENT_BYTES) return undefined;
  try {
    const jwk = { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') };
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    throw malformed('RSA key', error);
  }
}
