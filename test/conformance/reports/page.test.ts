import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { hostileRun } from '../../report/hostile.ts';
import { fold } from '../../report/scenarios.ts';
import { GOLDEN_RUNS } from '../../report/scenarios-preflight.ts';
import { chromium } from './tools.ts';

const browser = chromium();
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
let directory = '';

/** The page as a browser understands it, written out again. A script that ran would have changed it. */
function domOf(report: Report, name: string): string {
  const file = join(directory, `${name}.html`);
  writeFileSync(file, renderHtml(report));
  const profile = mkdtempSync(join(directory, 'profile-'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', ...QUIET, `--user-data-dir=${profile}`, '--dump-dom'];
  return execFileSync(browser ?? 'chromium', [...args, pathToFileURL(file).href], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
}

const count = (dom: string, pattern: RegExp): number => dom.match(pattern)?.length ?? 0;

describe.skipIf(browser === undefined)(`report.html in a browser${browser === undefined ? ': there is no chromium' : ''}`, () => {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'report-page-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each(['installed', 'preflight-warned', 'preflight-blocked'] as const)('has its landmarks for %s', name => {
    const dom = domOf(fold(GOLDEN_RUNS[name]), name);
    for (const tag of ['header', 'main', 'footer', 'h1']) expect(count(dom, new RegExp(`<${tag}[ >]`, 'gu'))).toBe(1);
    const sections = [...dom.matchAll(/<section aria-labelledby="([^"]+)"/gu)].map(([, id]) => id);
    expect(sections.length).toBeGreaterThan(2);
    for (const id of sections) expect(count(dom, new RegExp(`<h2 id="${id}">`, 'gu'))).toBe(1);
    expect(count(dom, /<ol aria-label="[^"]+"/gu)).toBe(count(dom, /<div class="chart"/gu));
  });

  it('shows hostile text, and runs none of it', () => {
    const text = `</section><script>document.title='owned'</script><img src=x onerror="document.body.innerHTML=''">`;
    const dom = domOf(hostileRun(text), 'hostile');
    expect(dom).toContain('&lt;script&gt;');
    expect(dom).not.toMatch(/<(?:script|img)\b|<title>owned/u);
    expect(count(dom, /<footer>/gu)).toBe(1);
  });
});
