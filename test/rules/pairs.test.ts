import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/network-facts.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { CASES } from './cases/all.ts';
import { PLAIN, type Setting } from './cases/setting.ts';

const ONE: Setting = { ...PLAIN, host: 'one.example.net', address: '93.184.10.1' };
const TWO: Setting = { ...PLAIN, host: 'two.example.org', address: '94.130.20.2', others: 0 };

/** Two faults at once, on one machine. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['D01', 'T02'],
  ['S01', 'H08'],
  ['A10', 'H10'],
  ['T01', 'S04'],
  ['G03', 'A13'],
  ['H05', 'S28'],
  ['D09', 'H16'],
  ['A07', 'T03'],
  ['E03', 'G29'],
  ['S08', 'H13'],
  ['S09', 'D04'],
  ['G11', 'H12'],
];

function caseOf(id: string): (typeof CASES)[number] {
  const found = CASES.find(item => item.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

function together(a: Facts, b: Facts): Facts {
  const disks = [...a.disks, ...b.disks].filter(
    ({ role, path }, index, list) => list.findIndex(item => item.role === role && item.path === path) === index,
  );
  const environment =
    a.environment === undefined
      ? b.environment
      : { ...a.environment, directories: [...a.environment.directories, ...(b.environment?.directories ?? [])] };
  return {
    ...b,
    ...a,
    ...(environment === undefined ? {} : { environment }),
    targets: [...a.targets, ...b.targets],
    proxies: [...a.proxies, ...b.proxies],
    disks: b.disks.length > 1 ? b.disks : disks,
    archives: [...a.archives, ...b.archives],
    seen: [...a.seen, ...b.seen],
  };
}

describe('two faults at once', () => {
  it.each(PAIRS)('%s and %s are both among the first two', (one, two) => {
    const expected = [caseOf(one).code, caseOf(two).code];
    const { causes } = diagnose(together(caseOf(one).make(ONE), caseOf(two).make(TWO)));
    expect(
      causes
        .slice(0, 2)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...expected].sort());
  });

  it('tells one code at several hosts once, with all of them', () => {
    const { causes } = diagnose(together(caseOf('T02').make({ ...ONE, others: 0 }), caseOf('T02').make(TWO)));
    expect(causes.map(({ code, subject }) => [code, subject])).toEqual([['TCP.TIMEOUT', 'one.example.net, two.example.org']]);
  });
});
