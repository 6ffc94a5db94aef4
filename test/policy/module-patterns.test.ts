import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findModulePattern, matchesModulePatterns, parseModulePatterns } from '../../src/policy/module-patterns.ts';

describe('matchesModulePatterns', () => {
  // Rows as in the tests of golang.org/x/mod/module, MatchPrefixPatterns, and of path.Match.
  it.each([
    ['*/quote', 'rsc.io/quote', true],
    ['*/quote', 'rsc.io/quote/v3', true],
    ['*/quo*', 'quote', false],
    ['', 'rsc.io/quote', false],
    ['rsc.io', 'rsc.io/quote', true],
    ['rsc.io/', 'rsc.io/quote', true],
    ['rsc.io/quote', 'rsc.io', false],
    ['rsc.io/q', 'rsc.io/quote', false],
    ['*.corp.example', 'git.corp.example/team/x', true],
    ['*.corp.example', 'corp.example/team/x', false],
    ['a.test, b.test', 'b.test/x', false],
    [',,a.test', 'a.test/x', true],
    ['a.test/[bc]', 'a.test/c/d', true],
    ['a.test/[^bc]', 'a.test/c', false],
    ['a.test/[a-c]x', 'a.test/bx', true],
    ['a.test/\\*', 'a.test/*', true],
    ['a.test/\\*', 'a.test/x', false],
    ['none', 'a.test/x', false],
    ['*', 'a.test/x', true],
    ['a.test/[', 'a.test/[', false],
    ['a.test/[]a]', 'a.test/]', false],
    ['a.test/[-x]', 'a.test/x', false],
    ['a.test\\', 'a.test', false],
    ['a.test\\/x', 'a.test/x/y', true],
    ['a.test[/]x', 'a.test/x', true],
    ['*a.test', 'a.a.test/x', true],
    ['a**t/**', 'a.test/x', true],
    ['*b*a.test', 'bba.test', true],
  ])('%j and %s: %j', (list, path, expected) => {
    expect(matchesModulePatterns(list, path)).toBe(expected);
  });

  it('agrees with a reading of the rules by regular expressions', () => {
    const element = fc.stringMatching(/^[ab.*?]{1,4}$/u);
    const path = fc.array(fc.stringMatching(/^[ab.]{1,3}$/u), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 3 }), path, (glob, parts) => {
        const source = glob.join('/').replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll('?', '[^/]');
        const prefix = parts.slice(0, glob.length).join('/');
        const expected = parts.length >= glob.length && new RegExp(`^${source}$`, 'u').test(prefix);
        expect(matchesModulePatterns(glob.join('/'), parts.join('/'))).toBe(expected);
      }),
    );
  });

  it('never throws and takes no long time', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (list, path) => typeof matchesModulePatterns(list, path) === 'boolean'));
    expect(matchesModulePatterns(`${'*a'.repeat(5_000)}b`, 'a'.repeat(10_000))).toBe(false);
  });
});

describe('findModulePattern', () => {
  it('names the first that matches, and parsing names the malformed', () => {
    const patterns = parseModulePatterns('[,a.test/*,a.test');
    expect(patterns.map(({ text, chunks }) => [text, chunks !== undefined])).toEqual([
      ['[', false],
      ['a.test/*', true],
      ['a.test', true],
    ]);
    expect(findModulePattern(patterns, 'a.test/x')?.text).toBe('a.test/*');
    expect(findModulePattern(patterns, 'a.test')?.text).toBe('a.test');
  });
});
