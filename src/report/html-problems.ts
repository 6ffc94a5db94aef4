import { CATALOGUE } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { htmlCode, htmlCodeLink, htmlFacts, htmlSection } from './html-elements.ts';
import { plainLines } from './plain.ts';
import { repairWords } from './repair-wording.ts';
import { actionable, problemLead, repairs, verdictWord } from './wording.ts';
import { escapeXml, escapeXmlLines } from './xml.ts';

const MAX_PROBLEMS = 50;

/** Each problem with evidence and repair, the cause first; then what follows from it. Empty when nothing has to be done. */
export function problemSections(report: Report): readonly string[] {
  const problems = actionable(report);
  const shown = problems.slice(0, MAX_PROBLEMS).map((item, index) => problem(report, item, index));
  const more = problems.length - shown.length;
  return [...shown, more > 0 ? `<p class="soft">${more} more problems are in report.json.</p>` : '', chain(report)];
}

function problem(report: Report, finding: Finding, index: number): string {
  const { cause } = report;
  const { code, subject, message, location, evidence } = finding;
  const verdict = index === 0 && cause !== null ? verdictWord(cause) : 'certain';
  const place =
    location === undefined ? '' : htmlCode(`${location.file}${location.line === undefined ? '' : `:${location.line}`}`);
  const facts: readonly (readonly [string, string])[] = [
    ['Code', `${htmlCodeLink(code)} (${verdict})`],
    ['About', htmlCode(subject)],
    ['Where', place],
    ...evidence.slice(0, 20).map(item => [escapeXml(item.name, 60), htmlCode(item.value)] as const),
  ];
  const content = [
    `<p>${escapeXml(CATALOGUE[code].why, 600)}</p>`,
    htmlFacts(facts),
    ...repairs(finding).slice(0, 5).map(repair),
  ];
  return htmlSection(`problem-${index + 1}`, `${problemLead(report, index)}: ${message}`, content.join('\n'), 'problem');
}

function repair({ title, text, weakens }: ReturnType<typeof repairs>[number]): string {
  const heading = `<strong>Fix:</strong> ${escapeXml(title)}${weakens ? ' (this weakens a check)' : ''}`;
  const lines = text === '' ? '' : `<pre>${escapeXmlLines(plainLines(text))}</pre>`;
  return `<div class="fix"><p>${heading}</p>${lines}</div>`;
}

/** What was or would be repaired, with its steps; empty where there is nothing. */
export function repairSection({ repairs: tried = [] }: Pick<Report, 'repairs'>): string {
  const texts = tried.slice(0, 5).map(item => {
    const steps = item.steps
      .slice(0, 8)
      .map(
        ({ title, text }) => `<li>${escapeXml(title)}${text === '' ? '' : `<pre>${escapeXmlLines(plainLines(text))}</pre>`}</li>`,
      );
    const list = steps.length === 0 ? '' : `\n<ul>\n${steps.join('\n')}\n</ul>`;
    return `<p>${htmlCodeLink(item.code)}: ${escapeXml(repairWords(item))}</p>${list}`;
  });
  return htmlSection('repairs', 'Repair', texts.join('\n'));
}

function chain({ cause }: Report): string {
  const codes = cause?.chain ?? [];
  if (codes.length < 2) return '';
  const items = codes.map(code => `<li>${htmlCodeLink(code)}<span>${escapeXml(CATALOGUE[code].title)}</span></li>`);
  return htmlSection('chain', 'From the cause to what was seen', `<ol class="chain">\n${items.join('\n')}\n</ol>`);
}
