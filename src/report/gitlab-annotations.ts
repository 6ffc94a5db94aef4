import { codePage } from '../domain/code-page.ts';
import { PRODUCT } from '../domain/product.ts';
import type { Report } from '../domain/report.ts';
import { isFoundBy } from '../domain/rule.ts';
import { actionable } from './wording.ts';

const MAX_COUNT = 20;

/** Links that GitLab shows on the page of the job (`artifacts:reports:annotations`): one to each code that is worth reading about. */
export function renderGitlabAnnotations(report: Report): string {
  const checks = report.preflight?.checks ?? [];
  const found = report.findings.filter(item => item.severity === 'warning' || checks.some(check => isFoundBy(check, item)));
  const codes = [...new Set([...actionable(report), ...found].map(({ code }) => code))];
  const links = codes.slice(0, MAX_COUNT).map(code => ({ external_link: { label: code, url: codePage(code) } }));
  return `${JSON.stringify({ [PRODUCT.name]: links }, null, 2)}\n`;
}
