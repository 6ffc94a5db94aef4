import { CATALOGUE } from '../domain/catalogue.ts';
import type { Report } from '../domain/report.ts';
import { outputsOf } from './outputs.ts';
import { actionable } from './wording.ts';

/** What GitLab shows of a link (annotations of a job). */
const LABEL_LENGTH = 255;
/** GitLab takes 20 variables of a job at least. */
const ABSENT: readonly string[] = ['gopath', 'go-bin', 'cache-hit', 'cache-key'];

/**
 * The report `dotenv`: outputs for later jobs, as `<prefix>GO_VERSION=1.26.8`. Paths that mean nothing on another runner are left out, and so is
 * a value that this format cannot hold (line breaks, spaces). `more` are values that only the host knows, by their names.
 */
export function renderDotenv(report: Report, prefix: string, more: Readonly<Record<string, string>>): string {
  const outputs = Object.entries(outputsOf(report)).filter(([name]) => name !== 'goroot' && !ABSENT.includes(name));
  return [...outputs, ...Object.entries(more)]
    .filter(([, value]) => /^[\x21-\x7e]+$/u.test(value))
    .map(([name, value]) => `${prefix}${name.toUpperCase().replaceAll('-', '_')}=${value}\n`)
    .join('');
}

/** The report `annotations`: a link to the catalogue for each cause, on the page of the job. `codesUrl` is that of docs/codes.md. */
export function renderGitlabLinks(report: Report, codesUrl: string): string {
  const links = actionable(report).map(({ code }) => ({
    external_link: {
      label: `${code}: ${CATALOGUE[code].title}`.slice(0, LABEL_LENGTH),
      url: `${codesUrl}#${code.toLowerCase().replaceAll(/[._]/gu, '-')}`,
    },
  }));
  return `${JSON.stringify({ 'setup-go-robust': links }, undefined, 2)}\n`;
}
