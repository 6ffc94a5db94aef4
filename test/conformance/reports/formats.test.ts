import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS, type MetricRow } from '../../../src/domain/metric-table.ts';
import type { Report } from '../../../src/domain/report.ts';
import { hostileRun, hostileSuccess } from '../../report/hostile.ts';
import { fold, PROOF } from '../../report/scenarios.ts';
import { GOLDEN_RUNS } from '../../report/scenarios-preflight.ts';
import { validate, whyNoReaders, writeFiles } from './tools.ts';

const HOSTILE = '"><x>&amp;\u0000\u001b[31m\u202e]]>\\\n{"a"="b"}\ud800\uffff`|';

/** Report by name; two say whatever they can, one has another kind of proof. */
const REPORTS: Readonly<Record<string, Report>> = {
  ...Object.fromEntries(Object.entries(GOLDEN_RUNS).map(([name, events]) => [name, fold(events)])),
  'hostile failure': hostileRun(HOSTILE),
  'hostile success': hostileSuccess(HOSTILE),
  'proved by the archive': { ...fold(GOLDEN_RUNS.installed), proof: { ...PROOF, value: `sha256:${'0a'.repeat(32)}` } },
  'a private build': { ...fold(GOLDEN_RUNS.installed), go: { version: '1.26.8-1+x', root: '/go', bin: '/go/bin' } },
};

const why = whyNoReaders();
let directory = '';
let verdicts: ReturnType<typeof validate> = {};
const placeOf = (name: string): string => join(directory, name.replaceAll(' ', '-'));

describe.skipIf(why !== undefined)(`report files, read by others${why === undefined ? '' : `: ${why}`}`, () => {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'report-formats-'));
    const good = Object.entries(REPORTS).map(([name, report]) => writeFiles(report, placeOf(name)));
    const bad = (text: string): string =>
      text
        .replace('<testcase ', '<testcase>')
        .replace('# EOF\n', '')
        .replace('"specVersion"', '"specVersions"')
        .replace('SPDX-2.3', 'SPDX-0.1');
    const broken = writeFiles(fold(GOLDEN_RUNS.installed), placeOf('broken'), bad);
    verdicts = validate([...good, broken]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each(Object.keys(REPORTS))('are accepted for %s', name => {
    const refused = Object.entries(verdicts[placeOf(name)] ?? {}).filter(([, verdict]) => 'refused' in verdict);
    expect(Object.keys(verdicts[placeOf(name)] ?? {})).toHaveLength(4);
    expect(refused).toEqual([]);
  });

  it('are refused when they are broken', () => {
    const refused = Object.entries(verdicts[placeOf('broken')] ?? {}).filter(([, verdict]) => 'refused' in verdict);
    expect(refused.map(([name]) => name)).toEqual(['junit.xml', 'metrics.txt', 'sbom.cdx.json', 'sbom.spdx.json']);
  });

  it('say the same in JUnit as in the report', () => {
    for (const [name, report] of Object.entries(REPORTS)) {
      const verdict = verdicts[placeOf(name)]?.['junit.xml'];
      const read = (verdict !== undefined && 'ok' in verdict ? verdict.ok : {}) as {
        readonly cases: number;
        readonly names: number;
        readonly failures: readonly string[];
        readonly counted: number;
      };
      expect({ name, unique: read.names, counted: read.counted }).toEqual({
        name,
        unique: read.cases,
        counted: read.failures.length,
      });
      expect(read.failures.includes(report.cause?.code ?? 'none')).toBe(report.outcome === 'failed');
    }
  });

  it('are metrics of the type and unit of the table', () => {
    const seen = new Map<string, { readonly type: string; readonly unit: string }>();
    for (const name of Object.keys(REPORTS)) {
      const verdict = verdicts[placeOf(name)]?.['metrics.txt'];
      const families = (verdict !== undefined && 'ok' in verdict ? verdict.ok : {}) as Record<
        string,
        { type: string; unit: string }
      >;
      for (const [family, { type, unit }] of Object.entries(families)) seen.set(family, { type, unit });
    }
    const rows = Object.entries<MetricRow>(METRICS).map(([name, { type, unit = '' }]) => [name, { type, unit }] as const);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(rows));
  });
});
