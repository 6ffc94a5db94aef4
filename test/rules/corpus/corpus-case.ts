import type { Code } from '../../../src/domain/catalogue.ts';
import type { Mutation } from './mutations.ts';
import { type ProjectName, sound } from './projects.ts';
import type { Scene } from './scene.ts';

/** A sound project, and what somebody did to it. */
export interface CorpusCase {
  readonly id: string;
  readonly base: ProjectName;
  readonly mutate: Mutation;
  /** Every finding, and no other: `rule severity CODE place`. Empty for a variant that only looks like a defect. */
  readonly expected: readonly string[];
  /** The rule that this may fool, or whose defect it is. */
  readonly rule: string;
}

/**
 * Rows of one rule and code: id, project, mutation, and where it is found. Before the place stands the severity where it is not an
 * error. Other findings that follow from the same defect are written out.
 */
export function defects(
  rule: string,
  code: Code,
  rows: readonly (readonly [id: string, base: ProjectName, mutate: Mutation, place: string, ...others: readonly string[]])[],
): readonly CorpusCase[] {
  return rows.map(([id, base, mutate, place, ...others]) => {
    const [, severity = 'error', at = ''] = /^(?:(warning|info) )?(.*)$/u.exec(place) ?? [];
    return { id, base, mutate, expected: [`${rule} ${severity} ${code} ${at}`, ...others], rule };
  });
}

/** A row: the rule that must stay silent, what looks like a defect and is none, project, mutation. */
export function lookalikes(
  rows: readonly (readonly [rule: string, id: string, base: ProjectName, mutate: Mutation])[],
): readonly CorpusCase[] {
  return rows.map(([rule, id, base, mutate]) => ({ id, base, mutate, expected: [], rule }));
}

export function sceneOf({ base, mutate }: Pick<CorpusCase, 'base' | 'mutate'>): Scene {
  return mutate(sound(base));
}
