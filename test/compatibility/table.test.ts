import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKLIST, FAULTS, type Row, THEMES } from './rows.ts';

const TESTS = join(import.meta.dirname, '..');

const PARTS = [
  { title: 'Its unit tests', intro: 'One row for each theme of its 122 unit tests.', rows: THEMES },
  {
    title: 'Its faults',
    intro: 'What its shipped bundle did with each fault, on Linux, against a server that misbehaves on purpose.',
    rows: FAULTS,
  },
  { title: 'Fifty points', intro: 'What a better action can do better.', rows: CHECKLIST },
] as const;

const ALL: readonly Row[] = PARTS.flatMap(({ rows }) => rows);

/** Undefined when the named test is there. */
function missing({ test }: Row): string | undefined {
  if (test === 'open') return undefined;
  const [file = '', title = ''] = test.split(' > ');
  const path = join(TESTS, file);
  if (title === '' || !existsSync(path)) return test;
  const text = readFileSync(path, 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some(quoted => text.includes(quoted)) ? undefined : test;
}

describe('the comparison with setup-go', () => {
  it('has no empty cell', () => {
    expect(ALL.filter(row => Object.values(row).some(cell => cell === ''))).toEqual([]);
  });

  it('names tests that are there', () => {
    expect(ALL.flatMap(row => missing(row) ?? [])).toEqual([]);
  });

  it('has all fifty points in order, and every fault', () => {
    expect(CHECKLIST.map(({ theme }) => Number.parseInt(theme, 10))).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(FAULTS.length).toBeGreaterThanOrEqual(20);
  });

  it('leaves open only what it says is not there yet', () => {
    expect(ALL.filter(({ test }) => test === 'open').map(({ theme }) => theme)).toEqual([]);
  });

  it('is what docs/compatibility.md shows', async () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');
    const line = ({ theme, setupGo, ours, test }: Row): string =>
      `| ${[theme, setupGo, ours].map(cell).join(' | ')} | ${test === 'open' ? 'open' : `\`${test}\``} |`;
    const parts = PARTS.map(({ title, intro, rows }) =>
      [`## ${title}`, '', intro, '', '| what | setup-go v7 | here | test |', '|---|---|---|---|', ...rows.map(line)].join('\n'),
    );
    const head =
      '# Beside actions/setup-go v7\n\nMade from `test/compatibility/rows.ts` by `npm run golden`; every test that is named is there.';
    await expect(`${[head, ...parts].join('\n\n')}\n`).toMatchFileSnapshot('../../docs/compatibility.md');
  });
});
