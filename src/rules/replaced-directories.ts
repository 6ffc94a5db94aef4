import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ModuleFacts, ProjectFacts, Replacement, Requirement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { blocking, isReadable, linesOf, moduleName } from '../policy/project-findings.ts';
import { findReplacement, nameOfVersion } from '../policy/replacements.ts';
import { shellWord } from '../policy/shell-word.ts';

/** So many stand in the command of a fix. */
const MOST_NAMED = 20;

/**
 * Replacements by a directory that is not there, or that holds no module. Go reads one only when it needs the module: an error where
 * the requirement is direct, a warning where it is indirect, and otherwise only something to know (measured with Go 1.26). A vendored
 * module is not read at all, and neither is one that go.work uses itself.
 */
export const replacedDirectories: Rule = {
  id: 'replaced-directories',
  topic: 'module',
  title: 'Every directory that replaces a module holds one',
  codes: ['GO.REPLACE_MISSING'],
  judge: facts => [
    ...facts.modules.flatMap(module => (isReadable(module) ? judgeModule(facts, module) : [])),
    ...judgeWork(facts),
  ],
};

function judgeModule(facts: ProjectFacts, module: ModuleFacts): readonly Finding[] {
  if (buildMode(facts, module) === 'vendor') return [];
  const { replaces, file } = module.mod;
  // A replacement holds for the whole workspace.
  const built = isInWorkspace(facts, module) ? facts.modules.filter(({ isMain }) => isMain) : [module];
  const requires = built.flatMap(({ mod }) => mod.requires);
  const counting = [module.isMain ? (facts.work?.replaces ?? []) : [], replaces];
  return report(brokenOf(facts, replaces), { file, subject: moduleName(module), worst: blocking(module), counting, requires });
}

function judgeWork(facts: ProjectFacts): readonly Finding[] {
  const { work } = facts;
  const main = facts.modules.filter(({ isMain }) => isMain);
  const [first] = main;
  if (work === undefined || first === undefined || buildMode(facts, first) === 'vendor') return [];
  const { replaces, file } = work;
  const requires = main.flatMap(({ mod }) => mod.requires);
  return report(brokenOf(facts, replaces), { file, subject: file, worst: 'error', counting: [replaces], requires });
}

function brokenOf({ work, modules }: ProjectFacts, replaces: readonly Replacement[]): readonly Replacement[] {
  const used = new Set(work === undefined ? [] : modules.flatMap(({ isMain, mod }) => (isMain ? [mod.module?.text] : [])));
  return replaces.filter(({ target, path }) => (target === 'missing' || target === 'no-go-mod') && !used.has(path));
}

interface Judged {
  readonly file: string;
  readonly subject: string;
  readonly worst: Severity;
  /** Lists of replacements, in the order in which they count. */
  readonly counting: readonly (readonly Replacement[])[];
  readonly requires: readonly Requirement[];
}

/** One finding for each weight: a repository that was split has many such lines, and one reason. */
function report(broken: readonly Replacement[], { file, subject, worst, counting, requires }: Judged): readonly Finding[] {
  const replacementOf = findReplacement(...counting);
  const required = new Set(requires.map(replacementOf));
  const direct = new Set(requires.filter(({ indirect }) => !indirect).map(replacementOf));
  const weights = broken.map(each => (direct.has(each) ? worst : required.has(each) ? 'warning' : 'info'));
  return (['error', 'warning', 'info'] as const).flatMap(severity => {
    const same = broken.filter((_, index) => weights[index] === severity);
    const [first] = same;
    if (first === undefined) return [];
    const detail = { subject, severity, evidence: evidenceOf(same), location: { file, line: first.line } };
    const drops = same.slice(0, MOST_NAMED).map(each => ` -dropreplace=${shellWord(nameOfVersion(each))}`);
    const text = `go ${file.endsWith('go.work') ? 'work' : 'mod'} edit${drops.join('')}`;
    const fixes = [{ title: 'Use the published module, if that is meant', kind: 'command', text, risk: 'low' }] as const;
    return [finding('GO.REPLACE_MISSING', { ...detail, fixes })];
  });
}

function evidenceOf(broken: readonly Replacement[]): ReturnType<typeof linesOf> {
  const reason = ({ target }: Replacement): string => (target === 'missing' ? 'no such directory' : 'no go.mod');
  return linesOf(broken.map(each => ({ line: each.line, text: `${each.path} => ${each.newPath}: ${reason(each)}` })));
}
