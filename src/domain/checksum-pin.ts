import type { ChecksumPin } from './inputs.ts';

/**
 * Reads `sha256:` with 64 hexadecimal digits in any case, or `h1:` with the base64 of 32 bytes: 43 characters, of which the
 * last has two zero bits, and `=`. Undefined for anything else.
 */
export function parseChecksumPin(text: string): ChecksumPin | undefined {
  const hex = /^sha256:([0-9a-f]{64})$/iu.exec(text)?.[1];
  if (hex !== undefined) return { kind: 'sha256', hex: hex.toLowerCase() };
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text) ? { kind: 'h1', text } : undefined;
}
