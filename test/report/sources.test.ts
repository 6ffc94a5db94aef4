import { describe, expect, it } from 'vitest';
import type { SourceHealth } from '../../src/domain/source-health.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { fold, timeline } from './scenarios.ts';

const row = (changes: Partial<SourceHealth>): SourceHealth => ({
  source: 'official',
  title: 'go.dev',
  url: 'https://go.dev/dl/go1.26.8.linux-amd64.tar.gz',
  state: 'usable',
  tries: 3,
  answers: 3,
  bytes: 196_608,
  ...changes,
});

const good = row({ version: '1.26.8', behind: 0, firstByteMs: { p50: 40, p95: 300 }, bytesPerSecond: 9_437_184, canRange: true });
const bad = row({ source: 'hust', state: 'unusable', code: 'DNS.NXDOMAIN', answers: 0, bytes: 0 });
const hostile = row({ source: 'x\u001b[2J', version: '1.26.7', behind: 1, cache: { via: '|<b>\n@someone' } });

const report = fold(
  timeline(
    [0, { type: 'run-started', command: 'sources', product: 'setup-go-robust 0.1.0' }],
    [9, { type: 'sources', newest: '1.26.8', learntFrom: ['official'], sources: [good, bad, hostile] }],
    [9, { type: 'run-ended', outcome: 'ok', findings: [] }],
  ),
);

describe('the health of sources', () => {
  it('is a member of the report', () => {
    expect(report.sources?.sources).toHaveLength(3);
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null });
  });

  it('is a table in the text, one line for each source', () => {
    const lines = renderText(report).split('\n');
    const lineOf = (id: string): string => lines.find(line => line.trim().startsWith(id)) ?? '';
    for (const value of ['40 ms', '0.3 s', '9.0 MiB/s', '1.26.8', 'yes']) expect(lineOf('official')).toContain(value);
    expect(lineOf('hust')).toContain('DNS.NXDOMAIN');
    expect(lineOf('x')).toContain('1.26.7');
    expect(renderText(report)).not.toContain('\u001b');
    expect(lines.filter(line => line.includes('someone'))).toHaveLength(1);
  });

  it('is a table in the summary, where nothing of it is markup', () => {
    const rows = renderSummary(report)
      .split('\n')
      .filter(line => line.startsWith('|'));
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(line => line.replaceAll('\\|', '').split('|').length)).size).toBe(1);
    expect(rows.join()).not.toContain('<b>');
  });
});
