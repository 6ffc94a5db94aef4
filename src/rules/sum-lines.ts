import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { GoSumFacts, ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, workspaceMode } from '../policy/build-mode.ts';
import { blocking, cannotRead, commandIn, FILE_PROBLEMS, moduleName } from '../policy/project-findings.ts';

/** Fault G18: `malformed go.sum: wrong number of fields`. A vendored build does not read go.sum. */
export const sumLines: Rule = {
  id: 'sum-lines',
  topic: 'checksum',
  title: 'Every line of go.sum can be read',
  codes: ['GO.GOSUM_MALFORMED'],
  judge: facts => sumsOf(facts).flatMap(judgeSum),
};

interface JudgedSum {
  readonly subject: string;
  readonly directory: string;
  readonly severity: Severity;
  readonly sum: GoSumFacts;
}

function sumsOf(facts: ProjectFacts): readonly JudgedSum[] {
  const { modules, work } = facts;
  const sums = modules.flatMap(module => {
    const { sum, directory } = module;
    const severity = buildMode(facts, module) === 'vendor' ? ('warning' as const) : blocking(module);
    return sum === undefined ? [] : [{ subject: moduleName(module), directory, severity, sum }];
  });
  if (work?.sum === undefined) return sums;
  const severity = workspaceMode(facts) === 'vendor' ? 'warning' : 'error';
  return [...sums, { subject: work.file, directory: work.directory, severity, sum: work.sum }];
}

function judgeSum({ subject, directory, severity, sum }: JudgedSum): readonly Finding[] {
  const { file, problem, problems, sizeBytes } = sum;
  if (problem !== undefined) {
    const evidence = { reason: FILE_PROBLEMS[problem], bytes: sizeBytes };
    return [
      finding('GO.GOSUM_MALFORMED', {
        subject,
        severity,
        message: cannotRead(file, evidence.reason),
        evidence,
        location: { file },
      }),
    ];
  }
  return problems
    .filter(({ kind }) => kind === 'syntax')
    .map(({ line, text, reason }) =>
      finding('GO.GOSUM_MALFORMED', {
        subject,
        severity,
        message: cannotRead(file, reason),
        evidence: { line: text, reason },
        fixes: file.endsWith('go.sum')
          ? [commandIn(directory, 'go mod tidy')]
          : [{ title: `Remove line ${line} of ${file}`, kind: 'edit', text, risk: 'none' }],
        location: { file, line },
      }),
    );
}
