import { CATALOGUE } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { cacheText } from './cache-wording.ts';
import { causeMermaid } from './diagnosis-mermaid.ts';
import { codeBlock, codeCell, codeSpan, details, prose, table } from './markdown.ts';
import { plainLines } from './plain.ts';
import { bytesText, durationText } from './units.ts';
import { actionable, attemptReason, EXIT_MEANING, headline, proofName, remarks, repairs, verdictWord } from './wording.ts';

/** GitHub drops a summary above 1 MiB altogether; a part of ours is left out before that. */
const MAX_BYTES = 1_000_000;
const MAX_ROWS = 50;
const MAX_PROBLEMS = 20;
const OMITTED = '_More is left out here; report.json has all._';

/**
 * The job summary in GitHub Flavored Markdown. A good run shows one heading and one table; a failed one its cause,
 * evidence, repair and what was tried, in this order. The rest is folded. Below 1 MB whatever the report holds; no
 * server text, file name or user text can become markup, a link or a mention.
 */
export function renderSummary(report: Report): string {
  const failed = report.outcome === 'failed';
  const heading = `### ${failed ? '❌' : '✅'} ${prose(headline(report))}`;
  const sections = failed ? failureSections(report) : [overview(report), fellOver(report)];
  return joinWithin([heading, ...sections, attemptDetails(report), listingDetails(report), remarkDetails(report)]);
}

/** Sections in their order as long as they fit. */
function joinWithin(sections: readonly string[]): string {
  const kept: string[] = [];
  let bytes = OMITTED.length + 3;
  for (const section of sections.filter(text => text !== '')) {
    bytes += new TextEncoder().encode(section).length + 2;
    if (bytes > MAX_BYTES) return `${[...kept, OMITTED].join('\n\n')}\n`;
    kept.push(section);
  }
  return `${kept.join('\n\n')}\n`;
}

function overview(report: Report): string {
  const { go, resolved, installedFrom, proof, request, caches = [] } = report;
  const requested = request === null ? [] : [`${request.spec}${request.file === undefined ? '' : ` in ${request.file}`}`];
  const cells: readonly (readonly [string, string])[] = [
    ['Version', codeCell(`${go?.version ?? resolved?.version ?? ''} ${resolved?.platform ?? ''}`)],
    ['Requested', codeCell(requested.join(''))],
    ['From', codeCell(installedFrom ?? '')],
    ['Proved by', proof === null ? '–' : codeCell(proofName(proof))],
    ['Time', durationText(report.timings['total'] ?? 0)],
    ['Tool cache', report.outcome === 'cached' ? 'hit' : report.outcome === 'installed' ? 'miss' : '–'],
    ...(caches.length === 0 ? [] : [['Cache', prose(caches.map(cacheText).join('; '))] as const]),
  ];
  return table(
    cells.map(([name]) => name),
    [cells.map(([, value]) => value)],
  );
}

/** One line when a good run needed more than one source. */
function fellOver(report: Report): string {
  const failed = report.attempts.filter(attempt => attempt.end === 'failed').slice(0, 5);
  const list = failed.map(attempt => `${codeSpan(attempt.source)} ${codeSpan(attempt.code ?? 'failed')}`);
  return list.length === 0 ? '' : `Failed before: ${list.join(', ')}`;
}

function failureSections(report: Report): readonly string[] {
  const { cause } = report;
  const problems = actionable(report);
  const follows = (cause?.chain.slice(1) ?? []).map(code => `${codeSpan(code)} ${prose(CATALOGUE[code].title)}`);
  return [
    ...problems.slice(0, MAX_PROBLEMS).flatMap((finding, index) => problemSections(report, finding, index)),
    problems.length > MAX_PROBLEMS ? OMITTED : '',
    follows.length === 0 ? '' : `Follows from it: ${follows.join(', ')}`,
    causePicture(report),
    tried(report),
    `Exit code ${report.exitCode} (${EXIT_MEANING[report.exitCode]}) after ${durationText(report.timings['total'] ?? 0)}`,
  ];
}

