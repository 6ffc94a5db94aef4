import type { Report } from '../domain/report.ts';
import { type Check, RULE_TOPICS } from '../domain/rule.ts';
import { attemptBars } from './attempt-bars.ts';
import { targetTable } from './diagnosis-markdown.ts';
import { codeBlock, codeCell, codeLink, codeSpan, details, prose, table } from './markdown.ts';
import { sumsText } from './preflight-wording.ts';
import type { Section } from './summary-section.ts';
import { bytesText, durationText } from './units.ts';
import { remarks } from './wording.ts';

const MAX_ROWS = 50;

/** What is folded below the result. */
export function detailSections(report: Report): readonly Section[] {
  return [
    { title: 'Attempts', text: attemptDetails(report) },
    { title: 'What was seen', text: seenDetails(report) },
    { title: 'Preflight', text: preflightDetails(report) },
    { title: 'Module routes', text: routeDetails(report) },
    { title: 'Version lists', text: listingDetails(report) },
    { title: 'Also noticed', text: remarkDetails(report) },
  ];
}

function attemptDetails(report: Report): string {
  const rows = report.attempts
    .slice(0, MAX_ROWS)
    .map(item => [
      codeCell(item.source),
      codeCell(item.url, 300),
      item.end,
      item.code === undefined ? '–' : codeLink(item.code),
      item.firstByteMs === undefined ? '–' : durationText(item.firstByteMs - item.startMs),
      item.endMs === undefined ? '–' : durationText(item.endMs - item.startMs),
      bytesText(item.bytes),
    ]);
  if (rows.length === 0) return '';
  const head = ['Source', 'Address', 'End', 'Code', '#First byte', '#Time', '#Read'];
  return folded('Attempts', report.attempts.length, `${codeBlock(attemptBars(report))}\n\n${table(head, rows)}`);
}

/** What the probes of a diagnosis saw, one row for each address. */
function seenDetails({ diagnosis }: Report): string {
  const targets = diagnosis?.targets ?? [];
  return targets.length === 0 ? '' : folded('What was seen', targets.length, targetTable(targets.slice(0, MAX_ROWS)));
}

/** Counts by topic; only what did not pass is spelled out, the failed checks first. */
function preflightDetails({ preflight }: Report): string {
  if (preflight === undefined || preflight.checks.length === 0) return '';
  const { checks, ms, modules } = preflight;
  const topics = RULE_TOPICS.filter(topic => checks.some(check => check.topic === topic));
  const counts = topics.map(topic => {
    const count = (status: Check['status']): string =>
      String(checks.filter(check => check.topic === topic && check.status === status).length);
    return [topic, count('passed'), count('warning'), count('failed')];
  });
  const open = (['failed', 'warning'] as const)
    .flatMap(status => checks.filter(check => check.status === status))
    .slice(0, MAX_ROWS);
  const rows = open.map(({ status, title, subjects, codes }) => [
    status === 'failed' ? '❌ failed' : '⚠️ warning',
    prose(title),
    subjects
      .slice(0, 8)
      .map(subject => codeCell(subject))
      .join(', ') || '–',
    codes.map(code => codeLink(code)).join(', '),
  ]);
  const sums = sumsText({ sums: preflight.sums });
  const parts = [
    table(['Topic', '#Passed', '#Warnings', '#Failed'], counts),
    ...(rows.length === 0 ? [] : [table(['Result', 'Should be true', 'Is not for', 'Code'], rows)]),
    [
      `${modules.length} ${modules.length === 1 ? 'module' : 'modules'} in ${durationText(ms)}`,
      ...(sums === undefined ? [] : [sums]),
    ].join('; '),
  ];
  return folded('Preflight', checks.length, parts.join('\n\n'));
}

/** Which server each required module is asked from, and what verifies it. */
function routeDetails({ preflight }: Report): string {
  const routes = preflight?.routes ?? [];
  const rows = routes.slice(0, MAX_ROWS).map(({ from, modules, count, verifiedBy }) => {
    const names = modules.slice(0, 3).map(name => codeCell(name, 80));
    const more = count > names.length ? [`${count - names.length} more`] : [];
    return [
      from
        .slice(0, 6)
        .map(place => codeCell(place))
        .join(', then ') || '–',
      String(count),
      [...names, ...more].join(', '),
      prose(verifiedBy, 120),
    ];
  });
  return folded('Module routes', routes.length, table(['Asked', '#Count', 'Modules', 'Verified by'], rows));
}

function listingDetails(report: Report): string {
  const rows = report.listings
    .slice(0, MAX_ROWS)
    .map(item => [
      codeCell(item.source),
      codeCell(item.url, 300),
      item.code === undefined ? `${item.count ?? 0} releases` : codeLink(item.code),
      durationText(item.ms),
    ]);
  return folded('Version lists', report.listings.length, table(['Source', 'Address', 'Result', '#Time'], rows));
}

function remarkDetails(report: Report): string {
  const rows = remarks(report);
  const list = rows
    .slice(0, MAX_ROWS)
    .map(item => `- ${codeLink(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
  return folded('Also noticed', rows.length, list.join('\n'));
}

function folded(title: string, count: number, content: string): string {
  if (count === 0) return '';
  const more = count > MAX_ROWS ? `\n\n_${count - MAX_ROWS} more are left out here; report.json has all._` : '';
  return details(`${title} (${count})`, `${content}${more}`);
}
