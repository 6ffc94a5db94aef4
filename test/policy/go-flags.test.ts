import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagValue, readGoFlags } from '../../src/policy/go-flags.ts';

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
