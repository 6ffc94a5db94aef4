import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesName, parseNamePattern } from '../../src/domain/name-pattern.ts';

/** The same by trying everything; only for short texts. */
function naive(pattern: string, name: string): boolean {
  if (pattern === '') return name === '';
  const [first = '', rest = ''] = [pattern[0], pattern.slice(1)];
  if (first === '*') return naive(rest, name) || (name !== '' && naive(pattern, name.slice(1)));
  return name !== '' && (first === '?' || first === name[0]) && naive(rest, name.slice(1));
}

describe('matchesName', () => {
  it.each([
    ['go.*', 'go.sum', true],
    ['*.sum', 'go.sum', true],
    ['*.sum', 'go.sum.txt', false],
    ['g?.sum', 'go.sum', true],
    ['[a-h]o.sum', 'go.sum', true],
    ['[!a-h]o.sum', 'go.sum', false],
    ['[ab-]', '-', true],
    ['[', '[', true],
    ['[]', '[]', true],
    ['*', '', true],
    ['', 'a', false],
  ])('%s and %s: %s', (pattern, name, matches) => expect(matchesName(parseNamePattern(pattern), name)).toBe(matches));

  it('agrees with trying everything', () => {
    const text = fc.stringMatching(/^[ab]{0,8}$/u);
    const pattern = fc.stringMatching(/^[ab*?]{0,6}$/u);
    fc.assert(
      fc.property(pattern, text, (a, b) => matchesName(parseNamePattern(a), b) === naive(a, b)),
      { numRuns: 2_000 },
    );
  });
});
