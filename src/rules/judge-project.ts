import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import { type Check, RULE_TOPICS, type Rule } from '../domain/rule.ts';

/** What all rules together say. `checks` has one row for each rule, in the order of the topics. */
export interface ProjectVerdict {
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

/** Of one rule: more are only counted, for they have one reason. */
const MOST_FINDINGS = 20;
const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

/** Judges the facts by every rule. `weight` says what a finding counts as in this run. */
export function judgeProject(
  facts: ProjectFacts,
  rules: readonly Rule[],
  weight: (severity: Severity) => Severity = severity => severity,
): ProjectVerdict {
  const judged = rules.map(rule => {
    const findings = rule.judge(facts).map(each => ({ ...each, severity: weight(each.severity) }));
    return { check: checkOf(rule, findings), findings: capped(rule, findings) };
  });
  const place = ({ topic }: Check): number => RULE_TOPICS.indexOf(topic);
  return {
    findings: judged.flatMap(({ findings }) => findings),
    checks: judged.map(({ check }) => check).sort((a, b) => place(a) - place(b)),
  };
}

/** The gravest come first, so that a cap never takes away what blocks. */
function capped({ id }: Rule, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  const grave = [...findings].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  const rest = finding('PREFLIGHT.INCOMPLETE', {
    subject: id,
    message: 'The check found more than is shown',
    evidence: { shown: MOST_FINDINGS, found: findings.length },
  });
  return [...grave.slice(0, MOST_FINDINGS), rest];
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
