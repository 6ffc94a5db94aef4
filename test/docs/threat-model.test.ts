import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTestThere } from './named-test.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'threat-model.md'), 'utf8');
const HEAD = '| attack | stopped by | what remains | tried by |';

/** Cells of each row, of all tables. */
const ROWS = PAGE.split('\n')
  .filter(line => line.startsWith('| ') && line !== HEAD)
  .map(line =>
    line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim()),
  );

describe('the threat model', () => {
  it('is one form of table in every section', () => {
    const sections = PAGE.split(/^## /mu).slice(1);
    expect(sections.filter(text => !text.includes(`\n${HEAD}\n|---|---|---|---|\n| `))).toEqual([]);
    expect(ROWS.length).toBeGreaterThanOrEqual(40);
    expect(ROWS.filter(cells => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });

  it('names for each attack a test that is there', () => {
    const names = ROWS.map(cells => /^`(.+)`$/u.exec(cells[3] ?? '')?.[1] ?? '');
    expect(names.filter(name => !isTestThere(name))).toEqual([]);
  });

  it('would notice a test that is not there', () => {
    expect(isTestThere('docs/threat-model.test.ts > is one form of table in every section')).toBe(true);
    expect(isTestThere('docs/threat-model.test.ts > never was')).toBe(false);
    expect(isTestThere('docs/never-was.test.ts > is one form of table in every section')).toBe(false);
    expect(isTestThere('')).toBe(false);
  });
});
