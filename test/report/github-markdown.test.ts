import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_PAGE } from '../../src/domain/code-page.ts';
import { plain } from '../../src/report/plain.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { skeletonOf, summaryFaults } from './github-markdown.ts';
import { hostile, hostileDiagnosis, hostileRun, hostileSources, hostileSuccess } from './hostile.ts';
import { fold } from './scenarios.ts';
import { diagnosed, manyProblems, repairPlanned, sourcesAsked } from './scenarios-commands.ts';
import { manyTargets } from './scenarios-diagnosis.ts';

const GOLDEN = readdirSync(import.meta.dirname).filter(name => name.endsWith('.golden.md'));
const MORE = { diagnosed, manyProblems, manyTargets, repairPlanned, sourcesAsked };
const MAKERS = [hostileRun, hostileSuccess, hostileSources, hostileDiagnosis];
const GOOD = '### Title\n\n| a | b |\n| --- | --- |\n| c | d |\n\n<details>\n<summary>More (1)</summary>\n\ntext\n\n</details>\n';

/** Mistakes that a renderer may make; each has to be noticed, by its kind of fault. */
const MISTAKES: readonly (readonly [mistake: string, change: readonly [from: string, to: string], kind: string])[] = [
  ['a pipe in a cell', ['| c |', '| c|c |'], 'cells'],
  ['a pipe in a code span in a cell', ['| c |', '| `c|c` |'], 'cells'],
  ['a line end in a cell', ['| c |', '| c\nc |'], 'cells'],
  ['a folded text without a blank line', ['</summary>\n\n', '</summary>\n'], 'html'],
  ['a fold that is not closed', ['\n\n</details>', ''], 'html'],
  ['an attribute', ['<details>', '<details open>'], 'html'],
  ['a tag', ['text', 'te<b>x</b>t'], 'html'],
  ['a comment', ['text', '<!-- text -->'], 'html'],
  ['a relative link', ['text', '[text](docs/codes.md)'], 'link'],
  ['a link to elsewhere', ['text', `[text](${CODES_PAGE}.example.com)`], 'link'],
  ['an address that becomes a link', ['text', 'see https://example.com/x'], 'link'],
  ['a picture', ['text', '![text](https://example.com/x.png)'], 'link'],
  ['a heading that jumps', ['text', '##### text'], 'heading'],
  ['no heading', ['### Title', 'Title'], 'heading'],
  ['a mention', ['text', 'thanks @octocat'], 'reference'],
  ['an issue', ['text', 'as in #12'], 'reference'],
  ['an emoji', ['text', ':white_check_mark:'], 'reference'],
  ['too much of it', ['text', 'text '.repeat(300_000)], 'size'],
];

describe('the job summary, parsed as GitHub parses it', () => {
  it.each(GOLDEN)('is as it should be in %s', name => {
    expect(summaryFaults(readFileSync(join(import.meta.dirname, name), 'utf8'), CODES_PAGE)).toEqual([]);
  });

  it.each(Object.entries(MORE))('is as it should be for %s', (_name, events) => {
    expect(summaryFaults(renderSummary(fold(events)), CODES_PAGE)).toEqual([]);
  });

  it('keeps its structure whatever a server or a file says', () => {
    const expected = MAKERS.map(make => skeletonOf(renderSummary(make('x'))));
    fc.assert(
      fc.property(hostile, text => {
        const summaries = MAKERS.map(make => renderSummary(make(text)));
        // A text that shows as nothing has no column.
        if (plain(text) !== '') expect(summaries.map(skeletonOf)).toEqual(expected);
        expect(summaries.flatMap(summary => summaryFaults(summary, CODES_PAGE))).toEqual([]);
      }),
      { numRuns: 200, examples: [['1. a'], ['- a'], ['--- a'], ['# a'], ['> a']] },
    );
  }, 180_000);

  it('has mistakes noticed', () => {
    expect(summaryFaults(GOOD, CODES_PAGE)).toEqual([]);
    for (const [mistake, [from, to], kind] of MISTAKES) {
      const kinds = summaryFaults(
        GOOD.replace(from, () => to),
        CODES_PAGE,
      ).map(fault => fault.replace(/:.*/su, ''));
      expect([mistake, kinds]).toEqual([mistake, expect.arrayContaining([kind])]);
    }
  });
});
