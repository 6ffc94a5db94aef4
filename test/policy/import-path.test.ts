import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPathProblem } from '../../src/policy/import-path.ts';

describe('an import path', () => {
  it.each(['example.com/shop', 'shop', 'example.com/Shop/v2', 'a/.b', 'a/b+c_d~e-f', 'a/..b', 'con-1/x'])(
    '%s is accepted',
    path => {
      expect(importPathProblem(path)).toBeUndefined();
    },
  );

  it.each(['', '/a', 'a/', 'a//b', '-a', './cmd', '..', 'a/b.', 'example.com/con', 'a/Aux.x/b', 'a/b~1', 'é.example/x'])(
    '%j is refused',
    path => {
      expect(importPathProblem(path)).toMatch(/\S/u);
    },
  );

  it('of good elements is accepted, and refused with any other character in it', () => {
    const element = fc.stringMatching(/^[a-z][a-z0-9._+-]{0,8}x$/u);
    const path = fc.array(element, { minLength: 1, maxLength: 5 }).map(elements => elements.join('/'));
    const bad = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(text => !/^[\w.~+/-]$/u.test(text));
    fc.assert(
      fc.property(path, bad, fc.nat(), (good, character, pick) => {
        const at = pick % (good.length + 1);
        expect(importPathProblem(good)).toBeUndefined();
        expect(importPathProblem(good.slice(0, at) + character + good.slice(at))).toMatch(/\S/u);
      }),
    );
  });
});
