import { createHash } from 'node:crypto';
import type { Severity } from '../domain/catalogue-entry.ts';
import { codePage } from '../domain/code-page.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { plain } from './plain.ts';
import { repairs } from './wording.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };
const MAX_COUNT = 500;

/**
 * Findings that stand at a line of a file, as GitLab's code quality report (GitLab, "Code Quality report format"). The fingerprint
 * does not depend on the line, so that a finding stays the same one when lines are added above it.
 */
export function renderCodeQuality(report: Report): string {
  const seen = new Map<string, number>();
  const rows = report.findings.flatMap(item => {
    const file = repositoryPath(item.location?.file ?? '');
    if (file === undefined) return [];
    const identity = JSON.stringify([item.code, item.subject, file]);
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    const fingerprint = createHash('sha256')
      .update(number === 1 ? identity : `${identity}#${number}`)
      .digest('hex');
    return [row(item, { path: file, fingerprint })];
  });
  return `${JSON.stringify(rows.slice(0, MAX_COUNT), null, 2)}\n`;
}

function row(item: Finding, { path, fingerprint }: { readonly path: string; readonly fingerprint: string }): unknown {
  const [fix] = repairs(item);
  const repair = fix === undefined ? '' : ` Fix: ${fix.title}${fix.text === '' ? '' : `: ${fix.text}`}`;
  return {
    description: plain(`${item.code}: ${item.message}.${repair} See ${codePage(item.code)}`, 1_000),
    check_name: item.code,
    fingerprint,
    severity: SEVERITIES[item.severity],
    location: { path, lines: { begin: item.location?.line ?? 1 } },
  };
}

/** GitLab takes paths in the repository, without `./`; a file elsewhere has no place in a diff. */
function repositoryPath(file: string): string | undefined {
  const path = plain(file.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, ''), 500);
  const isElsewhere = path === '' || path.startsWith('/') || /^[A-Za-z]:/u.test(path) || path.split('/').includes('..');
  return isElsewhere ? undefined : path;
}
