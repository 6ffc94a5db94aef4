import { CATALOGUE } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { cacheText } from './cache-wording.ts';
import { diagnosisLines } from './diagnosis-text.ts';
import { label, labelled } from './labelled-lines.ts';
import { plain, plainLines } from './plain.ts';
import { preflightCounts, sumsText } from './preflight-wording.ts';
import { repairLines } from './repair-wording.ts';
import { sourceLines } from './source-wording.ts';
import { bytesText, durationText } from './units.ts';
import {
  actionable,
  attemptReason,
  EXIT_MEANING,
  headline,
  proofName,
  remarks,
  repairs,
  verdictWord,
  workspaceText,
} from './wording.ts';

/**
 * The end of a run for people, on a terminal or in a CI log: the first line is enough alone, then what was done, or
 * what went wrong, why we think so, what to do, and what was tried. Without colours; ends with a newline. Every
 * foreign value is one plain line.
 */
export function renderText(report: Report): string {
  const isDoctor = report.command === 'doctor' && report.diagnosis !== undefined;
  const lines = isDoctor ? diagnosisLines(report.diagnosis) : [...sourceLines(report), ...outcomeLines(report)];
  return `${[plain(headline(report)), ...lines].join('\n')}\n`;
}

function outcomeLines(report: Report): readonly string[] {
  return report.outcome === 'failed' || report.cause !== null ? failureLines(report) : successLines(report);
}

function successLines(report: Report): readonly string[] {
  const { go, installedFrom, proof, resolved, caches = [] } = report;
  const total = durationText(report.timings['total'] ?? 0);
  return [
    ...(installedFrom === null ? [] : [labelled('From', `${installedFrom}, ${total}`)]),
    ...(proof === null ? [] : [labelled('Proof', `${proofName(proof)} ${proof.value}`), labelled('', proof.detail)]),
    ...(go === null ? [] : [labelled('GOROOT', go.root)]),
    ...exportedLines(report),
    ...(go === null && resolved !== null && report.exported === undefined
      ? [labelled('Listed', resolved.learntFrom.join(', ') || 'no list was needed')]
      : []),
    ...(caches.length === 0 ? [] : [labelled('Cache', caches.map(cacheText).join('; '))]),
    ...checkLines(report),
    ...(report.workspaceSbom === undefined ? [] : [labelled('SBOM', workspaceText(report.workspaceSbom))]),
    ...column('Repair', repairLines(report)),
    ...column('Tried', triedLines(report)),
    ...column('Note', remarks(report).map(remarkLine)),
  ];
}

function failureLines(report: Report): readonly string[] {
  const { cause } = report;
  const word = cause === null ? 'undetermined' : verdictWord(cause);
  return [
    ...actionable(report).flatMap((finding, index) => ['', ...problemLines(finding, index === 0 ? word : 'certain')]),
    ...column(
      'Follows',
      (cause?.chain.slice(1) ?? []).map(code => `${code} ${CATALOGUE[code].title}`),
    ),
    '',
    ...exportedLines(report),
    ...checkLines(report),
    ...column('Repair', repairLines(report)),
    ...column('Tried', triedLines(report)),
    ...column('Note', remarks(report).map(remarkLine)),
    labelled('Exit', `${exitText(report)}, ${durationText(report.timings['total'] ?? 0)}`),
  ];
}

function exitText({ log, exitCode }: Report): string {
  const ofCommand = log?.exitCode;
  return ofCommand === undefined ? `${exitCode} (${EXIT_MEANING[exitCode]})` : `${ofCommand} (that of the command)`;
}

function exportedLines({ exported }: Report): readonly string[] {
  return column(
    'Archives',
    (exported?.files ?? []).map(
      ({ name, how, bytes, signature }) =>
        `${name} ${how}, ${bytesText(bytes)}, ${signature === undefined ? 'without' : 'with'} a signature`,
    ),
  );
}

function checkLines({ preflight }: Report): readonly string[] {
  if (preflight === undefined || preflight.checks.length === 0) return [];
  return column('Checks', [preflightCounts(preflight), ...[sumsText(preflight) ?? []].flat()]);
}

/** Cause, evidence and repair of one finding. */
function problemLines(finding: Finding, verdict: string): readonly string[] {
  const { location } = finding;
  const place = location === undefined ? '' : `${location.file}${location.line === undefined ? '' : `:${location.line}`}`;
  const fixes = repairs(finding).flatMap(fix => [
    plain(fix.weakens ? `${fix.title} (this weakens a check)` : fix.title),
    ...(fix.text === '' ? [] : plainLines(fix.text).map(line => `  ${line}`)),
  ]);
  return [
    labelled('Cause', `${finding.code} ${finding.subject} (${verdict})`),
    labelled('', finding.message),
    labelled('Why', CATALOGUE[finding.code].why),
    ...(place === '' ? [] : [labelled('Where', place)]),
    ...column(
      'Evidence',
      finding.evidence.slice(0, 20).map(item => `${item.name}: ${item.value}`),
    ),
    ...fixes.map((line, index) => `${label(index === 0 ? 'Fix' : '')}${line}`),
  ];
}

/** Each source, how it ended and why; with no attempt at all, the lists that failed. */
function triedLines(report: Report): readonly string[] {
  const attempts = report.attempts.filter(attempt => attempt.end !== 'won');
  if (report.attempts.length > 0) {
    return attempts.map(attempt => {
      const amount = attempt.bytes === 0 ? '' : ` after ${bytesText(attempt.bytes)}`;
      return `${attempt.source}: ${attempt.code ?? attempt.end}${amount}, ${attemptReason(report, attempt)}`;
    });
  }
  return report.listings.flatMap(item =>
    item.code === undefined ? [] : [`list of ${item.source}: ${item.code}, ${CATALOGUE[item.code].title}`],
  );
}

function remarkLine(finding: Finding): string {
  return `${finding.code} ${finding.subject}: ${finding.message}`;
}

/** Lines under one label; at most 30, for a log is read by people. */
function column(name: string, lines: readonly string[]): readonly string[] {
  const shown = lines.length > 30 ? [...lines.slice(0, 29), `and ${lines.length - 29} more`] : lines;
  return shown.map((line, index) => labelled(index === 0 ? name : '', line));
}
