import { CODES_PAGE } from '../domain/code-page.ts';
import type { Report } from '../domain/report.ts';
import { cacheText } from './cache-wording.ts';
import { attemptChart, phaseChart } from './html-charts.ts';
import { targetTable } from './html-diagnosis.ts';
import { htmlCode, htmlFacts, htmlSection } from './html-elements.ts';
import { problemSections, repairSection } from './html-problems.ts';
import { HTML_STYLE } from './html-style.ts';
import { attemptTable, listingTable, preflightTable, remarkTable, routeTable, sourceTable } from './html-tables.ts';
import { durationText } from './units.ts';
import { EXIT_MEANING, headline, proofName, workspaceText } from './wording.ts';
import { escapeXml } from './xml.ts';

/**
 * The run as one page that needs nothing else: no script, no network (its own policy forbids both), light and dark, with landmarks
 * and headings for those who do not see it. Every foreign text is escaped, and links lead to pages of codes only.
 */
export function renderHtml(report: Report): string {
  const title = escapeXml(headline(report));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the content</a>',
    header(report, title),
    '<main id="content">',
    ...mainSections(report).filter(text => text !== ''),
    '</main>',
    `<footer><p>Made by ${escapeXml(report.product)} from report.json. What codes mean: <a href="${escapeXml(CODES_PAGE)}">docs/codes.md</a>.</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function header(report: Report, title: string): string {
  const { outcome, exitCode, timings, findings, command } = report;
  const isWarned = outcome !== 'failed' && findings.some(({ severity }) => severity === 'warning');
  const [kind, word] =
    outcome === 'failed' ? ['bad', '✕ failed'] : isWarned ? ['warn', `! ${outcome}, with warnings`] : ['good', `✓ ${outcome}`];
  const line = `${command === '' ? 'run' : command}, ${durationText(timings['total'] ?? 0)}, exit code ${exitCode} (${EXIT_MEANING[exitCode]})`;
  return `<header>\n<span class="badge ${kind}">${word}</span>\n<h1>${title}</h1>\n<p class="soft">${escapeXml(line)}</p>\n</header>`;
}

function mainSections(report: Report): readonly string[] {
  return [
    ...problemSections(report),
    repairSection(report),
    htmlSection('sources', 'Sources', sourceTable(report)),
    htmlSection('result', 'Result', result(report)),
    htmlSection('preflight', 'Preflight', preflightTable(report)),
    htmlSection('routes', 'Where modules come from', routeTable(report)),
    htmlSection('attempts', 'Attempts', joined(attemptChart(report), attemptTable(report))),
    htmlSection('seen', 'What was seen', targetTable(report)),
    htmlSection('phases', 'Time of each phase', phaseChart(report)),
    htmlSection('lists', 'Version lists', listingTable(report)),
    htmlSection('noticed', 'Also noticed', remarkTable(report)),
  ];
}

function joined(...parts: readonly string[]): string {
  return parts.filter(text => text !== '').join('\n');
}

function result({ go, request, resolved, installedFrom, proof, caches = [], workspaceSbom }: Report): string {
  const place = request?.file === undefined ? '' : ` in ${htmlCode(`${request.file}${request.line ? `:${request.line}` : ''}`)}`;
  const isKnown = go !== null || resolved !== null;
  return htmlFacts([
    ['Requested', request === null ? '' : `${htmlCode(request.spec)}${place}`],
    ['Version', isKnown ? htmlCode(`${go?.version ?? resolved?.version ?? ''} ${resolved?.platform ?? ''}`) : ''],
    ['Source', installedFrom === null ? '' : htmlCode(installedFrom)],
    ['Proof', proof === null ? '' : `${escapeXml(proofName(proof))}: ${escapeXml(proof.detail)}`],
    ['Proved value', proof === null ? '' : htmlCode(proof.value)],
    ['GOROOT', go === null ? '' : htmlCode(go.root)],
    ['SBOM of the workspace', workspaceSbom === undefined ? '' : escapeXml(workspaceText(workspaceSbom))],
    ['Cache', escapeXml(caches.map(cacheText).join('; '))],
  ]);
}
