import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_DEFECTS } from './cases.ts';
import { sceneOf } from './corpus-case.ts';
import { anyForm, dress, moved } from './forms.ts';
import { PROJECT_NAMES, sound } from './projects.ts';
import { findingsOf, MACHINE } from './scene.ts';

/** What is told of no line in particular stands at the first one, whatever is there. */
const UNPLACED: readonly string[] = ['empty go.mod', 'no module line', 'go.work without a go line', 'go.work that uses nothing'];

describe('in another form', () => {
  it('a seeded defect is found at its line, and nothing else', async () => {
    const defects = FILE_DEFECTS.filter(({ id }) => !UNPLACED.includes(id));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...defects), anyForm, async (item, form) => {
        const found = await findingsOf(dress(sceneOf(item), form));
        expect([...found].sort()).toEqual(item.expected.map(each => moved(each, form)).sort());
      }),
      { numRuns: 600 },
    );
  });

  it('a sound project gives no finding at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PROJECT_NAMES), anyForm, async (name, form) => {
        expect(await findingsOf(dress(sound(name), form))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

interface Row {
  readonly path: string;
  readonly version: string;
  readonly indirect: boolean;
  readonly isInBlock: boolean;
  readonly comment: string;
  readonly isQuoted: boolean;
}

const HASH = `h1:${'A'.repeat(43)}=`;
const word = fc.stringMatching(/^[a-z][a-z-]{0,6}[a-z]$/u);
const row: fc.Arbitrary<Row> = fc.record({
  path: fc
    .tuple(fc.constantFrom('github.com', 'golang.org', 'a.example', 'gitlab.com'), word, word)
    .map(parts => parts.join('/')),
  version: fc.constantFrom('v0.0.0-20240102030405-0123456789ab', 'v0.1.0', 'v1.2.3-rc.1', 'v1.0.0', 'v3.2.1+incompatible'),
  indirect: fc.boolean(),
  isInBlock: fc.boolean(),
  comment: fc.constantFrom('', ' why', ' indirectly'),
  isQuoted: fc.boolean(),
});
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ path }) => path });

/** A go.mod and its go.sum; requirements stand in lines and in blocks, in any order. */
function project(requirements: readonly Row[]): { readonly mod: string; readonly sum: readonly string[] } {
  const lines = requirements.map(({ path, version, indirect, comment, isQuoted, isInBlock }) => {
    const note = indirect ? ' // indirect' : comment === '' ? '' : ` //${comment}`;
    const text = `${isQuoted ? `"${path}"` : path} ${version}${note}`;
    return isInBlock ? `require (\n\t${text}\n)` : `require ${text}`;
  });
  const sum = requirements.flatMap(({ path, version }) => [`${path} ${version} ${HASH}`, `${path} ${version}/go.mod ${HASH}`]);
  return { mod: `module a.example/own\n\ngo 1.24\n\n${lines.join('\n')}\n`, sum };
}

const judge = (mod: string, sum: readonly string[]) =>
  findingsOf({ ...MACHINE, files: { 'go.mod': mod, 'go.sum': `${sum.join('\n')}\n` } });

describe('a go.mod of any requirements, in lines and blocks', () => {
  it('gives no finding while go.sum has them all, in any order', async () => {
    const shuffled = rows.chain(list => {
      const { mod, sum } = project(list);
      return fc.tuple(fc.constant(mod), fc.shuffledSubarray([...sum], { minLength: sum.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([mod, sum]) => {
        expect(await judge(mod, sum)).toEqual([]);
      }),
    );
  });

  it('gives the line of the one that go.sum has lost', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (list, pick) => {
        const { mod, sum } = project(list);
        const index = pick % list.length;
        const { path = '', indirect = false } = list[index] ?? {};
        const line = mod.split('\n').findIndex(text => text.replaceAll('"', '').includes(`${path} `)) + 1;
        const found = await judge(mod, sum.toSpliced(2 * index, 2));
        expect(found).toEqual([`sum-complete ${indirect ? 'warning' : 'error'} GO.GOSUM_MISSING go.mod:${line}`]);
      }),
    );
  });
});
