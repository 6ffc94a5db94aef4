import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts, SyntaxProblem } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, workspaceMode } from '../policy/build-mode.ts';
import { blocking, commandIn } from '../policy/project-findings.ts';

/** Marks of an unfinished merge in go.mod, go.sum, go.work, go.work.sum and modules.txt: one finding for each file. */
export const mergeMarks: Rule = {
  id: 'merge-marks',
  topic: 'module',
  title: 'No file holds marks of an unfinished merge',
  codes: ['MERGE.MARKS'],
  judge: facts =>
    textsOf(facts).flatMap(({ file, problems, severity, directory }) => {
      const marks = problems.filter(({ kind }) => kind === 'merge-mark');
      return marks.length === 0 ? [] : [markedFile(file, { marks, severity, directory })];
    }),
};

interface MarkedText {
  readonly file: string;
  readonly problems: readonly SyntaxProblem[];
  readonly severity: Severity;
  readonly directory: string;
}

function textsOf(facts: ProjectFacts): readonly MarkedText[] {
  const { modules, work } = facts;
  const ofModules = modules.flatMap(module => {
    const { mod, sum, vendor, directory } = module;
    const isVendored = buildMode(facts, module) === 'vendor';
    const texts = [
      { text: mod, severity: blocking(module) },
      { text: sum, severity: isVendored ? 'warning' : blocking(module) },
      // Go passes over the marks; what stands between them is compared with go.mod by another rule.
      { text: vendor, severity: 'warning' },
    ] as const;
    return texts.flatMap(({ text, severity }) => (text === undefined ? [] : [{ ...text, severity, directory }]));
  });
  const ofWork = [
    { text: work, severity: 'error' },
    { text: work?.sum, severity: workspaceMode(facts) === 'vendor' ? 'warning' : 'error' },
    { text: work?.vendor, severity: 'warning' },
  ] as const;
  const placed = ofWork.flatMap(({ text, severity }) =>
    text === undefined || work === undefined ? [] : [{ ...text, severity, directory: work.directory }],
  );
  return [...ofModules, ...placed];
}

function markedFile(
  file: string,
  { marks, severity, directory }: { readonly marks: readonly SyntaxProblem[] } & Pick<MarkedText, 'severity' | 'directory'>,
): Finding {
  const [first] = marks;
  return finding('MERGE.MARKS', {
    subject: file,
    severity,
    evidence: { line: first?.text, marks: marks.length, lines: marks.map(({ line }) => line).join(', ') },
    // Tidy skips lines of a go.sum that it cannot read, takes away what is not needed, and asks for what is missing.
    fixes: file.endsWith('go.sum') ? [commandIn(directory, 'go mod tidy')] : [],
    location: { file, ...(first === undefined ? {} : { line: first.line }) },
  });
}
