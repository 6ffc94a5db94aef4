import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { fold, installed } from './scenarios.ts';

it('writes one document that reads back as the same report, whatever text it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const report = { ...fold(installed), product: text };
      expect(JSON.parse(renderJson(report))).toEqual(report);
    }),
  );
});

it('does not depend on the order in which members were made', () => {
  const report = fold(installed);
  const shuffled = Object.fromEntries(Object.entries(report).toReversed()) as unknown as typeof report;
  expect(renderJson(shuffled)).toBe(renderJson(report));
});

it('holds nothing that acts on a terminal', () => {
  const text = renderJson({ ...fold(installed), product: '\u001b[2J\u009b1m\u202e\u2028\u{e0041}' });
  expect(text).toMatch(/^[\n\u0020-\u007e…]*$/u);
});
