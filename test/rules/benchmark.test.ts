import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/rules/diagnose.ts';
import { CASES } from './cases/all.ts';
import { HEALTHY } from './cases/healthy.ts';
import { PLAIN, type Setting } from './cases/setting.ts';
import { anySetting } from './cases/settings.ts';
import { confusionText, judgeCase } from './confusion.ts';

/** Always the same forms, so that a figure can be compared with an earlier one. */
const FORMS: readonly Setting[] = fc.sample(anySetting, { numRuns: 8, seed: 20_261_128 });

describe('the in-memory benchmark', () => {
  it.each(CASES.map(item => [item.id, item] as const))('%s is told', (_id, item) => {
    const diagnosis = diagnose(item.make(PLAIN));
    expect(judgeCase(item, diagnosis)).toMatchObject({ got: item.code });
    const [first] = diagnosis.causes;
    if (!item.isWarning) expect(first?.verdict).not.toBe(item.isAmbiguous ? 'cause' : 'undetermined');
    for (const cause of diagnosis.causes.filter(({ verdict }) => verdict !== 'cause')) expect(cause.decidingTest).toMatch(/\S/u);
  });

  it('tells unseen forms of each case: top 1 in 97 %, top 2 in 99 %, and never a wrong one as certain', () => {
    const judgements = CASES.flatMap(item =>
      FORMS.map((form, index) => ({ ...judgeCase(item, diagnose(item.make(form))), id: `${item.id} form ${index}` })),
    );
    const text = confusionText(judgements);
    console.log(text);
    const share = (is: (item: (typeof judgements)[number]) => boolean): number =>
      judgements.filter(is).length / judgements.length;
    expect(
      share(item => item.isFirst),
      text,
    ).toBeGreaterThanOrEqual(0.97);
    expect(
      share(item => item.isAmongTwo),
      text,
    ).toBeGreaterThanOrEqual(0.99);
    expect(judgements.filter(item => item.isHarmful)).toEqual([]);
  });

  it('names a certain cause for most of what has its evidence', () => {
    const clear = CASES.filter(({ isAmbiguous, isWarning }) => !isAmbiguous && !isWarning);
    const sure = clear.filter(item => diagnose(item.make(PLAIN)).causes[0]?.verdict === 'cause');
    expect(sure.length / clear.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a machine on which nothing is wrong', () => {
  it.each(Object.entries(HEALTHY))('%s', (_name, make) => {
    for (const form of [PLAIN, ...FORMS]) {
      const { causes, warnings, healthy } = diagnose(make(form));
      expect(causes.map(({ code }) => code)).toEqual([]);
      expect(healthy).toBe(true);
      expect(warnings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([]);
    }
  });
});
