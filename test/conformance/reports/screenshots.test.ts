import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { renderHtml } from '../../../src/report/html.ts';
import type { Hue } from '../../pictures/pixels.ts';
import { readPng } from '../../pictures/png.ts';
import { hostileDiagnosis, hostileRun } from '../../report/hostile.ts';
import { fold } from '../../report/scenarios.ts';
import { diagnosed, repairPlanned, sourcesAsked } from '../../report/scenarios-commands.ts';
import { GOLDEN_RUNS } from '../../report/scenarios-preflight.ts';
import { type Browser, startBrowser, type View } from './browser.ts';
import { faultsOf, type Measured } from './page-judge.ts';
import { chromium } from './tools.ts';

interface Page {
  readonly report: Report;
  readonly status: Hue;
}

const LONG_WORD = `https://e.test/${'word'.repeat(60)}`;
const PAGES: Readonly<Record<string, Page>> = {
  green: { report: fold(GOLDEN_RUNS.installed), status: 'green' },
  warned: { report: fold(GOLDEN_RUNS['preflight-warned']), status: 'amber' },
  red: { report: fold(GOLDEN_RUNS['preflight-blocked']), status: 'red' },
  'red with attempts': { report: fold(GOLDEN_RUNS['all-failed']), status: 'red' },
  diagnosed: { report: fold(diagnosed), status: 'red' },
  'a doctor that warns': { report: fold(GOLDEN_RUNS['doctor-warned']), status: 'amber' },
  'an install that was diagnosed': { report: fold(GOLDEN_RUNS['install-diagnosed']), status: 'red' },
  'red with a repair': { report: fold(repairPlanned), status: 'red' },
  sources: { report: fold(sourcesAsked), status: 'green' },
  'a diagnosis full of a long word': { report: hostileDiagnosis(LONG_WORD), status: 'red' },
  'full of a long word': { report: hostileRun(LONG_WORD), status: 'red' },
};
const VIEWS: readonly (readonly [name: string, view: View])[] = [
  ['desktop, light', { width: 1_280, dark: false }],
  ['desktop, dark', { width: 1_280, dark: true }],
  ['phone, light', { width: 390, dark: false }],
  ['phone, dark', { width: 390, dark: true }],
];

/** Mistakes that somebody may make in the style sheet; each has to be noticed, by its kind of fault. */
const MISTAKES: readonly (readonly [mistake: string, css: string, kind: string, scheme?: 'dark'])[] = [
  ['white on white', 'dd, dd code { color: var(--card) }', 'contrast'],
  ['grey that is too light', '.soft, dt { color: #9aa3ad }', 'contrast'],
  ['a light page in the dark', ':root { --page: #ffffff }', 'scheme', 'dark'],
  ['a section that shows nothing', 'section > * { opacity: 0 }', 'blank'],
  ['a text that is hidden', 'dd { visibility: hidden }', 'contrast'],
  ['a badge of another colour', '.badge.good { color: #c0222c }', 'status'],
  ['sections that lie on one another', 'section { margin-bottom: -3rem }', 'overlap'],
  ['lines that lie on one another', 'dl { line-height: .5; gap: 0 }', 'overlap'],
  ['a line that is wider than the page', '#result ~ dl { min-width: 1400px }', 'overflow'],
  ['bars outside of their track', '.track { overflow: visible } .track i { margin-left: 40% }', 'bars'],
  ['bars that are all of one length', '.track i { width: 50% !important }', 'bars'],
  ['bars that nobody sees', '.track i { background: var(--code) }', 'bars'],
  ['bars that are cut', '.track { clip-path: inset(0 30% 0 0) }', 'bars'],
  ['ticks at a wrong place', '.axis span { margin-left: 1rem }', 'bars'],
];

const program = chromium();
const script = readFileSync(join(import.meta.dirname, 'page-boxes.js'), 'utf8');
let directory = '';
let browser: Browser | undefined;

/** What is wrong with the page, whose picture is kept beside it. */
async function faults(name: string, { report, status }: Page, view: View, css = ''): Promise<readonly string[]> {
  if (browser === undefined) throw new Error('no browser');
  const file = join(directory, name.replaceAll(/[^a-z]+/gu, '-'));
  writeFileSync(
    `${file}.html`,
    renderHtml(report).replace('</style>', () => `${css}</style>`),
  );
  const { png, measured } = await browser.shoot(`${file}.html`, view, script);
  writeFileSync(`${file}.png`, png);
  return faultsOf({ report, view, status, picture: readPng(png), measured: measured as Measured });
}

describe.skipIf(program === undefined)(`pictures of report.html${program === undefined ? ': there is no chromium' : ''}`, () => {
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'report-pictures-'));
    // Kept, to be looked at.
    console.log(`pictures of the report are in ${directory}`);
    browser = await startBrowser(program ?? '');
  });
  afterAll(async () => browser?.close());

  describe.each(VIEWS)('%s', (name, view) => {
    it.each(Object.entries(PAGES))('%s is as it should be', async (page, given) => {
      expect(await faults(`${page} ${name}`, given, view)).toEqual([]);
    });
  });

  it.each(MISTAKES)('%s would be noticed', async (mistake, css, kind, scheme) => {
    const view = { width: 1_280, dark: scheme === 'dark' };
    const page = PAGES['green'];
    const found = page === undefined ? [] : await faults(`mistake ${mistake}`, page, view, css);
    expect([...new Set(found.map(fault => fault.replace(/:.*/u, '')))]).toContain(kind);
  });
});
