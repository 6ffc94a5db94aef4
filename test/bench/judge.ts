import { type FigureName, ownRatios, pairRatios, type Row, type Spread, spread, values } from './figures.ts';
import type { ScenarioResult } from './results.ts';
import type { Comparison, Scenario } from './scenario.ts';

/** One row of the table: what came of one comparison. */
export interface Line {
  readonly scenario: string;
  /** Such as `wall time / curl | tar`. */
  readonly what: string;
  /** What `value` is measured in: a quotient, or the unit of this figure. */
  readonly unit: 'ratio' | FigureName;
  readonly value: Spread | undefined;
  readonly atMost: number | undefined;
  readonly verdict: 'met' | 'missed' | 'no target' | 'not measured';
  /** The figure itself on both sides; undefined where it is not measured, or there is no other side. */
  readonly figure: FigureName;
  readonly own: Spread | undefined;
  readonly other: Spread | undefined;
  /** How it ended where a red end is wanted; how many runs do not count; why there is nothing. Else empty. */
  readonly note: string;
}

export const FIGURE_TITLES: Readonly<Record<FigureName, string>> = {
  wallMs: 'wall time',
  cpuMs: 'CPU time',
  rssBytes: 'peak memory',
  writtenBytes: 'written',
  leftBytes: 'left in temp',
  firstMs: 'first connection',
  connectionCount: 'connections',
  requestCount: 'requests',
  sentBytes: 'fetched',
  archiveBytes: 'archive',
};

/** All comparisons of a scenario, in order. Nothing is made up: what has no good run is not measured. */
export function judge(scenario: Scenario, result: ScenarioResult | undefined): readonly Line[] {
  return scenario.comparisons.map(comparison => judgeOne(scenario, comparison, result));
}

function judgeOne(scenario: Scenario, comparison: Comparison, result: ScenarioResult | undefined): Line {
  const { figure, side = 'ours', over, overFigure, atMost } = comparison;
  const own = result?.rows[side] ?? [];
  const other = over === undefined ? undefined : (result?.rows[over] ?? []);
  const value = spread(valuesOf(comparison, own, other));
  const ran = [...own, ...(other ?? [])];
  const badCount = ran.filter(row => !row.good).length;
  const isMet = atMost === undefined ? undefined : value !== undefined && value.median <= atMost && badCount === 0;
  return {
    scenario: scenario.name,
    what: title(comparison),
    unit: over === undefined && overFigure === undefined ? figure : 'ratio',
    value,
    atMost,
    verdict: value === undefined ? 'not measured' : isMet === undefined ? 'no target' : isMet ? 'met' : 'missed',
    figure,
    own: spread(values(own, figure)),
    other: other === undefined ? undefined : spread(values(other, figure)),
    note: [reason([side, over], result), bad(badCount, ran.length), ...ends(own)].filter(text => text !== '').join('; '),
  };
}

function valuesOf({ figure, overFigure }: Comparison, own: readonly Row[], other: readonly Row[] | undefined): readonly number[] {
  if (other !== undefined) return pairRatios(own, other, figure);
  return overFigure === undefined ? values(own, figure) : ownRatios(own, figure, overFigure);
}

function title({ figure, side = 'ours', over, overFigure }: Comparison): string {
  const name = FIGURE_TITLES[figure];
  if (over !== undefined) return `${name} / ${over}`;
  if (overFigure !== undefined) return `${name} / ${FIGURE_TITLES[overFigure]}`;
  return side === 'ours' ? name : `${name}, ${side}`;
}

function reason(sides: readonly (string | undefined)[], result: ScenarioResult | undefined): string {
  if (result === undefined) return 'not run';
  const missing = sides.flatMap(side => (side !== undefined && result.missing[side] !== undefined ? [side] : []));
  const texts = new Set(missing.map(side => result.missing[side]));
  return [...texts].map(text => `${missing.filter(side => result.missing[side] === text).join(', ')}: ${text}`).join('; ');
}

function bad(badCount: number, count: number): string {
  return badCount === 0 ? '' : `${badCount} of ${count} runs failed and do not count`;
}

/** Exit codes and causes of runs that were meant to fail. */
function ends(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.filter(row => row.good && row.exitCode !== 0).map(row => `exit ${row.exitCode}, ${row.cause}`))];
}
