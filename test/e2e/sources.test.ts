import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { SourceHealth } from '../../src/domain/source-health.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import { closedPort, type Origin } from '../servers/origin.ts';
import { startSilent } from '../servers/silent.ts';
import { makeFakeGo } from './fake-go.ts';
import { type ProcessResult, runCli } from './harness.ts';
import { HOST_PLATFORM, parseReport, sealedEnv, startBorder } from './install-runs.ts';

/** Releases from the future, so that the shipped table cannot know better. */
const NEWER = makeFakeGo({ version: '1.98.1', platform: HOST_PLATFORM, sourceFileCount: 40 }).tarGz;
const OLDER = makeFakeGo({ version: '1.98.0', platform: HOST_PLATFORM, sourceFileCount: 40 }).tarGz;
const FILES = { [NEWER.fileName]: NEWER.bytes, [OLDER.fileName]: OLDER.bytes };

let border: Origin;
let silent: Origin;
let closed: number;
let mirrors: Readonly<Record<'good' | 'lagging' | 'page' | 'whole' | 'leading' | 'cut', Mirror>>;
beforeAll(async () => {
  [border, silent, closed] = await Promise.all([startBorder(), startSilent(), closedPort()]);
  const good = await startMirror({ files: FILES });
  const [lagging, page, whole, leading, cut] = await Promise.all([
    startMirror({ files: { [OLDER.fileName]: OLDER.bytes } }),
    startMirror({ files: FILES, listing: 'none', fault: { kind: 'html' } }),
    startMirror({ files: FILES, listing: 'none', ranges: false, latencyMs: 120 }),
    startMirror({ files: FILES, listing: 'none', fault: { kind: 'redirect', base: good.url } }),
    startMirror({ files: FILES, listing: 'none', fault: { kind: 'cut', afterBytes: 100 } }),
  ]);
  mirrors = { good, lagging, page, whole, leading, cut };
});
afterAll(async () => {
  await Promise.all([border, silent, ...Object.values(mirrors)].map(server => server.close()));
});

async function sources(urls: readonly string[]): Promise<ProcessResult & { readonly report: Report }> {
  const result = await runCli(['sources', '--sources', urls.join(','), '--json'], { env: sealedEnv(border) });
  return { ...result, report: parseReport(result.stdout) };
}

function rows({ report }: { readonly report: Report }): readonly SourceHealth[] {
  return report.sources?.sources ?? [];
}

describe('sources', { concurrent: true }, () => {
  it('shows the health of each, and is green where one can be used', async () => {
    const { good, lagging, page, whole, leading, cut } = mirrors;
    const urls = [good, lagging, page, whole, leading, cut].map(({ url }) => url);
    const outcome = await sources([...urls, silent.url, `http://127.0.0.1:${closed}/`]);
    expect({ exitCode: outcome.exitCode, newest: outcome.report.sources?.newest }).toEqual({ exitCode: 0, newest: '1.98.1' });
    expect(rows(outcome).map(({ state, code, version, behind }) => [state, code, version, behind])).toEqual([
      ['usable', undefined, '1.98.1', 0],
      ['usable', 'HTTP.NOT_FOUND', '1.98.0', 1],
      ['unusable', 'HTTP.HTML', undefined, undefined],
      ['usable', undefined, '1.98.1', 0],
      ['usable', undefined, '1.98.1', 0],
      ['unusable', 'BODY.TRUNCATED', undefined, undefined],
      ['unusable', 'HTTP.TTFB_STALL', undefined, undefined],
      ['unusable', 'TCP.REFUSED', undefined, undefined],
    ]);
    const [first, , , slow, led] = rows(outcome);
    expect(first?.canRange).toBe(true);
    expect(slow?.canRange).toBe(false);
    expect(slow?.firstByteMs?.p50).toBeGreaterThanOrEqual(115);
    expect(led?.redirectedTo).toBe(new URL(good.url).host);
    expect(outcome.ms).toBeLessThan(25_000);
    // Nothing was said about leaks, nor anything else but people's text.
    expect(outcome.stderr).not.toMatch(/Warning:|\bat \w+ \(/u);
  });

  it('is red with the reason where none can be used', async () => {
    const outcome = await sources([`http://127.0.0.1:${closed}/`, mirrors.page.url]);
    expect(outcome).toMatchObject({ exitCode: 72, report: { outcome: 'failed' } });
    expect(rows(outcome).map(({ state }) => state)).toEqual(['unusable', 'unusable']);
  });

  it('asks the whole world through the proxy that is configured, and ends in time where that refuses', async () => {
    const result = await runCli(['sources', '--json'], { env: sealedEnv(border) });
    const report = parseReport(result.stdout);
    expect({ exitCode: result.exitCode, cause: report.cause?.code }).toEqual({ exitCode: 72, cause: 'PROXY.DENIED' });
    expect(rows({ report }).length).toBeGreaterThanOrEqual(5);
    expect(result.ms).toBeLessThan(25_000);
  });

  it('prints a table for people', async () => {
    const result = await runCli(['sources', '--sources', mirrors.good.url], { env: sealedEnv(border) });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/custom +usable .* 1\.98\.1 +yes/u);
  });
});
