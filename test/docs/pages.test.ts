import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/domain/catalogue.ts';
import { INPUTS } from '../../src/domain/input-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = ['.', 'docs', '.github']
  .flatMap(directory => readdirSync(join(ROOT, directory)).map(name => join(directory, name)))
  .filter(name => name.endsWith('.md'));
const text = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** Everything outside of code blocks. */
const prose = (page: string): string => text(page).replaceAll(/^```[\s\S]*?^```$/gmu, '');

/** Anchors as GitHub makes them of headings, and those that are written out. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...prose(page).matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text(page).matchAll(/<a id="([^"]+)">/gu)].map(([, id = '']) => id)];
}

describe.each(PAGES)('%s', page => {
  it('links to files and headings that are there', () => {
    const links = [...prose(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/gu)].map(([, link = '']) => link);
    const dead = links.filter(link => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it('names codes that are there', () => {
    const areas = [...new Set(CODES.map(code => code.split('.')[0]))].join('|');
    const named = [...prose(page).matchAll(new RegExp(`\\b(?:${areas})\\.[A-Z_]{2,}\\b`, 'gu'))].map(([code]) => code);
    expect(named.filter(code => !(CODES as readonly string[]).includes(code))).toEqual([]);
  });

  it('shows inputs that the action has', () => {
    const names: readonly string[] = INPUTS.filter(({ faces }) => (faces as readonly string[]).includes('action')).map(
      row => row.name,
    );
    const blocks = [...text(page).matchAll(/^ *- (?:id: .*\n +)?uses: org\/setup-go-robust@.*\n( +)with:\n((?:\1 +.*\n)+)/gmu)];
    const used = blocks.flatMap(([, , lines = '']) => [...lines.matchAll(/^ +([a-z-]+):/gmu)].map(([, name = '']) => name));
    expect(used.filter(name => !names.includes(name))).toEqual([]);
  });
});

it('the checks above see links, codes and inputs', () => {
  expect(prose('README.md')).toMatch(/\]\(docs\/trust\.md\)/u);
  expect(prose('README.md')).toContain('VER.TAMPERED');
  expect(text('README.md').match(/^ +with:$/gmu)?.length).toBeGreaterThan(5);
});
