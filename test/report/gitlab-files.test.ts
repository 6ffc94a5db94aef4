import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_PAGE } from '../../src/domain/code-page.ts';
import { finding } from '../../src/domain/finding.ts';
import type { Report } from '../../src/domain/report.ts';
import { renderCodeQuality } from '../../src/report/codequality.ts';
import { renderDotenv } from '../../src/report/dotenv.ts';
import { renderGitlabAnnotations } from '../../src/report/gitlab-annotations.ts';
import { hostile, hostileRun, hostileSuccess } from './hostile.ts';
import { allFailed, cached, fold, installed } from './scenarios.ts';
import { preflightBlocked, preflightWarned } from './scenarios-preflight.ts';

interface Quality {
  readonly check_name: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const quality = (report: Report): readonly Quality[] => JSON.parse(renderCodeQuality(report)) as readonly Quality[];
const blocked = fold(preflightBlocked);
const at = (file: string, line = 1): Report => ({
  ...blocked,
  findings: [finding('VERSION.TOO_OLD', { subject: 'm', location: { file, line } })],
});

describe('codequality.json', () => {
  it('marks each finding at its line', () => {
    expect(quality(blocked)).toMatchObject([
      { check_name: 'VERSION.TOO_OLD', severity: 'critical', location: { path: 'go.mod', lines: { begin: 3 } } },
      { check_name: 'VERSION.MISMATCH', severity: 'critical', location: { path: 'tools/go.mod', lines: { begin: 5 } } },
    ]);
    expect(quality(fold(allFailed))).toEqual([]);
  });
  it('knows a finding again when the line moves, and tells two of a kind apart', () => {
    expect(quality(at('go.mod', 9))[0]?.fingerprint).toBe(quality(at('./go.mod', 2))[0]?.fingerprint);
    const item = finding('VERSION.TOO_OLD', { subject: 'm', location: { file: 'go.mod', line: 1 } });
    const prints = quality({ ...blocked, findings: [item, item, item] }).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
  });
  it.each(['/etc/go.mod', '../go.mod', 'C:\\go.mod', ''])('leaves out %j, which is not in the repository', file => {
    expect(quality(at(file))).toEqual([]);
  });
});

describe('annotations.json', () => {
  const links = (report: Report): readonly { readonly label: string; readonly url: string }[] => {
    const sections = JSON.parse(renderGitlabAnnotations(report)) as Record<
      string,
      readonly { readonly external_link: { readonly label: string; readonly url: string } }[]
    >;
    return Object.values(sections).flatMap(items => items.map(item => item.external_link));
  };
  it('links each code once', () => {
    expect(links(blocked).map(({ label }) => label)).toEqual(['VERSION.TOO_OLD', 'VERSION.MISMATCH', 'CFG.TLS_DISABLED']);
    expect(links(blocked)[0]?.url).toBe(`${CODES_PAGE}#version-too-old`);
    expect(links(fold(preflightWarned)).map(({ label }) => label)).toEqual(['CFG.TLS_DISABLED']);
    expect(links(fold(cached))).toEqual([]);
  });
});

describe('go.env', () => {
  const variables = (report: Report): Readonly<Record<string, string>> =>
    Object.fromEntries(
      renderDotenv(report)
        .trimEnd()
        .split('\n')
        .map(line => line.split(/=(.*)/su) as unknown as readonly [string, string]),
    );
  it('tells later jobs what was installed, and no path of this machine', () => {
    expect(variables(fold(installed))).toMatchObject({
      SGR_GO_VERSION: '1.26.8',
      SGR_SOURCE: 'aliyun',
      SGR_OUTCOME: 'installed',
    });
    expect(renderDotenv(fold(installed))).not.toContain('/opt/');
    expect(variables(fold(allFailed))).toMatchObject({ SGR_CAUSE: 'TCP.REFUSED', SGR_EXIT_CODE: '72', SGR_GO_VERSION: '' });
  });
  it('keeps the rules of GitLab whatever a run says', () => {
    fc.assert(
      fc.property(hostile, text => {
        for (const make of [hostileRun, hostileSuccess]) {
          const lines = renderDotenv(make(text)).trimEnd().split('\n');
          expect(lines.length).toBeLessThanOrEqual(20);
          for (const line of lines) expect(line).toMatch(/^SGR_[A-Z_]+=[A-Za-z0-9._:/@+_-]*$/u);
        }
      }),
    );
  });
});
