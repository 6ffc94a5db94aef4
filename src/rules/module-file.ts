import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import type { GoModFacts, ModuleFacts, ProjectFacts, SyntaxProblem, WorkFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { importPathProblem } from '../policy/import-path.ts';
import { blocking, cannotRead, FILE_PROBLEMS, moduleName } from '../policy/project-findings.ts';

/** The newest Go whose directives are known here. A go.mod for a newer one may have others. */
const NEWEST_KNOWN = '1.26';

/** Fault G28: no go.mod, one that cannot be read, one without a module line. */
export const moduleFile: Rule = {
  id: 'module-file',
  topic: 'module',
  title: 'Every go.mod and go.work can be read',
  codes: ['GO.NO_MOD', 'GO.MOD_SYNTAX'],
  judge: facts => [
    ...missing(facts),
    ...facts.modules.flatMap(judgeModule),
    ...(facts.work === undefined ? [] : judgeWork(facts.work)),
  ],
};

function missing({ directory, modules, work, environment }: ProjectFacts): readonly Finding[] {
  const isOff = environment.settings['GO111MODULE']?.value === 'off';
  if (modules.length > 0 || work !== undefined || isOff) return [];
  const fixes = [{ title: 'Make a module here', kind: 'command', text: 'go mod init example.com/name', risk: 'none' }] as const;
  return [finding('GO.NO_MOD', { subject: directory, location: { file: directory }, fixes })];
}

function judgeModule(module: ModuleFacts): readonly Finding[] {
  const { mod } = module;
  const subject = moduleName(module);
  const findings = judgeText(mod, { subject, severity: blocking(module) });
  if (findings.length > 0 || mod.problems.length > 0) return findings;
  if (mod.module !== undefined) return badPaths(module);
  // A go.mod without a line keeps a directory out of the module around it, and is built by nobody.
  if (!module.isMain && mod.go === undefined && mod.requires.length === 0) return [];
  const fixes = [
    { title: 'Add a module line', kind: 'command', text: 'go mod edit -module=example.com/name', risk: 'none' },
  ] as const;
  const evidence = { reason: 'there is no module line' };
  const message = cannotRead(mod.file, evidence.reason);
  return [
    finding('GO.MOD_SYNTAX', {
      subject,
      severity: blocking(module),
      message,
      evidence,
      fixes,
      location: { file: mod.file, line: 1 },
    }),
  ];
}

/** Paths that the grammar allows and the build does not (modload.makeMainModules, measured); of what is fetched, sums are missing too. */
function badPaths(module: ModuleFacts): readonly Finding[] {
  const { file, module: own, tools } = module.mod;
  return [...(own === undefined ? [] : [own]), ...tools].flatMap(({ text, line }) => {
    const reason = importPathProblem(text);
    return reason === undefined
      ? []
      : [
          badLine(
            { kind: 'syntax', line, reason, text },
            { subject: moduleName(module), severity: blocking(module), file, isFuture: false },
          ),
        ];
  });
}

function judgeWork(work: WorkFacts): readonly Finding[] {
  return judgeText(work, { subject: work.file, severity: 'error' });
}

type ModText = Pick<GoModFacts, 'file' | 'sizeBytes' | 'problem' | 'problems' | 'go'>;

function judgeText(text: ModText, about: { readonly subject: string; readonly severity: Severity }): readonly Finding[] {
  const { file, problem, problems, go, sizeBytes } = text;
  if (problem !== undefined) {
    const evidence = { reason: FILE_PROBLEMS[problem], bytes: sizeBytes };
    return [finding('GO.MOD_SYNTAX', { ...about, message: cannotRead(file, evidence.reason), evidence, location: { file } })];
  }
  // Lines between merge marks are wrong because of them.
  if (problems.some(({ kind }) => kind === 'merge-mark')) return [];
  const isFuture = go !== undefined && compareGoLines(go.text, `${NEWEST_KNOWN}.9999`) > 0;
  return problems
    .filter(({ kind }) => kind === 'syntax' || kind === 'directive')
    .map(each => badLine(each, { ...about, file, isFuture }));
}

function badLine(
  { kind, line, reason, text }: SyntaxProblem,
  about: { readonly subject: string; readonly severity: Severity; readonly file: string; readonly isFuture: boolean },
): Finding {
  const { subject, file } = about;
  const severity = kind === 'directive' && about.isFuture ? 'info' : about.severity;
  const message = cannotRead(file, reason);
  return finding('GO.MOD_SYNTAX', { subject, severity, message, evidence: { line: text, reason }, location: { file, line } });
}
