import { expect, it } from 'vitest';
import { CODES } from '../../src/domain/catalogue.ts';
import { codeAnchor, codePage } from '../../src/domain/code-page.ts';

it('gives each code an anchor of its own, which stays', () => {
  expect(new Set(CODES.map(codeAnchor)).size).toBe(CODES.length);
  expect(codeAnchor('INPUT.UNKNOWN_OPTION')).toBe('input-unknown-option');
  expect(codePage('TLS.UNTRUSTED')).toMatch(/^https:\/\/\S+\/docs\/codes\.md#tls-untrusted$/u);
});
