import { CATALOGUE } from '../domain/catalogue.ts';
import { codePage } from '../domain/code-page.ts';
import type { Finding } from '../domain/finding.ts';
import { plain, plainLines } from './plain.ts';
import { repairs } from './wording.ts';

/** A finding in plain lines, complete: what, why, where, evidence, repair, and the page of its code. */
export function explained(finding: Finding): readonly string[] {
  const { code, subject, message, location, evidence } = finding;
  const place =
    location === undefined ? [] : [`Where: ${location.file}${location.line === undefined ? '' : `:${location.line}`}`];
  return [
    plain(`${code} ${subject}: ${message}`, 600),
    plain(`Why: ${CATALOGUE[code].why}`, 600),
    ...place.map(line => plain(line)),
    ...evidence.slice(0, 20).map(item => plain(`Evidence: ${item.name}: ${item.value}`)),
    ...repairs(finding)
      .slice(0, 5)
      .flatMap(fix => [
        plain(`Fix: ${fix.title}${fix.weakens ? ' (this weakens a check)' : ''}`),
        ...(fix.text === '' ? [] : plainLines(fix.text).map(line => `  ${line}`)),
      ]),
    `See: ${codePage(code)}`,
  ];
}
