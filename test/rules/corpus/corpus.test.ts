import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/rules/registry.ts';
import { CORPUS, DEFECTS } from './cases.ts';
import { sceneOf } from './corpus-case.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { PROJECT_NAMES, sound } from './projects.ts';
import { findingsOf } from './scene.ts';
import { type Judged, scoreOf, scoreText } from './score.ts';

const IDS = RULES.map(({ id }) => id);

describe('a sound project', () => {
  it.each(PROJECT_NAMES)('%s gives no finding at all', async name => {
    expect(await findingsOf(sound(name))).toEqual([]);
  });
});

describe('a seeded defect', () => {
  it.each(DEFECTS.map(item => [item.id, item] as const))('%s is found where it is, and nothing else', async (_, item) => {
    expect([...(await findingsOf(sceneOf(item)))].sort()).toEqual([...item.expected].sort());
  });
});

describe('what only looks like a defect', () => {
  it.each(LOOKALIKES.map(item => [item.id, item] as const))('%s gives no finding at all', async (_, item) => {
    expect(await findingsOf(sceneOf(item))).toEqual([]);
  });
});

describe('the corpus', () => {
  it('has a precision and a recall of 100 % for every rule, and prints them', async () => {
    const judged: Judged[] = [];
    for (const item of CORPUS) judged.push({ item, found: await findingsOf(sceneOf(item)) });
    const rows = scoreOf(judged, IDS);
    console.log(scoreText(rows));
    const bad = [...rows].filter(([, { falseAlarms, missed }]) => falseAlarms + missed > 0);
    expect(bad).toEqual([]);
  });

  it('has a defect and a lookalike for every rule of the registry, and for no other', () => {
    const rulesOf = (items: typeof CORPUS) => [...new Set(items.map(({ rule }) => rule))].sort();
    expect(rulesOf(DEFECTS)).toEqual([...IDS].sort());
    expect(rulesOf(LOOKALIKES)).toEqual([...IDS].sort());
  });

  it('has a defect for every code that a rule announces', () => {
    const told = new Set(
      DEFECTS.flatMap(({ expected }) => expected.map(each => each.split(' ').toSpliced(1, 1).slice(0, 2).join(' '))),
    );
    const announced = RULES.flatMap(({ id, codes }) => codes.map(code => `${id} ${code}`));
    expect(announced.filter(each => !told.has(each))).toEqual([]);
  });

  it('holds 60 defects or more, each with a name of its own', () => {
    expect(new Set(CORPUS.map(({ id }) => id)).size).toBe(CORPUS.length);
    expect(DEFECTS.length).toBeGreaterThanOrEqual(60);
  });
});
