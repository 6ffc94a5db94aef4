import fc from 'fast-check';
import { FACTS } from '../../src/domain/facts-shape.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { CASES } from './cases/all.ts';
import { HEALTHY } from './cases/healthy.ts';
import { anySetting } from './cases/settings.ts';

/** Facts of a case or of a healthy machine, in some form. */
export const caseFacts: fc.Arbitrary<Facts> = fc
  .tuple(fc.constantFrom(...CASES.map(({ make }) => make), ...Object.values(HEALTHY)), anySetting)
  .map(([make, setting]) => make(setting));

/** Members whose values are few. */
const CHOICES = new Set([
  'schema',
  'kind',
  'role',
  'next',
  'variant',
  'family',
  'silence',
  'ended',
  'origin',
  'zip',
  'ranged',
  'refreshed',
  'client',
  'expects',
  'problem',
  'holds',
  'withheld',
]);
const SCALARS: readonly unknown[] = [
  '',
  'ECONNRESET',
  'CERT_HAS_EXPIRED',
  'https://a/../..',
  '\u001b[31m',
  '\u0000',
  '1f8b',
  'x'.repeat(500),
  0,
  -1,
  1e300,
  404,
  302,
  true,
  false,
];

/**
 * Facts that nobody would write, but that a file may hold: of a sound document, any values are replaced by others of their own type,
 * and lists are emptied or doubled.
 */
export const oddFacts: fc.Arbitrary<Facts> = fc.tuple(caseFacts, fc.infiniteStream(fc.nat(40))).map(([facts, stream]) => {
  const next = (): number => stream.next().value ?? 0;
  return FACTS.read(twist(facts, next), '');
});

function twist(value: unknown, next: () => number): unknown {
  const dice = next();
  if (Array.isArray(value)) {
    const items = value.map(item => twist(item, next));
    // A pair stays one.
    if (typeof value[0] === 'number') return items;
    return dice === 0 ? [] : dice === 1 ? [...items, ...items].slice(0, 30) : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, CHOICES.has(name) ? item : twist(item, next)]));
  }
  if (dice > 4) return value;
  const same = SCALARS.filter(item => typeof item === typeof value);
  return same[next() % same.length] ?? value;
}
