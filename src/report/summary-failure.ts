import { CATALOGUE } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { causeMermaid } from './diagnosis-mermaid.ts';
import { codeBlock, codeCell, codeLink, codeSpan, prose, table } from './markdown.ts';
import { plainLines } from './plain.ts';
import type { Section } from './summary-section.ts';
import { durationText } from './units.ts';
import { actionable, attemptReason, EXIT_MEANING, problemLead, repairs } from './wording.ts';

const MAX_PROBLEMS = 20;
const MORE_PROBLEMS = '_There are more problems; report.json has all._';

/** What went wrong, why we think so, what to do, and what was tried. */
export function failureSections(report: Report): readonly Section[] {
  const problems = actionable(report);
  const shown = problems.slice(0, MAX_PROBLEMS).flatMap((item, index) => problemTexts(report, item, index));
  return [
    ...shown.map(text => ({ title: 'Problems', text })),
    { title: 'Problems', text: problems.length > MAX_PROBLEMS ? MORE_PROBLEMS : '' },
    { title: 'Cause chain', text: chain(report) },
    { title: 'Tried', text: tried(report) },
    {
      title: 'Exit code',
      text: `Exit code ${report.exitCode} (${EXIT_MEANING[report.exitCode]}) after ${durationText(report.timings['total'] ?? 0)}`,
    },
  ];
}

function problemTexts(report: Report, finding: Finding, index: number): readonly string[] {
  const { location } = finding;
  const place = location === undefined ? '' : ` in ${codeSpan(`${location.file}${location.line ? `:${location.line}` : ''}`)}`;
  const { title, why } = CATALOGUE[finding.code];
  const isInHeading = finding.message === title && actionable(report).length === 1;
  const words = isInHeading ? why : `${finding.message}. ${why}`;
  const evidence = finding.evidence.slice(0, 12).map(item => `${prose(item.name, 60)} ${codeSpan(item.value)}`);
  return [
    `**${problemLead(report, index)}** ${codeLink(finding.code)} of ${codeSpan(finding.subject)}${place}: ${prose(words)}`,
    ...(evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(' · ')}`]),
    ...repairs(finding).slice(0, 5).map(repairText),
  ];
}

function repairText(fix: ReturnType<typeof repairs>[number]): string {
  const title = `**Fix** ${prose(fix.title)}${fix.weakens ? ' (this weakens a check)' : ''}`;
  if (fix.text === '') return title;
  const lines = plainLines(fix.text);
  const [only = ''] = lines;
  return lines.length === 1 ? `${title}: ${codeSpan(only)}` : `${title}\n\n${codeBlock(lines)}`;
}

/** From the root to the symptom, as a diagram that GitHub draws, where the chain has more than one link. */
function chain({ cause, diagnosis, findings }: Report): string {
  if (cause === null || cause.chain.length < 2) return '';
  const { code } = cause;
  const subject = findings.find(item => item.code === code)?.subject ?? '';
  const evidence = diagnosis?.causes.find(item => item.code === code)?.evidence ?? [];
  return codeBlock(causeMermaid({ code, subject, chain: cause.chain, evidence }), 'mermaid');
}

function tried(report: Report): string {
  const attempts = report.attempts
    .slice(0, 8)
    .map(item => [item.source, item.code === undefined ? item.end : codeLink(item.code), attemptReason(report, item)] as const);
  const lists = report.listings
    .slice(0, 8)
    .flatMap(item =>
      item.code === undefined ? [] : [[`list of ${item.source}`, codeLink(item.code), CATALOGUE[item.code].title] as const],
    );
  const rows = attempts.length > 0 ? attempts : lists;
  if (rows.length === 0) return '';
  return table(
    ['Tried', 'Result', 'Reason'],
    rows.map(([source, result, reason]) => [codeCell(source), result, prose(reason)]),
  );
}