/** A picture of the chain, where it has more than one link. */
function causePicture({ diagnosis }: Report): string {
  const [first] = diagnosis?.causes ?? [];
  return first === undefined || first.chain.length < 2 ? '' : codeBlock(causeMermaid(first), 'mermaid');
}

function problemSections(report: Report, finding: Finding, index: number): readonly string[] {
  const { cause } = report;
  const verdict = index === 0 && cause !== null ? verdictWord(cause) : 'certain';
  const { location } = finding;
  const place = location === undefined ? '' : ` in ${codeSpan(`${location.file}${location.line ? `:${location.line}` : ''}`)}`;
  const { title, why } = CATALOGUE[finding.code];
  const isInHeading = finding.message === title && actionable(report).length === 1;
  const words = isInHeading ? why : `${finding.message}. ${why}`;
  const evidence = finding.evidence.slice(0, 12).map(item => `${prose(item.name, 60)} ${codeSpan(item.value)}`);
  return [
    `**Cause** ${codeSpan(finding.code)} of ${codeSpan(finding.subject)}${place} (${verdict}): ${prose(words)}`,
    ...(evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(' · ')}`]),
    ...repairs(finding).slice(0, 5).map(repairSection),
  ];
}

function repairSection(fix: ReturnType<typeof repairs>[number]): string {
  const title = `**Fix** ${prose(fix.title)}${fix.weakens ? ' (this weakens a check)' : ''}`;
  if (fix.text === '') return title;
  const lines = plainLines(fix.text);
  const [only = ''] = lines;
  return lines.length === 1 ? `${title}: ${codeSpan(only)}` : `${title}\n\n${codeBlock(lines)}`;
}

function tried(report: Report): string {
  const attempts = report.attempts
    .slice(0, 8)
    .map(item => [item.source, item.code ?? item.end, attemptReason(report, item)] as const);
  const lists = report.listings
    .slice(0, 8)
    .flatMap(item =>
      item.code === undefined ? [] : [[`list of ${item.source}`, item.code, CATALOGUE[item.code].title] as const],
    );
  const rows = attempts.length > 0 ? attempts : lists;
  return rows.length === 0
    ? ''
    : table(
        ['Tried', 'Result', 'Reason'],
        rows.map(([source, result, reason]) => [codeCell(source), codeCell(result), prose(reason)]),
      );
}

function attemptDetails(report: Report): string {
  const rows = report.attempts
    .slice(0, MAX_ROWS)
    .map(item => [
      codeCell(item.source),
      codeCell(item.url, 300),
      item.end,
      item.code === undefined ? '–' : codeCell(item.code),
      item.firstByteMs === undefined ? '–' : durationText(item.firstByteMs - item.startMs),
      item.endMs === undefined ? '–' : durationText(item.endMs - item.startMs),
      bytesText(item.bytes),
    ]);
  const head = ['Source', 'Address', 'End', 'Code', 'First byte', 'Time', 'Read'];
  return folded('Attempts', report.attempts.length, rows.length === 0 ? '' : table(head, rows));
}

function listingDetails(report: Report): string {
  const rows = report.listings
    .slice(0, MAX_ROWS)
    .map(item => [
      codeCell(item.source),
      codeCell(item.url, 300),
      item.code === undefined ? `${item.count ?? 0} releases` : codeCell(item.code),
      durationText(item.ms),
    ]);
  return folded('Version lists', report.listings.length, table(['Source', 'Address', 'Result', 'Time'], rows));
}

function remarkDetails(report: Report): string {
  const rows = remarks(report);
  const list = rows
    .slice(0, MAX_ROWS)
    .map(item => `- ${codeSpan(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
  return folded('Also noticed', rows.length, list.join('\n'));
}

function folded(title: string, count: number, content: string): string {
  if (count === 0) return '';
  return details(`${title} (${count})`, count > MAX_ROWS ? `${content}\n\n${OMITTED}` : content);
}
