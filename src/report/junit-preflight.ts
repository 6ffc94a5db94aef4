import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { type Check, isFoundBy, type Preflight, type RuleTopic } from '../domain/rule.ts';
import type { JunitCase } from './junit-case.ts';

/** A rule about one of these looks at each module for itself. */
const MODULE_TOPICS: readonly RuleTopic[] = ['module', 'checksum', 'vendor'];

/** A workspace with more modules gets one case for each rule, and one for each module that a rule found something about. */
const MAX_MODULES = 40;

/** One case for each rule, and for each module where the rule is about modules; names stay the same whatever is found. */
export function preflightCases(report: Report, { checks, modules }: Preflight): readonly JunitCase[] {
  const paths = modules.length > MAX_MODULES ? [] : modules.map(({ path }) => path);
  return checks.flatMap(check => {
    const found = report.findings.filter(item => isFoundBy(check, item));
    const title = `${check.rule}: ${check.title}`;
    const subjects = MODULE_TOPICS.includes(check.topic) ? [...new Set([...paths, ...check.subjects])] : [];
    if (subjects.length === 0) return [caseOf(check, title, found)];
    return subjects.map(subject => {
      const name = `${title} [${subject}]`;
      const own = found.filter(item => item.subject === subject);
      return check.subjects.includes(subject) ? caseOf(check, name, own) : { name, ms: 0 };
    });
  });
}

function caseOf({ status, codes }: Check, name: string, found: readonly Finding[]): JunitCase {
  if (status === 'failed') return { name, ms: 0, failures: found, reason: codes.join(', ') };
  return { name, ms: 0, ...(status === 'warning' ? { warnings: found } : {}) };
}
