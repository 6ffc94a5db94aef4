import type { Report } from '../domain/report.ts';
import type { Check } from '../domain/rule.ts';
import { htmlCode, htmlCodeLink, htmlMore, htmlState, htmlTable } from './html-elements.ts';
import { preflightCounts, sumsText } from './preflight-wording.ts';
import { SOURCE_HEAD, sourceRow } from './source-wording.ts';
import { bytesText, durationText } from './units.ts';
import { attemptReason, remarks } from './wording.ts';
import { escapeXml } from './xml.ts';

const MAX_ROWS = 200;

export function attemptTable(report: Report): string {
  const rows = report.attempts.slice(0, MAX_ROWS).map(item => {
    const { source, url, end, code, startMs, firstByteMs, endMs, bytes } = item;
    return [
      htmlCode(source),
      htmlCode(url),
      end === 'failed' ? `<span class="badge bad">failed</span>` : escapeXml(end),
      code === undefined
        ? escapeXml(attemptReason(report, item))
        : `${htmlCodeLink(code)} ${escapeXml(attemptReason(report, item))}`,
      firstByteMs === undefined ? '–' : durationText(firstByteMs - startMs),
      endMs === undefined ? '–' : durationText(endMs - startMs),
      bytesText(bytes),
    ];
  });
  const table = htmlTable('Attempts', ['Source', '~Address', 'End', 'Reason', '#First byte', '#Time', '#Read'], rows);
  return `${table}${htmlMore(report.attempts.length, MAX_ROWS)}`;
}

export function listingTable({ listings }: Report): string {
  const rows = listings
    .slice(0, MAX_ROWS)
    .map(({ source, url, count, code, ms }) => [
      htmlCode(source),
      htmlCode(url),
      code === undefined ? `${count ?? 0} releases` : htmlCodeLink(code),
      durationText(ms),
    ]);
  return `${htmlTable('Version lists', ['Source', '~Address', 'Result', '#Time'], rows)}${htmlMore(listings.length, MAX_ROWS)}`;
}

/** The health of the sources; empty for other commands. */
export function sourceTable({ sources: health }: Report): string {
  const rows = (health?.sources ?? []).slice(0, MAX_ROWS).map(item => {
    const [source = '', state = '', ...rest] = sourceRow(item);
    return [htmlCode(source), htmlState(item.state, state), ...rest.map(cell => escapeXml(cell))];
  });
  return `${htmlTable('Sources', SOURCE_HEAD, rows)}${htmlMore(health?.sources.length ?? 0, MAX_ROWS)}`;
}

const STATUS: Readonly<Record<Check['status'], string>> = {
  failed: '<span class="badge bad">failed</span>',
  warning: '<span class="badge warn">warning</span>',
  passed: '<span class="badge good">passed</span>',
};
const GRAVITY: readonly Check['status'][] = ['failed', 'warning', 'passed'];

/** Every check, what did not pass first. */
export function preflightTable({ preflight }: Report): string {
  if (preflight === undefined) return '';
  const sorted = GRAVITY.flatMap(status => preflight.checks.filter(check => check.status === status));
  const rows = sorted.slice(0, MAX_ROWS).map(({ status, topic, title, subjects, codes }) => [
    STATUS[status],
    topic,
    escapeXml(title),
    status === 'passed'
      ? ''
      : subjects
          .slice(0, 20)
          .map(item => htmlCode(item))
          .join(' '),
    status === 'passed' ? '' : codes.map(htmlCodeLink).join(' '),
  ]);
  const modules = preflight.modules.slice(0, 10).map(({ path, requireCount }) => `${htmlCode(path)} (${requireCount} required)`);
  const lines = [`${preflightCounts(preflight)}, in ${durationText(preflight.ms)}`, sumsText(preflight) ?? ''];
  return [
    `<p>${lines
      .filter(text => text !== '')
      .map(text => escapeXml(text))
      .join('; ')}</p>`,
    modules.length === 0 ? '' : `<p class="soft">Modules: ${modules.join(', ')}${preflight.modules.length > 10 ? ', …' : ''}</p>`,
    htmlTable('Preflight checks', ['Result', 'Topic', 'What should be true', '~Is not for', 'Code'], rows),
  ].join('\n');
}

export function routeTable({ preflight }: Report): string {
  const rows = (preflight?.routes ?? []).slice(0, MAX_ROWS).map(({ from, modules, count, verifiedBy }) => {
    const more = count > modules.length ? ` and ${count - modules.length} more` : '';
    return [
      from.map(place => htmlCode(place)).join(' then ') || '–',
      String(count),
      `${modules.map(name => htmlCode(name)).join(' ')}${more}`,
      escapeXml(verifiedBy),
    ];
  });
  const table = htmlTable('Where modules come from', ['~Asked', '#Count', '~Modules', '~Verified by'], rows);
  return `${table}${htmlMore(preflight?.routes.length ?? 0, MAX_ROWS)}`;
}

/** What was noticed beside the cause and the reasons of attempts. */
export function remarkTable(report: Report): string {
  const all = remarks(report);
  const rows = all
    .slice(0, MAX_ROWS)
    .map(({ severity, code, subject, message }) => [
      severity === 'info' ? 'info' : `<span class="badge ${severity === 'error' ? 'bad' : 'warn'}">${severity}</span>`,
      htmlCodeLink(code),
      htmlCode(subject),
      escapeXml(message),
    ]);
  return `${htmlTable('Also noticed', ['Kind', 'Code', '~About', '~What'], rows)}${htmlMore(all.length, MAX_ROWS)}`;
}
