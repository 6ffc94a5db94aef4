import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedFlags, flagValue, readGoFlags } from '../../src/policy/go-flags.ts';

describe('readGoFlags', () => {
  it('splits as cmd/go does', () => {
    const { flags, problems } = readGoFlags(` -v\t--mod=vendor '-ldflags=-s -w' "-tags=a'b"\n-count=`);
    expect(flags.map(({ name, value }) => [name, value])).toEqual([
      ['v', undefined],
      ['mod', 'vendor'],
      ['ldflags', '-s -w'],
      ['tags', "a'b"],
      ['count', ''],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ["-v '-w", 'quoting'],
    ['-v w', 'no-flag'],
    ['---v', 'no-flag'],
    ['-', 'no-flag'],
    ['-=x', 'no-flag'],
    ['-nonsense', 'unknown'],
    ['-tags', 'no-value'],
  ])('finds in %j that there is: %s', (text, kind) => {
    expect(readGoFlags(text).problems.map(problem => problem.kind)).toEqual([kind]);
  });

  it('lets the last of a name count', () => {
    expect(flagValue(readGoFlags('-mod=mod -mod=vendor'), 'mod')).toBe('vendor');
    expect(flagValue(readGoFlags('-v'), 'mod')).toBeUndefined();
  });

  it('never throws and takes no long time', () => {
    fc.assert(fc.property(fc.string(), text => readGoFlags(text).flags.length <= text.length));
    expect(readGoFlags(`'${"'' ".repeat(50_000)}`).problems.length).toBeGreaterThan(0);
  });
});

describe('correctedFlags', () => {
  it.each([
    ['-ldflags -w -tags x', '-ldflags=-w -tags=x'],
    ["'-ldflags=-s -w' stray -zork -v", "'-ldflags=-s -w' -v"],
    [`"-tags=a 'b"`, `"-tags=a 'b"`],
    ['-mod=mod -v', '-v'],
    ["-v '-w", ''],
  ])('makes of %j %j', (text, expected) => {
    expect(correctedFlags(text, ({ name }) => name === 'mod')).toBe(expected);
  });

  it('leaves nothing to correct', () => {
    const word = fc.constantFrom('-v', '-ldflags', '-tags', 'x', '-zork', '-mod=vendor', "'-ldflags=-s -w'", '-');
    fc.assert(
      fc.property(fc.array(word), words => {
        const once = correctedFlags(words.join(' '));
        expect(readGoFlags(once).problems).toEqual([]);
        expect(correctedFlags(once)).toBe(once);
      }),
    );
  });
});
