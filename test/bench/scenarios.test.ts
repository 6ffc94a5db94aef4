import { describe, expect, it } from 'vitest';
import type { SidePlan } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

function serversOf(side: SidePlan): readonly string[] {
  if (side.kind !== 'ours') return [side.server];
  const database = side.database === undefined ? [] : [side.database];
  return side.sources === 'goproxy' ? database : [...side.sources, ...database];
}

describe('scenarios', () => {
  it('have names of their own', () => {
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  });

  it.each(SCENARIOS)('$name names only servers and sides that it has, and uses each', ({ servers, sides, comparisons }) => {
    const used = Object.values(sides).flatMap(serversOf);
    expect(new Set(used)).toEqual(new Set(Object.keys(servers)));
    const compared = comparisons.flatMap(({ side = 'ours', over }) => (over === undefined ? [side] : [side, over]));
    expect(Object.keys(sides)).toEqual(expect.arrayContaining(compared));
  });
});
