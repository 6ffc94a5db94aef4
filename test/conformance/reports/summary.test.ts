import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/domain/event.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { readPng } from '../../pictures/png.ts';
import { hostileRun } from '../../report/hostile.ts';
import { fold } from '../../report/scenarios.ts';
import { diagnosed, repairPlanned, sourcesAsked } from '../../report/scenarios-commands.ts';
import { GOLDEN_RUNS } from '../../report/scenarios-preflight.ts';
import { type Browser, startBrowser } from './browser.ts';
import { layoutFaults, type Measured } from './page-judge.ts';
import { summaryPage } from './summary-page.ts';
import { chromium } from './tools.ts';

interface Seen extends Pick<Measured, 'innerWidth' | 'scrollWidth' | 'landmarks'> {
  readonly numbers: readonly { readonly text: string; readonly lines: number }[];
}

const RUNS: Readonly<Record<string, readonly Event[]>> = { ...GOLDEN_RUNS, diagnosed, repairPlanned, sourcesAsked };
/** The column of a job summary on a wide screen, in CSS pixels. */
const WIDE = 1_012;
const NARROW = 600;

const program = chromium();
const script = readFileSync(join(import.meta.dirname, 'summary-boxes.js'), 'utf8');
let directory = '';
let browser: Browser | undefined;

async function look(
  name: string,
  markdown: string,
  open: boolean,
  width = WIDE,
): Promise<{ readonly faults: readonly string[]; readonly seen: Seen }> {
  if (browser === undefined) throw new Error('no browser');
  const file = join(directory, name);
  writeFileSync(`${file}.html`, summaryPage(markdown, open));
  const { png, measured } = await browser.shoot(`${file}.html`, { width, dark: false }, script);
  writeFileSync(`${file}.png`, png);
  const seen = measured as Seen;
  const wrapped = seen.numbers.filter(({ lines }) => lines > 1).map(({ text }) => `wrapped: ${text}`);
  return { faults: [...layoutFaults(readPng(png), seen), ...wrapped], seen };
}

describe.skipIf(program === undefined)(
  `pictures of job summaries${program === undefined ? ': there is no chromium' : ''}`,
  () => {
    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'summary-pictures-'));
      // Kept, to be looked at.
      console.log(`pictures of the summaries are in ${directory}`);
      browser = await startBrowser(program ?? '');
    });
    afterAll(async () => browser?.close());

    it.each(Object.entries(RUNS))('%s is as it should be, folded and open', async (name, events) => {
      const summary = renderSummary(fold(events));
      const folded = await look(`${name}-folded`, summary, false);
      const open = await look(`${name}-open`, summary, true);
      expect([...folded.faults, ...open.faults]).toEqual([]);
      const folds = summary.match(/^<details>$/gmu)?.length ?? 0;
      // Each fold hides one block at least.
      expect(open.seen.landmarks.length).toBeGreaterThanOrEqual(folded.seen.landmarks.length + folds);
    });

    it('a long word is no wider than the page', async () => {
      const { faults } = await look('long-word', renderSummary(hostileRun(`https://e.test/${'word'.repeat(60)}`)), true);
      expect(faults).toEqual([]);
    });

    it('a number that may be broken would be noticed', async () => {
      const { faults } = await look(
        'mistake',
        renderSummary(fold(GOLDEN_RUNS.installed)).replaceAll('\u00a0', ' '),
        true,
        NARROW,
      );
      expect(faults).toContain('wrapped: First byte');
    });
  },
);
