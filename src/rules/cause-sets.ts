import type { Candidate, Weighed } from './cause-candidates.ts';

/** What a second cause must bring, and what a failure costs that a set leaves without explanation, in log-odds. */
const SECOND_COST = 2;
const UNEXPLAINED_COST = 1.5;
/** Beyond this many candidates of one tangle the weakest are left out; pairs are counted. */
const CANDIDATE_COUNT = 16;

/** One cause with its probability among the sets of at most two causes. */
export interface Ranked {
  readonly key: string;
  readonly probability: number;
  /** How far the best set is ahead of the best one without this cause, in log-odds. */
  readonly margin: number;
  readonly isChosen: boolean;
}

/** Failed steps that share a possible cause belong together; others are judged on their own. */
export function tangles(weighed: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const groups: { keys: Set<string>; members: Weighed[] }[] = [];
  for (const item of weighed) {
    const keys = new Set(item.candidates.map(({ key }) => key));
    const touching = groups.filter(group => [...keys].some(key => group.keys.has(key)));
    const joined = { keys, members: [item] };
    for (const group of touching) {
      for (const key of group.keys) joined.keys.add(key);
      joined.members.unshift(...group.members);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.map(({ members }) => members);
}

/**
 * Probabilities by softmax over every set of none, one or two causes. A set is worth the log-odds of the best of its causes for each
 * failed step, less what a second cause and an unexplained step cost. The empty set, an unknown cause, is worth nothing.
 */
export function rankCauses(tangle: readonly Weighed[]): readonly Ranked[] {
  const scores = tangle.map(({ candidates }) => new Map(candidates.map(({ key, score }) => [key, score])));
  const keys = strongest(tangle.flatMap(({ candidates }) => candidates));
  const sets = [[], ...keys.map(key => [key]), ...keys.flatMap((key, index) => keys.slice(index + 1).map(other => [key, other]))];
  const worths = sets.map(set => worthOf(set, scores));
  const highest = Math.max(...worths);
  const best = sets[worths.indexOf(highest)] ?? [];
  const odds = worths.map(worth => Math.exp(worth - highest));
  const total = odds.reduce((sum, value) => sum + value, 0);
  return keys.map(key => {
    const share = odds.reduce((sum, value, index) => (sets[index]?.includes(key) ? sum + value : sum), 0);
    const without = Math.max(...worths.filter((_, index) => !sets[index]?.includes(key)));
    return { key, probability: share / total, margin: highest - without, isChosen: best.includes(key) };
  });
}

function strongest(candidates: readonly Candidate[]): readonly string[] {
  const best = new Map<string, number>();
  for (const { key, score } of candidates) best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, score));
  const ordered = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ordered.slice(0, CANDIDATE_COUNT).map(([key]) => key);
}

function worthOf(set: readonly string[], scores: readonly ReadonlyMap<string, number>[]): number {
  if (set.length === 0) return 0;
  const used = new Set<string>();
  const worth = scores.reduce((sum, step) => {
    const options = set.filter(key => step.has(key)).sort((a, b) => (step.get(b) ?? 0) - (step.get(a) ?? 0));
    const [first] = options;
    if (first === undefined) return sum - UNEXPLAINED_COST;
    used.add(first);
    return sum + (step.get(first) ?? 0);
  }, 0);
  // A cause that explains nothing better than the other one is no member.
  return worth - SECOND_COST * (set.length - 1) - (used.size < set.length ? SECOND_COST * 2 : 0);
}
