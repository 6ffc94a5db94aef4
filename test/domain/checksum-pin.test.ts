import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChecksumPin } from '../../src/domain/checksum-pin.ts';

describe('parseChecksumPin', () => {
  it('reads every hash in both forms', () => {
    fc.assert(
      fc.property(fc.uint8Array(), data => {
        const hash = createHash('sha256').update(data).digest();
        const hex = hash.toString('hex');
        expect(parseChecksumPin(`sha256:${hex.toUpperCase()}`)).toEqual({ kind: 'sha256', hex });
        const text = `h1:${hash.toString('base64')}`;
        expect(parseChecksumPin(text)).toEqual({ kind: 'h1', text });
      }),
    );
  });

  it.each([
    '',
    'sha256:',
    `sha256:${'a'.repeat(63)}`,
    `sha256:${'a'.repeat(65)}`,
    `sha256:${'g'.repeat(64)}`,
    'a'.repeat(64),
    `md5:${'a'.repeat(32)}`,
    `h1:${'A'.repeat(44)}`,
    `h1:${'A'.repeat(42)}B=`,
    `h1:${'A'.repeat(43)}`,
  ])('refuses %s', text => {
    expect(parseChecksumPin(text)).toBeUndefined();
  });
});
