import type { Report } from '../domain/report.ts';
import { cacheText } from './cache-wording.ts';
import { codeCell, codeLink, codeSpan, prose, table } from './markdown.ts';
import { preflightCounts } from './preflight-wording.ts';
import { detailSections } from './summary-details.ts';
import { failureSections } from './summary-failure.ts';
import { repairTexts } from './summary-repairs.ts';
import type { Section } from './summary-section.ts';
import { sourceTable } from './summary-sources.ts';
import { durationText } from './units.ts';
import { headline, proofName, workspaceText } from './wording.ts';

/** GitHub drops a summary above 1 MiB altogether; a part of ours is left out before that. */
const MAX_BYTES = 1_000_000;

/**
 * The job summary in GitHub Flavored Markdown. A good run shows one heading, one table and what preflight counted; a failed one its
 * cause, evidence, repair and what was tried, in this order. The rest is folded. Below 1 MB whatever the report holds, with a note
 * of what was left out; no server text, file name or user text can become markup, a link or a mention.
 */
export function renderSummary(report: Report): string {
  const failed = report.outcome === 'failed';
  const sections: readonly Section[] = [
    { title: 'Heading', text: `### ${failed ? '❌' : '✅'} ${prose(headline(report))}` },
    ...(failed ? failureSections(report) : []),
    { title: 'Repairs', text: repairTexts(report) },
    { title: 'Sources', text: sourceTable(report) },
    { title: 'Overview', text: isWithoutGo(report) ? '' : overview(report) },
    { title: 'Failed before', text: failed ? '' : fellOver(report) },
    { title: 'Preflight', text: preflightLine(report) },
    { title: 'SBOM', text: workspaceLine(report) },
    ...detailSections(report),
  ];
  return joinWithin(sections.filter(({ text }) => text !== ''));
}

/** Sections in their order; one that does not fit is named in a note at the end instead, and smaller ones after it still stand. */
function joinWithin(sections: readonly Section[]): string {
  const kept: string[] = [];
  const omitted = new Set<string>();
  let bytes = 2_000;
  for (const { title, text } of sections) {
    const size = new TextEncoder().encode(text).length + 2;
    const fits = bytes + size <= MAX_BYTES;
    if (fits) {
      bytes += size;
      kept.push(text);
    } else omitted.add(title);
  }
  const note = omitted.size === 0 ? [] : [`_Left out here for its size: ${[...omitted].join(', ')}. It is in report.json._`];
  return `${[...kept, ...note].join('\n\n')}\n`;
}

/** A failed run that resolved nothing, and a command that is not about a Go. */
function isWithoutGo({ outcome, command, resolved, sources }: Report): boolean {
  return (outcome === 'failed' && resolved === null) || command === 'doctor' || sources !== undefined;
}

function overview(report: Report): string {
  const { go, resolved, installedFrom, proof, request, outcome } = report;
  const requested = request === null ? '' : `${request.spec}${request.file === undefined ? '' : ` in ${request.file}`}`;
  const cells: readonly (readonly [string, string])[] = [
    ['Version', codeCell(`${go?.version ?? resolved?.version ?? ''} ${resolved?.platform ?? ''}`)],
    ['Requested', codeCell(requested)],
    ['Source', codeCell(installedFrom ?? '')],
    ['Proof', proof === null ? '–' : codeCell(proofName(proof))],
    ['Time', durationText(report.timings['total'] ?? 0)],
    ['Cache', cacheCell(report)],
  ];
  const shown = outcome === 'failed' ? cells.filter(([, value]) => value !== '–') : cells;
  return table(
    shown.map(([name]) => name),
    [shown.map(([, value]) => value)],
  );
}

const TOOL_CACHE: Readonly<Record<Report['outcome'], string>> = {
  cached: 'tool cache: hit',
  installed: 'tool cache: miss',
  ok: '',
  failed: '',
};

function cacheCell({ outcome, caches = [] }: Report): string {
  const parts = [TOOL_CACHE[outcome], ...caches.map(cacheText)].filter(text => text !== '');
  return parts.length === 0 ? '–' : prose(parts.join('; '));
}

/** One line when a good run needed more than one source. */
function fellOver(report: Report): string {
  const failed = report.attempts.filter(attempt => attempt.end === 'failed').slice(0, 5);
  const list = failed.map(({ source, code }) => `${codeSpan(source)} ${code === undefined ? 'failed' : codeLink(code)}`);
  return list.length === 0 ? '' : `Failed before: ${list.join(', ')}`;
}

function workspaceLine({ workspaceSbom }: Report): string {
  return workspaceSbom === undefined ? '' : `SBOM: ${prose(workspaceText(workspaceSbom))}`;
}

function preflightLine({ preflight }: Report): string {
  return preflight === undefined || preflight.checks.length === 0 ? '' : `Preflight: ${preflightCounts(preflight)}`;
}
