import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/domain/catalogue.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { caseFacts, oddFacts } from './any-facts.ts';
import { target } from './cases/base.ts';
import { PLAIN } from './cases/setting.ts';

const RUNS = { numRuns: 150 };

/** What is told, without the figures. */
function told(facts: Facts): readonly string[] {
  return diagnose(facts).causes.map(({ code, subject }) => `${code} ${subject}`);
}

describe('diagnose', () => {
  it('never throws, and tells only codes of the catalogue with a probability', () => {
    fc.assert(
      fc.property(oddFacts, facts => {
        const { causes, warnings, healthy } = diagnose(facts);
        expect(healthy).toBe(causes.length === 0);
        for (const { code, confidence, verdict, fixes, chain } of causes) {
          expect(CODES).toContain(code);
          expect(chain[0]).toBe(code);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (verdict === 'cause') expect(confidence).toBeGreaterThanOrEqual(0.85);
          if (verdict === 'undetermined') expect(fixes).toEqual([]);
          else expect(fixes.length).toBeGreaterThan(0);
        }
        for (const { code } of warnings) expect(causes.map(cause => cause.code)).not.toContain(code);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same of the same facts, in whatever order they come', () => {
    fc.assert(
      fc.property(caseFacts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (facts, stream) => {
        const shuffled = <T>(items: readonly T[]): readonly T[] =>
          items
            .map(item => ({ item, key: stream.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const other = {
          ...facts,
          targets: shuffled(facts.targets),
          seen: shuffled(facts.seen),
          disks: shuffled(facts.disks),
          proxies: shuffled(facts.proxies),
          archives: shuffled(facts.archives),
        };
        expect(diagnose(facts)).toEqual(diagnose(facts));
        expect({ ...diagnose(other), targets: [] }).toEqual({ ...diagnose(facts), targets: [] });
      }),
      RUNS,
    );
  });

  it('does not change the cause when a healthy target is added that has nothing to do with it', () => {
    const bystander = target(
      { ...PLAIN, host: 'unrelated.example.com', address: '203.0.114.200' },
      { url: 'https://unrelated.example.com/go/go1.26.8.linux-amd64.tar.gz', sourceId: 'unrelated' },
    );
    fc.assert(
      fc.property(caseFacts, facts => {
        expect(told({ ...facts, targets: [...facts.targets, bystander] })).toEqual(told(facts));
      }),
      RUNS,
    );
  });

  it('is the same after the facts went through a file', () => {
    fc.assert(
      fc.property(oddFacts, facts => {
        const copy = JSON.parse(JSON.stringify(facts)) as Facts;
        expect(told(copy)).toEqual(told(facts));
      }),
      RUNS,
    );
  });
});
