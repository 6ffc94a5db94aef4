import type { Severity } from '../domain/catalogue-entry.ts';
import type { Finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import { type Check, RULE_TOPICS, type Rule } from '../domain/rule.ts';

/** What all rules together say. `checks` has one row for each rule, in the order of the topics. */
export interface ProjectVerdict {
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

/** Judges the facts by every rule. `weight` says what a finding counts as in this run. */
export function judgeProject(
  facts: ProjectFacts,
  rules: readonly Rule[],
  weight: (severity: Severity) => Severity = severity => severity,
): ProjectVerdict {
  const judged = rules.map(rule => {
    const findings = rule.judge(facts).map(each => ({ ...each, severity: weight(each.severity) }));
    return { check: checkOf(rule, findings), findings };
  });
  const place = ({ topic }: Check): number => RULE_TOPICS.indexOf(topic);
  return {
    findings: judged.flatMap(({ findings }) => findings),
    checks: judged.map(({ check }) => check).sort((a, b) => place(a) - place(b)),
  };
}

/** What is only worth knowing does not spoil a check. */
function checkOf({ id, topic, title }: Rule, findings: readonly Finding[]): Check {
  const worst = findings.filter(({ severity }) => severity !== 'info');
  const isFailed = worst.some(({ severity }) => severity === 'error');
  return {
    rule: id,
    topic,
    title,
    status: isFailed ? 'failed' : worst.length > 0 ? 'warning' : 'passed',
    codes: [...new Set(worst.map(({ code }) => code))],
    subjects: [...new Set(worst.map(({ subject }) => subject))],
  };
}
