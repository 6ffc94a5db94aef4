import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts, SumLine } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace, workspaceMode } from '../policy/build-mode.ts';
import { blocking, commandIn, moduleName } from '../policy/project-findings.ts';

interface PlacedLine extends SumLine {
  readonly file: string;
}

/** Lines that go compares with each other: of one go.sum, or of all those of a workspace (modfetch.haveModSumLocked). */
interface SumGroup {
  readonly subject: string;
  readonly directory: string;
  readonly severity: Severity;
  readonly lines: readonly PlacedLine[];
}

/** Two h1 hashes for one module version: go stops at the first that does not fit. */
export const sumConflicts: Rule = {
  id: 'sum-conflicts',
  topic: 'checksum',
  title: 'go.sum has one hash for each module version',
  codes: ['GO.GOSUM_CONFLICT'],
  judge: facts => groupsOf(facts).flatMap(conflictsIn),
};

function groupsOf(facts: ProjectFacts): readonly SumGroup[] {
  const { modules, work } = facts;
  const alone = modules.filter(module => !isInWorkspace(facts, module));
  const groups: SumGroup[] = alone.map(module => {
    const severity = buildMode(facts, module) === 'vendor' ? 'warning' : blocking(module);
    return { subject: moduleName(module), directory: module.directory, severity, lines: placed(module.sum) };
  });
  if (work === undefined) return groups;
  const together = modules.filter(module => isInWorkspace(facts, module)).flatMap(({ sum }) => placed(sum));
  const severity = workspaceMode(facts) === 'vendor' ? 'warning' : 'error';
  return [...groups, { subject: work.file, directory: work.directory, severity, lines: [...together, ...placed(work.sum)] }];
}

function placed(sum: ProjectFacts['modules'][number]['sum']): readonly PlacedLine[] {
  return sum === undefined ? [] : sum.lines.map(line => ({ ...line, file: sum.file }));
}

function conflictsIn({ subject, directory, severity, lines }: SumGroup): readonly Finding[] {
  const first = new Map<string, PlacedLine>();
  return lines.flatMap(line => {
    // Hashes of a kind that go does not know count for nothing.
    if (!line.hash.startsWith('h1:')) return [];
    const module = `${line.path} ${line.version}${line.isGoMod ? '/go.mod' : ''}`;
    const earlier = first.get(module);
    if (earlier === undefined) first.set(module, line);
    if (earlier === undefined || earlier.hash === line.hash) return [];
    const { file } = line;
    return [
      finding('GO.GOSUM_CONFLICT', {
        subject,
        severity,
        evidence: { module, [`${earlier.file}:${earlier.line}`]: earlier.hash, [`${file}:${line.line}`]: line.hash },
        fixes: [
          {
            ...commandIn(directory, 'go mod tidy'),
            title: `Remove both lines in ${directory}, and let go ask the checksum database`,
          },
        ],
        location: { file, line: line.line },
      }),
    ];
  });
}
