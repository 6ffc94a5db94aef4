import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CachePlan, planText, readPlan } from '../../src/domain/cache-plan.ts';

const PLAN: CachePlan = {
  entries: [{ kind: 'modules', path: '/m', key: 'k', isUpdate: true }],
  restoredAtMs: 5,
  workspace: '/project',
  foreign: ['/m'],
};

describe('a cache plan', () => {
  it('survives being text', () => {
    expect(readPlan(planText(PLAN))).toEqual(PLAN);
    expect(readPlan(planText({ ...PLAN, entries: [], reason: 'why' }))).toEqual({ ...PLAN, entries: [], reason: 'why' });
  });

  it.each([
    { entries: 5 },
    { entries: [{ kind: 'other', path: '/m', key: 'k', isUpdate: true }] },
    { entries: [{ kind: 'build', path: '', key: 'k', isUpdate: true }] },
    { entries: [{ kind: 'build', path: '/m', key: 'k' }] },
    { restoredAtMs: 'now' },
    { workspace: '' },
    { foreign: [1] },
    { reason: 1 },
  ])('is none with %o', change => expect(readPlan(JSON.stringify({ ...PLAN, ...change }))).toBeUndefined());

  it('is never thrown over', () => {
    fc.assert(fc.property(fc.string(), text => readPlan(text) === undefined));
    fc.assert(fc.property(fc.json(), text => void readPlan(text)));
  });
});
