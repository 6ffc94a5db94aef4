import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The picture of the house in docs/architecture.md against what the linter enforces and what is on the disk. */
const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
const SOURCES = readdirSync(join(ROOT, 'src'), { withFileTypes: true });
const ROOMS = SOURCES.filter(entry => entry.isDirectory()).map(({ name }) => name);

const words = (cell = ''): readonly string[] => cell.trim().split(/\s+/u);
const FLOORS = PAGE.split('\n')
  .filter(line => line.startsWith('│'))
  .map(line => line.split('│').slice(1, -1))
  .map(([floor = '', rooms, from = '']) => ({ floor: floor.trim(), rooms: words(rooms), from: from.trim() }));

interface Override {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style: {
        readonly noRestrictedImports?: {
          readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] };
        };
      };
    };
  };
}

/** The rooms that a room may import from, as biome.json says. */
function allowedFrom(room: string): readonly string[] {
  const { overrides } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8')) as { readonly overrides: readonly Override[] };
  const rule = overrides.find(({ includes }) => includes.includes(`src/${room}/**`))?.linter.rules.style.noRestrictedImports;
  const patterns = rule?.options.patterns.flatMap(({ group }) => group) ?? [];
  expect(patterns, `biome.json restricts ${room}`).toContain('../**');
  return patterns.flatMap(pattern => /^!\.\.\/(\w+)\/\*\*$/u.exec(pattern)?.[1] ?? []);
}

describe('the picture of the house', () => {
  it('has every room of src/ once, and the table below it too', () => {
    const drawn = FLOORS.flatMap(({ rooms }) => rooms);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(ROOMS.filter(room => !drawn.includes(room))).toEqual([]);
    expect(ROOMS.filter(room => !PAGE.includes(`| \`src/${room}/\` |`))).toEqual([]);
  });

  it('names for each room what the linter lets it import', () => {
    const ruled = FLOORS.filter(({ from }) => !from.startsWith('everything'));
    expect(ruled.length).toBeGreaterThanOrEqual(5);
    for (const { rooms, from } of ruled) {
      for (const room of rooms) expect({ room, from: [...allowedFrom(room)].sort() }).toEqual({ room, from: namesOf(from) });
    }
  });
});

function namesOf(from: string): readonly string[] {
  return from === 'itself' ? [] : [...words(from)].sort();
}
