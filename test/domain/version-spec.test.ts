import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../src/domain/version-spec.ts';

describe('parseSpec', () => {
  it.each(['1.26.8', 'go1.26.8', 'v1.26.8', ' 1.26.8\n', '1.25rc1', 'go1.25rc1', '1.25.0-rc.1', '1.21.0', '1.18beta2'])(
    'takes %j as one exact release',
    text => {
      expect(parseSpec(text)).toMatchObject({ kind: 'exact', text: text.trim() });
    },
  );

  it.each([
    ['1.26', { kind: 'minor', text: '1.26', major: 1, minor: 26 }],
    ['go1.20', { kind: 'minor', text: 'go1.20', major: 1, minor: 20 }],
    ['1', { kind: 'minor', text: '1', major: 1, minor: undefined }],
  ])('takes %s as a line', (text, spec) => {
    expect(parseSpec(text)).toEqual(spec);
  });

  it.each(['stable', 'oldstable', 'latest'])('takes %s as an alias', alias => {
    expect(parseSpec(alias)).toEqual({ kind: 'alias', text: alias, alias });
  });

  it.each(['^1.25', '>=1.24 <1.26', '1.25.x', '~1.24.3', '1.24 || 1.25', '*', '1.24 - 1.25', '<1.13.7', '>1.25.0-rc.1'])(
    'takes %s as an npm range',
    text => {
      expect(parseSpec(text)).toMatchObject({ kind: 'range', text });
    },
  );

  it("understands Go's spellings inside a range", () => {
    expect(parseSpec('>=go1.25rc1 <go1.26')).toMatchObject({ kind: 'range', range: '>=1.25.0-rc.1 <1.26.0-0' });
  });

  it.each(['', '   ', 'tip', 'Stable', 'go', 'golang', '1.26.8.1', 'go.mod', '1,26', `1${' '.repeat(300)}|| 2`])(
    'knows no request in %.20j',
    text => {
      expect(parseSpec(text)).toBeUndefined();
    },
  );

  it('never throws', () => {
    const alphabet = fc.constantFrom(...'0123456789.x*^~<>=|- gorcbetav'.split(''));
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: alphabet })), text => void parseSpec(text)));
  });
});
