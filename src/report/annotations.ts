import { CATALOGUE } from '../domain/catalogue.ts';
import { codePage } from '../domain/code-page.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { plain } from './plain.ts';
import { actionable, headline, repairs } from './wording.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** GitHub shows ten of each level for a step and fifty for a job; a matrix has many steps. */
const SHOWN_COUNT = 10;

/**
 * What the CI platform marks: one error for each cause, not for each symptom, then warnings; ten at most. A good run has warnings
 * only: those that were found, and every source that served altered content, although another one was good.
 */
export function annotationsOf(report: Report): readonly Annotation[] {
  const causes = actionable(report);
  const errors = causes.map((item, index) => annotation('error', item, index === 0 ? tried(report) : []));
  if (report.outcome === 'failed' && causes.length === 0) {
    errors.push({ level: 'error', title: 'Undetermined', message: plain(headline(report)) });
  }
  const isGood = report.outcome !== 'failed';
  const warnings = report.findings
    .filter(item => item.severity === 'warning' || (isGood && item.severity === 'error' && CATALOGUE[item.code].exit === 73))
    .filter(item => !(report.cause?.chain ?? []).includes(item.code))
    .map(item => annotation('warning', item, []));
  return [...errors, ...warnings].slice(0, SHOWN_COUNT);
}

/** What was tried, in one line; empty when there was only one attempt, which the finding speaks of. */
function tried(report: Report): readonly string[] {
  const attempts = report.attempts.slice(0, SHOWN_COUNT).map(({ source, code, end }) => `${source} ${code ?? end}`);
  return attempts.length > 1 ? [`Tried: ${attempts.join(', ')}`] : [];
}

function annotation(level: Annotation['level'], finding: Finding, context: readonly string[]): Annotation {
  const { location } = finding;
  const fix = repairs(finding).map(({ title, text }) => (text === '' ? title : `${title}: ${text}`));
  const evidence = finding.evidence.slice(0, 4).map(item => `${item.name}: ${item.value}`);
  const lines = [
    `${finding.subject}: ${finding.message}`,
    ...evidence,
    ...fix.slice(0, 2).map(text => `Fix: ${text}`),
    ...context,
    codePage(finding.code),
  ];
  return {
    level,
    title: plain(`${finding.code}: ${CATALOGUE[finding.code].title}`, 120),
    message: lines.map(line => plain(line)).join('\n'),
    ...(location === undefined ? {} : { file: location.file }),
    ...(location?.line === undefined ? {} : { line: location.line }),
  };
}
